using IncidentBot.Core.Chat;

namespace IncidentBot.Slack;

/// <summary>Slack's ids in neutral references. The workspace in them is <c>slack:T0123</c>.</summary>
internal static class SlackIds
{
    private const string Prefix = "slack:";

    public static bool IsSlack(string workspace) => workspace.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Team(string workspace) => workspace[Prefix.Length..];

    public static string Workspace(string team) => Prefix + team;

    public static ChannelRef Channel(string team, string channel) => new(Workspace(team), channel);

    public static Place Place(string team, string channel, string? thread = null) => new(Channel(team, channel), thread);

    public static PersonRef Person(string team, string user) => new(Workspace(team), user);
}
