using System.Net;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Webhooks;

[Collection(ProgramCollection.Name)]
public sealed class WebhookProgramTests
{
    [Fact]
    public async Task A_dead_receiver_delays_neither_chat_nor_another_receiver_and_is_told_in_order_later()
    {
        await using var dead = await Receiver.StartAsync();
        await using var alive = await Receiver.StartAsync();
        dead.AnswersWith(500);
        using var folder = new TemporaryFolder();
        await using var program = await RunningProgram.StartAsync(folder.FullPath, SettingsFor(dead, alive));

        var room = await program.Chat.DeclareAsync("ana", "checkout is failing");
        await program.Chat.AnswerAsync("ana", room, "/incident resolve rolled back");
        await program.EventuallyAsync(() => Task.FromResult(alive.Calls.Count == 2 && !dead.Calls.Any(call => call.Type == "incident.resolved") ? alive : null), "the other receiver is told of both");
        using (var ready = await program.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("answered HTTP 500", (await program.ReadyAsync()).GetProperty("integrations").GetProperty("webhooks").GetProperty("detail").GetString(), StringComparison.Ordinal);

        dead.AnswersWith(200);
        await program.EventuallyAsync(() => Task.FromResult(dead.Calls.Any(call => call.Type == "incident.resolved") ? dead : null), "the dead one is told when it is back");
        Assert.Equal(["incident.declared", "incident.resolved"], dead.Calls.DistinctBy(call => call.Id).Select(call => call.Type));
        Assert.Equal(alive.Calls.Select(call => call.Id), dead.Calls.Select(call => call.Id).Distinct());
        Assert.All(dead.Calls.Concat(alive.Calls), call => Assert.True(call.Signed));
        Assert.DoesNotContain(Receiver.Secret, program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hooks/incidents", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_kill_between_call_and_note_the_same_id_comes_again()
    {
        await using var receiver = await Receiver.StartAsync();
        var never = new TaskCompletionSource();
        receiver.Answers = context => Task.WhenAny(never.Task, Aborted(context));
        using var folder = new TemporaryFolder();
        await using (var program = await RunningProgram.StartAsync(folder.FullPath, SettingsFor(receiver)))
        {
            await program.Chat.SaysAsync("ana", "general", "/incident start checkout is failing");
            await program.EventuallyAsync(() => Task.FromResult(receiver.Calls.Count == 1 ? receiver : null), "it is called");
            await program.KillAsync();
        }
        receiver.AnswersWith(200);
        await using var again = await RunningProgram.StartAsync(folder.FullPath, SettingsFor(receiver));
        await again.EventuallyAsync(() => Task.FromResult(receiver.Calls.Count == 2 ? receiver : null), "it is called again");
        await again.SettlesAsync();
        Assert.Single(receiver.Calls.Select(call => call.Id).Distinct());
        Assert.Equal(2, receiver.Calls.Count);
    }

    private static Task Aborted(Microsoft.AspNetCore.Http.HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    }

    private static string[] SettingsFor(params Receiver[] receivers) =>
        ["--Webhooks:Urls", string.Join(", ", receivers.Select(receiver => receiver.Address)), "--Webhooks:Secret", Receiver.Secret, "--Incidents:PromptAfter", "7.00:00:00"];
}
