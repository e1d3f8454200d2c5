using System.Runtime.CompilerServices;
using IncidentBot.Core.Bot;
using IncidentBot.Teams.Api;
using IncidentBot.Teams.Auth;
using IncidentBot.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams.Check;

/// <summary>Tries what the program will need of Teams, without changing anything there.</summary>
public static class TeamsCheck
{
    /// <summary>One line for each thing, as it is found. No secret is in any.</summary>
    /// <param name="announceChannel">By name or id; null: incidents are announced nowhere.</param>
    /// <param name="escalateTo">As in <c>Reminders:EscalateTo</c>; null: nobody.</param>
    public static async IAsyncEnumerable<CheckLine> RunAsync(TeamsOptions options, string? announceChannel, string? escalateTo, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton(options);
        services.AddActivityAuthentication();
        services.AddTeamsHttp();
        services.AddBotTokens();
        await using var provider = services.BuildServiceProvider();

        if (options.AllowAnonymous)
        {
            yield return CheckLine.Remark("Teams:AllowAnonymous", "no tokens are asked for or shown: good for a trial with a client on this machine; Teams itself would not be answered.");
        }
        else
        {
            yield return CheckApp.Run(options);
            yield return await CheckKeys.RunAsync(provider.GetRequiredService<KeyDownload>(), ct);
            foreach (var line in await CheckTokens.RunAsync(options, provider.GetRequiredService<BotTokens>(), ct)) yield return line;
            yield return CheckLine.Remark(CheckConsents.Subject, "whether the messages of a team can be read is tried by the running program: its log says so of each team at the start, and a room that is heard only partly is told so.");
        }
        yield return CheckPublicUrl.Run(options);
        yield return CheckAnnounceChannel.Run(announceChannel);
        if (escalateTo is not null) yield return CheckEscalateTo.Run(escalateTo);
    }
}
