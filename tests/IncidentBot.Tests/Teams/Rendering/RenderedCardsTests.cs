using System.Text.Json.Nodes;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Cards;
using IncidentBot.Tests.Support;
using IncidentBot.Tests.Teams.Node;
using Xunit;

namespace IncidentBot.Tests.Teams.Rendering;

/// <summary>What Microsoft's own renderer makes of the cards. INCIDENTBOT_CARD_SHOTS names a folder for pictures of them, to be looked at.</summary>
public sealed class RenderedCardsTests(Chromium chromium)
{
    private static readonly FormOrigin Origin = new(SampleChat.Teams.Place("C0ROOM"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_card_and_form_is_drawn_without_a_complaint(bool largest)
    {
        var page = await CardPage.OpenAsync(chromium);
        var shots = largest ? null : Environment.GetEnvironmentVariable("INCIDENTBOT_CARD_SHOTS");
        var complaints = new List<string>();
        var seen = new HashSet<string>();
        var sample = largest ? Sample.LargestInTeams : Sample.OrdinaryInTeams;
        foreach (var type in CardCatalogue.Classes) await DrawAsync(type.Name, CardCatalogue.Of(type, sample));
        await DrawAsync("Forms", CardCatalogue.Forms(sample));
        Assert.Empty(complaints.Take(20));

        async Task DrawAsync(string group, IEnumerable<Shown> all)
        {
            foreach (var shown in all)
                foreach (var (card, part) in CardsOf(shown).Select((card, part) => (card, part)))
                {
                    if (!seen.Add(card.ToJsonString())) continue;
                    complaints.AddRange((await page.DrawAsync(Known(card))).Select(complaint => $"{group}, {shown.Name}: {complaint}"));
                    if (shots is null) continue;
                    Directory.CreateDirectory(Path.Combine(shots, group));
                    await page.SaveAsync(Path.Combine(shots, group, $"{string.Concat(shown.Name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or ',' or '.'))} {part}.png"));
                }
        }
    }

    /// <summary>The people picker is the client's own and newer than the renderer's version of the cards: there, it is a list.</summary>
    private static JsonObject Known(JsonObject card)
    {
        foreach (var picker in card["body"]!.AsArray().OfType<JsonObject>().Where(input => input.Remove("choices.data")))
            picker["choices"] = new JsonArray(new JsonObject { ["title"] = "Ana", ["value"] = "1" });
        return card;
    }

    private static IEnumerable<JsonObject> CardsOf(Shown shown) => shown.Form is { } form
        ? [(JsonObject)TeamsDialog.Of(form, Origin)["task"]!["value"]!["card"]!["content"]!]
        : TeamsCard.Of(shown.Card!).Select(message => message.Card);
}
