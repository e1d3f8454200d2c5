using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Api;

/// <summary>Addresses of the Connector's calls. Ids are opaque and escaped: <c>:</c>, <c>;</c>, <c>@</c> and <c>=</c> occur in them.</summary>
internal static class ConnectorAddress
{
    public const string Conversations = "v3/conversations";

    public static string Activities(string conversation) => $"{Conversations}/{Id(conversation)}/activities";

    public static string Activity(string conversation, string activity) => $"{Activities(conversation)}/{Id(activity)}";

    public static string Reaction(string conversation, string activity, string type) => $"{Activity(conversation, activity)}/reactions/{Id(type)}";

    public static string Member(string conversation, string person) => $"{Conversations}/{Id(conversation)}/members/{Id(person)}";

    /// <param name="continuation">Of the page before; null: the first.</param>
    public static string Members(string conversation, string? continuation) =>
        $"{Conversations}/{Id(conversation)}/pagedmembers?pageSize=500{(continuation is null ? "" : "&continuationToken=" + Uri.EscapeDataString(continuation))}";

    public static string Team(string team) => $"v3/teams/{Id(team)}";

    public static string Channels(string team) => $"{Team(team)}/conversations";

    /// <summary>The call under a service URL, which keeps its path whether or not it ends in a slash.</summary>
    public static Uri Join(Uri serviceUrl, string path) => new($"{serviceUrl.AbsoluteUri.TrimEnd('/')}/{path}");

    // Dots alone would be steps in the path, which escaping leaves as they are.
    private static string Id(string id) => id.Trim('.').Length > 0 ? Uri.EscapeDataString(id) : throw new TeamsApiException(null, "", ChatFault.Refused, "An id of Teams is missing or malformed.");
}
