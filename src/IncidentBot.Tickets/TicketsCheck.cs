using IncidentBot.Core.Bot;
using IncidentBot.Tickets.GitHub;
using IncidentBot.Tickets.Jira;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tickets;

/// <summary>Tries the tracker with the program's settings: whether tickets can be opened where they are to be, a line for each thing. Nothing is opened or changed.</summary>
public static class TicketsCheck
{
    public static async IAsyncEnumerable<CheckLine> RunAsync(TicketsOptions options, TimeProvider time, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddTrackerHttp();
        await using var provider = services.BuildServiceProvider();
        var lines = options.GitHub is { } gitHub
            ? GitHubCheck.RunAsync(gitHub, new(gitHub, provider.GetRequiredService<IHttpMessageHandlerFactory>()), time, ct)
            : JiraCheck.RunAsync(options.Jira!, new(options.Jira!, provider.GetRequiredService<IHttpClientFactory>(), time), ct);
        await foreach (var line in lines) yield return line;
        yield return options.HasHook
            ? CheckLine.Fine("Webhooks", $"they are taken at /hooks/{(options.GitHub is null ? "jira" : "github")}; whether the tracker reaches it cannot be seen from here.")
            : CheckLine.Remark("Webhooks", options.PollEvery == TimeSpan.Zero ? "none are taken and the tracker is not asked either: a ticket that is closed there closes no item here. Set Tickets:PollEvery or a webhook secret." : $"none are taken; the tracker is asked every {options.PollEvery}.");
    }
}
