using System.Net;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Api;

/// <summary>What to make of the Connector's refusals, as learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis lists them.</summary>
internal static class ConnectorErrors
{
    public const string InvalidBotApiHost = "InvalidBotApiHost";

    private const string NotInRoster = "BotNotInConversationRoster";
    private const string DisabledByAdmin = "BotDisabledByAdmin";
    private const string BlockedByUser = "ConversationBlockedByUser";
    private const string WritesBlocked = "MessageWritesBlocked";
    private const string NotEnoughPermissions = "NotEnoughPermissions";

    private const int LongestRemark = 200;

    /// <param name="what">Names the call, e.g. <c>a message</c>.</param>
    /// <param name="wait">What the answer asks for, or else what a failure of this line is worth.</param>
    public static TeamsApiException Of(string what, HttpStatusCode status, JsonElement? body, Func<TimeSpan> wait)
    {
        var error = body?.Part("error");
        var code = (error?.Part("innerHttpError")?.Text("code") ?? error?.Text("code") ?? body?.Text("subCode") ?? "") is { Length: <= LongestRemark } said ? said : "";
        var sub = error?.Text("subCode") ?? body?.Text("subCode") ?? "";
        var fault = FaultOf(status);
        var words = $"Teams refused {what}: {(int)status}{(code.Length > 0 ? " " + code : "")}. {(Advice(status, code, sub) is { } advice ? advice : Remark(error))}".TrimEnd();
        return new(status, code, fault, words, fault is ChatFault.Temporary && status is not HttpStatusCode.Unauthorized ? wait() : null);
    }

    /// <summary>A 403 that is about one conversation, not about what is called.</summary>
    public static bool IsOfConversation(string code) => code is NotInRoster or DisabledByAdmin or BlockedByUser or WritesBlocked or NotEnoughPermissions or InvalidBotApiHost;

    private static ChatFault FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ChatFault.Temporary, // somebody can mend that, so what was to be said waits
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => ChatFault.Temporary,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ChatFault.Temporary,
        HttpStatusCode.NotFound => ChatFault.Gone,
        _ => ChatFault.Refused, // of 500 and the rest the page says: do not retry
    };

    private static string? Advice(HttpStatusCode status, string code, string sub) => status switch
    {
        HttpStatusCode.Unauthorized => "The bot's token is not accepted there: check Teams:AppId, Teams:AppType and Teams:TenantId against the bot's registration.",
        HttpStatusCode.RequestEntityTooLarge => "It is larger than a message may be.",
        HttpStatusCode.Forbidden => (sub.Length > 0 ? sub : code) switch
        {
            NotInRoster => "The bot is not in this conversation: add the app to the team or chat again.",
            DisabledByAdmin => "An administrator of Teams has switched the app off: ask them to allow it.",
            BlockedByUser or WritesBlocked => "The person has blocked the bot: they can unblock it in its chat.",
            NotEnoughPermissions => "The app may not do this here: a team owner can look at its permissions, or add it again.",
            InvalidBotApiHost => "This tenant is reached through another host: see Teams:ServiceHosts.",
            _ => "The app may not do this here: add it to the team or chat again, or ask an administrator of Teams.",
        },
        _ => null,
    };

    private static string Remark(JsonElement? error) => error?.Text("message") is { Length: > 0 } message ? Excerpt.Of(message, LongestRemark) : "";
}
