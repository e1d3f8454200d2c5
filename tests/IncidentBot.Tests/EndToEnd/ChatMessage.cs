using System.Text.Json;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>A message as the browser chat gives it to scripts.</summary>
/// <param name="Text">What a person wrote; of a card, its short form.</param>
public sealed record ChatMessage(string Id, string? Thread, string By, string Text, JsonElement? Card, bool Notice, bool Deleted, IReadOnlyList<ChatReaction> Reactions, IReadOnlyList<ChatFile> Files)
{
    public bool IsByBot => By == "incidentbot";

    /// <summary>Everything that can be read in it: the text, and every string of the card.</summary>
    public string Words => string.Join('\n', Strings(Card).Prepend(Text));

    private static IEnumerable<string> Strings(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Array } items => items.EnumerateArray().SelectMany(item => Strings(item)),
        { ValueKind: JsonValueKind.Object } rich when rich.TryGetProperty("spans", out var spans) => [string.Concat(spans.EnumerateArray().Select(Span))],
        { ValueKind: JsonValueKind.Object } properties => properties.EnumerateObject().Where(property => property.Name is not ("block" or "kind" or "action")).SelectMany(property => Strings(property.Value)),
        _ => [],
    };

    private static string? Span(JsonElement span) => new[] { "text", "label", "name", "at" }.Where(property => span.TryGetProperty(property, out _)).Select(property => span.GetProperty(property).GetString()).FirstOrDefault();
}

public sealed record ChatReaction(string Emoji, IReadOnlyList<string> By);

/// <param name="Url">A path on the server.</param>
public sealed record ChatFile(string Name, string Url);

public sealed record ChatChannel(string Id, string Name, string Topic);
