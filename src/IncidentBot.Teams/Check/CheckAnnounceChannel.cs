using IncidentBot.Core.Bot;

namespace IncidentBot.Teams.Check;

/// <summary>Where incidents are announced. Which channels there are is known to the program that runs, from the teams that it was added to.</summary>
internal static class CheckAnnounceChannel
{
    private const string Subject = "Incidents:AnnounceChannel";

    public static CheckLine Run(string? idOrName) => idOrName is null
        ? CheckLine.Remark(Subject, "it is empty: incidents are announced nowhere.")
        : CheckLine.Remark(Subject, $"incidents are announced in the channel {idOrName} once the app is in its team. It can be a channel's name, its id (19:…), or Team name/Channel name.");
}
