using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Teams.Workspace.State;

/// <summary>What a person types, as Teams writes it down: <c>@ben</c> and <c>@IncidentBot</c> become mentions.</summary>
public static partial class TypedText
{
    /// <summary>Sets text, html and mentions of a message.</summary>
    public static void Into(Message message, TeamsState state, string typed)
    {
        var mentions = new JsonArray();
        message.Html = $"<p>{Replaced(WebUtility.HtmlEncode(typed), (member, number) => $"<at id=\"{number}\">{WebUtility.HtmlEncode(member.DisplayName)}</at>").Replace("\n", "<br>", StringComparison.Ordinal)}</p>";
        message.Text = Replaced(typed, (member, number) =>
        {
            mentions.Add(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = member.Id, ["name"] = member.DisplayName }, ["text"] = $"<at>{member.DisplayName}</at>" });
            return $"<at>{member.DisplayName}</at>";
        });
        message.Mentions = mentions;

        string Replaced(string text, Func<Member, int, string> mention)
        {
            var number = 0;
            return Special().Replace(text, found => state.Member(found.Value[1..]) is { } member ? mention(member, number++) : found.Value);
        }
    }

    [GeneratedRegex(@"(?<![\w.])@[A-Za-z]+")]
    private static partial Regex Special();
}
