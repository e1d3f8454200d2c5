using System.Runtime.CompilerServices;
using IncidentBot.Core.Bot;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.SocketMode;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Check;

/// <summary>Tries what the program will need of Slack, without changing anything there.</summary>
public static class SlackCheck
{
    /// <summary>One line for each thing, as it is found. No secret is in any.</summary>
    /// <param name="announceChannel">By name or id; null: incidents are announced nowhere.</param>
    /// <param name="escalateTo">As in <c>Reminders:EscalateTo</c>; null: nobody.</param>
    public static async IAsyncEnumerable<CheckLine> RunAsync(SlackOptions options, string? announceChannel, string? escalateTo, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddSlack(options)
            .AddSingleton<TakeDelivery>((_, _) => throw new OperationCanceledException("Only a check: Slack sends it again, to the program."))
            .BuildServiceProvider();
        var api = services.GetRequiredService<SlackApi>();

        var bot = await CheckBot.RunAsync(api, ct);
        yield return bot;
        if (bot.Result is CheckResult.Fine)
        {
            foreach (var line in CheckScopes.Run(api.Scopes)) yield return line;
            var names = services.GetRequiredService<Rooms.ChannelNames>();
            yield return await new CheckAnnounceChannel(api, names).RunAsync(announceChannel, ct);
            if (escalateTo is not null) yield return await new CheckEscalateTo(api, names).RunAsync(escalateTo, ct);
            foreach (var group in options.InviteGroups) yield return await CheckInviteGroup.RunAsync(api, group, ct);
        }
        if (options.AppToken is not null) yield return await CheckSocket.RunAsync(services.GetRequiredService<SocketOpening>(), ct);
        if (options.SigningSecret is not null) yield return CheckHttp.Run(options);
    }
}
