using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Histories;

/// <summary>The text of a message and whom it mentions.</summary>
internal static partial class MessageBody
{
    public static async ValueTask<(string Text, IReadOnlyList<Person> Mentions, string? ToBot)> ReadAsync(JsonElement message, string app, Func<string, string?, CancellationToken, ValueTask<Person>> person, CancellationToken ct)
    {
        var body = message.Part("body") ?? default;
        var text = body.Text("content") ?? "";
        if (body.Text("contentType") == "html") text = WebUtility.HtmlDecode(Tags().Replace(text, ""));
        var mentions = new List<Person>();
        foreach (var user in message.Items("mentions").Select(mention => mention.Part("mentioned")?.Part("user")))
            if (user?.Text("id") is { } id) mentions.Add(await person(id, user?.Text("displayName"), ct));
        return (text.Trim(), mentions, null);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
