using IncidentBot.Core.Bot;
using IncidentBot.Teams.Http;

namespace IncidentBot.Teams.Check;

/// <summary>What can be said of the way in from here: only Teams can try it.</summary>
internal static class CheckPublicUrl
{
    private const string Subject = "Teams:PublicUrl";

    public static CheckLine Run(TeamsOptions options) => options.PublicUrl is { } url
        ? CheckLine.Remark(Subject, $"the bot's messaging endpoint, on the page \"Configuration\" of the Azure Bot, must be {new Uri(url, TeamsEndpoints.Path[1..])}; files are offered for download under {url}files/.")
        : CheckLine.Remark(Subject, "it is not set, so files cannot be offered for download. Set it to the https address under which this program is reached; the Azure Bot's messaging endpoint is the same with /api/messages.");
}
