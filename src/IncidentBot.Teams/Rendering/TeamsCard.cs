using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rendering;

/// <summary>A card as messages within the size that Teams takes.</summary>
/// <remarks>A card that is too long for one message goes on in further ones. The buttons that end it stand on the last, below what they are about.</remarks>
internal sealed class TeamsCard
{
    private const string GoesOn = "This goes on in the next message.";
    private const string IsShortened = "This is shortened: one Teams message cannot hold more. Ask for it again and all of it is posted.";

    /// <summary>What a message takes beside its pieces: the frame of the card, a note, what parts the pieces.</summary>
    private const int Frame = 1_000;

    private readonly TeamsMentions _mentions;
    private readonly List<TeamsElement> _elements;
    private readonly List<TeamsElement> _ending;
    private readonly string _fallback;

    private TeamsCard(Card card, TeamsRefs refs)
    {
        _mentions = new(refs);
        var elements = TeamsBlocks.Of(card.Blocks, new(_mentions, refs), _mentions).ToList();
        _ending = [.. elements.AsEnumerable().Reverse().TakeWhile(element => element.Kind is TeamsElementKind.Buttons).Reverse()];
        _elements = elements[..^_ending.Count];
        _fallback = Literal.InRun(Excerpt.Of(CleanText.Line(card.Fallback), TeamsLimits.Summary));
    }

    /// <summary>All of the card. There is always a first message.</summary>
    public static IReadOnlyList<TeamsMessage> Of(Card card, TeamsRefs? refs = null)
    {
        var drawn = new TeamsCard(card, refs ?? TeamsRefs.Own);
        var pages = drawn.Pages();
        return [.. pages.Select((page, index) => drawn.Message(page, index < pages.Count - 1 ? GoesOn : null, pages.Count == 1 ? "" : $" ({index + 1} of {pages.Count})"))];
    }

    /// <summary>The card in one message, where there cannot be a second, as when a message is updated; says so when it had to be shortened.</summary>
    public static TeamsMessage InOneMessage(Card card, TeamsRefs? refs = null)
    {
        var drawn = new TeamsCard(card, refs ?? TeamsRefs.Own);
        return drawn.Pages() is [var only] ? drawn.Message(only, null, "") : drawn.Shortened();
    }

    /// <summary>The last piece before the ending buttons stands with them.</summary>
    private List<TeamsPage> Pages()
    {
        var pages = new List<TeamsPage> { NewPage() };
        foreach (var element in _elements)
        {
            var fits = element == _elements[^1] ? pages[^1].Fits([element, .. _ending]) : pages[^1].Fits(element);
            if (!fits && !pages[^1].IsEmpty) pages.Add(NewPage());
            pages[^1].Add(element);
        }
        foreach (var buttons in _ending) pages[^1].Add(buttons);
        return pages;
    }

    private TeamsMessage Shortened()
    {
        var page = NewPage();
        foreach (var element in _elements.TakeWhile(element => page.IsEmpty || page.Fits([element, .. _ending]))) page.Add(element);
        page.Add(Note(IsShortened));
        foreach (var buttons in _ending) page.Add(buttons);
        return Message(page, null, "");
    }

    // The fallback stands in the card and in the summary.
    private TeamsPage NewPage() => new(TeamsLimits.MessageCharacters - Frame - 2 * CardJson.Length(JsonValue.Create(_fallback)));

    private TeamsMessage Message(TeamsPage page, string? note, string part)
    {
        if (note is not null) page.Add(Note(note));
        var card = CardJson.Card(page.Body());
        card["fallbackText"] = _fallback;
        var teams = new JsonObject();
        if (page.HasTable) teams["width"] = "Full";
        if (_mentions.In(card["body"]!) is { Count: > 0 } mentioned) teams["entities"] = mentioned;
        if (teams.Count > 0) card["msteams"] = teams;
        return new(card, _fallback + part);
    }

    private static TeamsElement Note(string text)
    {
        var json = new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["italic"] = true, ["isSubtle"] = true }) };
        return new(TeamsElementKind.Text, json, CardJson.Length(json));
    }
}
