using IncidentBot.Core.Chat;
using IncidentBot.Http;

namespace IncidentBot.Teams.Events;

/// <summary>Messages as they are posted, edited, deleted and brought back (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages).</summary>
internal static class Messages
{
    private const string Help = "help";

    public static async ValueTask<IReadOnlyList<ChatEvent>> PostedAsync(Activity said, CancellationToken ct)
    {
        if (said.Id is not { } id || IsOwn(said)) return [];
        var (by, text) = (await said.ByAsync(ct), await MessageReading.ReadAsync(said, ct));
        var files = MessageFiles.Of(said.Body);
        if (said.IsPersonal) return [Command(said, by, said.Place, text.ToBot ?? text.Text, text.Mentions)];
        if (text.Text.Length == 0 && files.Count == 0 && !MessageReading.HasAttached(said.Body)) return [];
        var posted = new MessagePosted(said.At, by, said.PlaceOf(id), new(said.Place.Channel, id), text.Text) { Files = files, Mentions = text.Mentions, ToBot = text.ToBot };
        return text.ToBot is { } words ? [posted, Command(said, by, posted.Place, words, text.Mentions) with { Message = posted.Message }] : [posted];
    }

    public static async ValueTask<IReadOnlyList<ChatEvent>> ChangedAsync(Activity said, CancellationToken ct)
    {
        if (said.EventType is not ("editMessage" or "undeleteMessage") || said.Id is not { } id || said.IsPersonal || IsOwn(said) || !MessageReading.HasText(said.Body)) return [];
        var (by, text) = (await said.ByAsync(ct), await MessageReading.ReadAsync(said, ct));
        return [new MessageEdited(said.At, by, said.PlaceOf(id), new(said.Place.Channel, id), text.Text, PostedAt(said, id)) { Mentions = text.Mentions, ToBot = text.ToBot, Restores = said.EventType == "undeleteMessage" }];
    }

    public static async ValueTask<IReadOnlyList<ChatEvent>> DeletedAsync(Activity said, CancellationToken ct)
    {
        if (said.EventType != "softDeleteMessage" || said.Id is not { } id || said.IsPersonal || IsOwn(said)) return [];
        return [new MessageDeleted(said.At, await said.ByAsync(ct), said.PlaceOf(id), new(said.Place.Channel, id), PostedAt(said, id))];
    }

    private static CommandGiven Command(Activity said, Person by, Place place, string words, IReadOnlyList<Person> mentions) => new(said.At, by, place, words.Length > 0 ? words : Help) { Mentions = mentions };

    private static bool IsOwn(Activity said) => said.IsSelf(said.Body.Part("from")?.Text("id"));

    private static DateTimeOffset PostedAt(Activity said, string id) => ActivityTime.OfMessage(id) is { } at && at <= said.At ? at : said.At;
}
