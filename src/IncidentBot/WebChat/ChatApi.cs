using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <summary>The browser chat for scripts: post a message or give a command as somebody, read a channel, join one.</summary>
/// <remarks>As open as the page itself. A page of another site cannot use it: only JSON is taken, which browsers ask permission for first,
/// and requests that name another origin are refused.</remarks>
public sealed class ChatApi(Workspace workspace, MessageActions messages, ChannelActions channels, Interacting interacting, IWebChatStore store)
{
    private const int MostMessages = 1000;
    private const string Command = BrowserChat.CommandPrefix;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/chat/api").AddEndpointFilter(SameOriginAsync).DisableAntiforgery();
        api.MapPost("/messages", (Posting posting, ChatApi chat, CancellationToken ct) => chat.PostAsync(posting, ct));
        api.MapGet("/channels", (string @as, ChatApi chat) => chat.Channels(@as));
        api.MapGet("/channels/{channel}/messages", (string channel, string @as, string? after, ChatApi chat, CancellationToken ct) => chat.ReadAsync(channel, @as, after, ct));
        api.MapPost("/channels/{channel}/members", (string channel, Joining joining, ChatApi chat, CancellationToken ct) => chat.JoinAsync(channel, joining, ct));
    }

    /// <param name="As">The id of the person, e.g. <c>ana</c>.</param>
    /// <param name="Thread">The id of the message in whose thread it is said.</param>
    private sealed record Posting(string? As, string? Channel, string? Text, string? Thread = null);

    private sealed record Joining(string? As);

    /// <summary>A message as it stands.</summary>
    /// <param name="Text">What a person wrote; of a card, its short form.</param>
    private sealed record Read(string Id, string? Thread, string By, DateTimeOffset At, string Text, Card? Card, bool Notice, bool Deleted, DateTimeOffset? EditedAt, IReadOnlyList<WebReaction> Reactions, IReadOnlyList<FileLink> Files)
    {
        public static Read Of(WebMessage message) =>
            new(message.Id, message.Thread, message.Author, message.PostedAt, message.Text, message.Card, message.Notice, message.Deleted, message.EditedAt, message.Reactions, [.. message.Files.Select(FileContent.LinkTo)]);
    }

    private Task<IResult> PostAsync(Posting posting, CancellationToken ct) => InAsync(posting.Channel, posting.As, async (by, channel) =>
    {
        if (string.IsNullOrWhiteSpace(posting.Text)) return Wrong("The text is empty.");
        var place = Workspace.PlaceOf(channel.Id, posting.Thread);
        var text = posting.Text.Trim();
        if (!text.Split((char[]?)null, 2)[0].Equals(Command, StringComparison.OrdinalIgnoreCase)) return Results.Json(new { (await messages.PostAsync(by, place, text, [], ct)).Id });
        return await interacting.CommandAsync(by, place, text[Command.Length..], ct) is { } form
            ? Wrong($"These words open the form \"{form.Title}\", which scripts cannot fill in. Write the command out.")
            : Results.Json(new { Status = "given" });
    });

    private IResult Channels(string who) =>
        Results.Json(workspace.Channels.Where(channel => channel.VisibleTo(who)).OrderBy(channel => channel.Name, StringComparer.Ordinal).Select(channel => new { channel.Id, channel.Name, channel.Topic }));

    /// <summary>What follows a message, a page of it; an empty page is the end.</summary>
    private Task<IResult> ReadAsync(string where, string who, string? after, CancellationToken ct) => InAsync(where, who, async (by, channel) =>
    {
        var page = await store.AfterAsync(channel.Id, after, MostMessages, ct);
        while (page.Count > 0 && !page.Any(message => message.VisibleTo(by.Id))) page = await store.AfterAsync(channel.Id, page[^1].Id, MostMessages, ct);
        return Results.Json(page.Where(message => message.VisibleTo(by.Id)).Select(Read.Of), BotJson.Options);
    });

    private Task<IResult> JoinAsync(string where, Joining joining, CancellationToken ct) => InAsync(where, joining.As, async (by, channel) =>
    {
        await channels.JoinAsync(by, channel.Id, ct);
        return Results.Json(new { Status = "joined" });
    });

    private async Task<IResult> InAsync(string? where, string? who, Func<WebPerson, WebChannel, Task<IResult>> act)
    {
        if (workspace.Person(who ?? "") is not { IsBot: false } by) return Wrong($"There is nobody named \"{who}\".");
        if (workspace.Channel(where ?? "") is not { } channel || !channel.VisibleTo(by.Id)) return Wrong($"There is no channel \"{where}\" that {by.Name} can see.");
        try
        {
            return await act(by, channel);
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

    private static async ValueTask<object?> SameOriginAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var request = call.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}" ? await next(call) : Results.Json(new { Error = "Other sites may not use this." }, statusCode: StatusCodes.Status403Forbidden);
    }

    private static IResult Wrong(string sentence) => Results.Json(new { Error = sentence }, statusCode: StatusCodes.Status400BadRequest);
}
