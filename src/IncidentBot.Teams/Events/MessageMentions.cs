using System.Globalization;
using System.Text.Json;
using IncidentBot.Http;
using IncidentBot.Teams.Events.Text;

namespace IncidentBot.Teams.Events;

/// <summary>The mentions of a message. What stands in the text is only a name, which its writer can change; whom it means, the entities tell
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions).</summary>
internal sealed class MessageMentions
{
    private const int Most = 200;

    private readonly Activity _said;
    private readonly List<Entity> _all;
    private readonly HashSet<int> _used = [];

    public MessageMentions(Activity said) => (_said, _all) = (said, [.. said.Body.Items("entities").Where(entity => entity.Text("type") == "mention").Select(Read).OfType<Entity>().Take(Most)]);

    public bool MentionBot => _all.Exists(IsBot);

    /// <summary>The bot is among those that these pieces mention.</summary>
    public bool MentionBotIn(IReadOnlyList<TextPiece> pieces) => pieces.Any(piece => piece.Mention is not null && IndexOf(piece) is { } index && IsBot(_all[index]));

    /// <summary>Splits a plain text at the marks that the entities name.</summary>
    public IReadOnlyList<TextPiece> Split(string text)
    {
        var pieces = new List<TextPiece>();
        for (var at = 0; at < text.Length;)
        {
            var (next, entity) = Next(text, at);
            if (next > at) pieces.Add(new(text[at..next]));
            if (entity is not null) pieces.Add(new(entity.Name, ""));
            at = next + (entity?.Mark.Length ?? 0);
        }
        return pieces;
    }

    /// <summary>Whom a piece means; null when no entity tells.</summary>
    public async ValueTask<Mentioned?> WhoAsync(TextPiece piece, CancellationToken ct)
    {
        if (IndexOf(piece) is not { } index) return null;
        _used.Add(index);
        var id = _all[index].Mentioned.Filled("id") ?? "";
        return IsPerson(id)
            ? new(await Accounts.OfAsync(_said, _all[index].Mentioned, ct), IsBot: false, IsPerson: true)
            : new(new(TeamsIds.Person(_said.Tenant, id), _all[index].Mentioned.Filled("name") ?? piece.Text), IsBot(_all[index]), IsPerson: false);
    }

    // The first mark that stands in the text; of several at one place the longest.
    private (int At, Entity? Entity) Next(string text, int from)
    {
        var (next, best) = (text.Length, (Entity?)null);
        foreach (var entity in _all)
            if (text.IndexOf(entity.Mark, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && (at < next || (at == next && entity.Mark.Length > best!.Mark.Length)))
                (next, best) = (at, entity);
        return (next, best);
    }

    // The number of a mention is its place among the entities, but not every client counts so: the name must fit.
    private int? IndexOf(TextPiece piece)
    {
        int? numbered = int.TryParse(piece.Mention, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _all.Count ? index : null;
        if (numbered is { } place && Fits(_all[place], piece)) return numbered;
        int[] fitting = [.. Enumerable.Range(0, _all.Count).Where(other => Fits(_all[other], piece)).OrderBy(_used.Contains)]; // two people of one name: each once
        return fitting is [var best, ..] ? best : numbered;
    }

    private bool IsBot(Entity entity) => _said.IsSelf(entity.Mentioned.Text("id"));

    private static bool Fits(Entity entity, TextPiece piece) =>
        string.Equals(entity.Name, piece.Text, StringComparison.OrdinalIgnoreCase) || string.Equals(entity.Mentioned.Text("name"), piece.Text, StringComparison.OrdinalIgnoreCase);

    // Not other bots, and not teams, channels or tags, which are threads.
    private static bool IsPerson(string id) => !Activity.IsBot(id) && !id.StartsWith("19:", StringComparison.Ordinal);

    private static Entity? Read(JsonElement entity)
    {
        if (entity.Part("mentioned") is not { } mentioned || mentioned.Filled("id") is null) return null;
        var mark = entity.Filled("text") ?? $"<at>{mentioned.Filled("name")}</at>";
        return new(mark, HtmlText.Read(mark) is [var piece, ..] ? piece.Text : mark, mentioned);
    }

    private sealed record Entity(string Mark, string Name, JsonElement Mentioned);
}
