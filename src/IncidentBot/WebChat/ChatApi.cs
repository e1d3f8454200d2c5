using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>The browser chat for scripts: post a message or give a command as somebody, read a channel.</summary>
/// <remarks>As open as the page itself. A page of another site cannot use it: only JSON is taken, which browsers ask permission for first,
/// and requests that name another origin are refused.</remarks>
public static class ChatApi
{
    private const int MostMessages = 1000;
    private const string CommandPrefix = "/incident";

    public static void MapChatApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/chat/api").AddEndpointFilter(SameOriginAsync);
        api.MapPost("/messages", PostAsync).Accepts<Posting>("application/json").DisableAntiforgery();
        api.MapGet("/channels", (Workspace workspace, string @as) => workspace.Channels.Where(channel => channel.VisibleTo(@as)).OrderBy(channel => channel.Name).Select(channel => new { channel.Id, channel.Name, channel.Topic }));
        api.MapGet("/channels/{channel}/messages", ReadAsync);
    }

    /// <param name="As">The id of the person, e.g. <c>ana</c>.</param>
    /// <param name="Thread">The id of the message in whose thread it is said.</param>
    private sealed record Posting(string As, string Channel, string Text, string? Thread = null);

    private static async Task<IResult> PostAsync(Posting posting, Workspace workspace, MessageActions messages, Interacting interacting, CancellationToken ct)
    {
        if (workspace.Person(posting.As) is not { IsBot: false } by) return Wrong($"There is nobody named \"{posting.As}\".");
        if (workspace.Channel(posting.Channel) is not { } channel || !channel.VisibleTo(by.Id)) return Wrong($"There is no channel \"{posting.Channel}\" that {by.Name} can see.");
        if (string.IsNullOrWhiteSpace(posting.Text)) return Wrong("The text is empty.");
        var place = Workspace.PlaceOf(posting.Channel, posting.Thread);
        try
        {
            if (!posting.Text.StartsWith(CommandPrefix, StringComparison.OrdinalIgnoreCase))
                return Results.Json(new { (await messages.PostAsync(by, place, posting.Text, [], ct)).Id });
            return await interacting.CommandAsync(by, place, posting.Text[CommandPrefix.Length..], ct) is { } form
                ? Wrong($"These words open the form \"{form.Title}\", which scripts cannot fill in. Write the command out.")
                : Results.Json(new { Status = "given" });
        }
        catch (ChatException refused)
        {
            return Wrong(refused.Message);
        }
        catch (StoreUnavailableException full)
        {
            return Results.Json(new { Error = full.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> ReadAsync(string channel, string @as, string? after, Workspace workspace, IWebChatStore store, CancellationToken ct)
    {
        if (workspace.Channel(channel) is not { } known || !known.VisibleTo(@as)) return Wrong($"There is no channel \"{channel}\" that \"{@as}\" can see.");
        var messages = await store.AfterAsync(channel, after, MostMessages, ct);
        return Results.Json(messages.Where(message => message.VisibleTo is null || message.VisibleTo == @as).Select(message => new
        {
            message.Id,
            message.Thread,
            By = message.Author,
            At = message.PostedAt,
            message.Text,
            message.Card,
            message.Deleted,
            message.EditedAt,
            message.Reactions,
            Files = message.Files.Select(FileContent.LinkTo),
        }), BotJson.Options);
    }

    private static async ValueTask<object?> SameOriginAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}" ? await next(call) : Results.Json(new { Error = "Other sites may not use this." }, statusCode: StatusCodes.Status403Forbidden);
    }

    private static IResult Wrong(string sentence) => Results.Json(new { Error = sentence }, statusCode: StatusCodes.Status400BadRequest);
}
