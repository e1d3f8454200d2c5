using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;
using IncidentBot.Tests.Cards;
using Xunit;

namespace IncidentBot.Tests.Teams.Rendering;

/// <summary>How the cards are drawn for Teams, read and agreed to by people. INCIDENTBOT_WRITE_GOLDENS=1 writes them anew, to be read again as a difference.</summary>
public sealed partial class GoldenTests
{
    private const int MostOfAMethod = 2;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly FormOrigin Origin = new(SampleChat.Teams.Place("C0ROOM"));

    public static TheoryData<string> Files => [.. CardCatalogue.Classes.Where(cards => Drawn(cards).Any()).Select(cards => cards.Name), nameof(Forms), nameof(Nasty)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_cards_look_as_agreed(string file)
    {
        var lines = file switch
        {
            nameof(Forms) => Forms(),
            nameof(Nasty) => Nasty(),
            _ => Drawn(CardCatalogue.Classes.Single(cards => cards.Name == file)),
        };
        var drawn = $"{{\n{string.Join(",\n", lines)}\n}}\n";
        if (Environment.GetEnvironmentVariable("INCIDENTBOT_WRITE_GOLDENS") == "1") File.WriteAllText(Path.Combine(Folder(), "Goldens", file + ".json"), drawn);
        else Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Teams", "Rendering", "Goldens", file + ".json")), drawn);
    }

    /// <summary>The sentences are drawn as the cards that hold them, so cards alone are here.</summary>
    private static IEnumerable<string> Drawn(Type cards) => CardCatalogue.Of(cards, Sample.OrdinaryInTeams)
        .Where(shown => shown.Form is null && shown.Sentence is null)
        .GroupBy(shown => shown.Name.Split(',')[0])
        .SelectMany(method => method.Select(shown => (shown.Name, Drawn: Messages(shown.Card!))).DistinctBy(shown => shown.Drawn).Take(MostOfAMethod))
        .Select(shown => $"{Json(shown.Name)}: {shown.Drawn}");

    private static IEnumerable<string> Forms() => CardCatalogue.Forms(Sample.OrdinaryInTeams)
        .DistinctBy(shown => shown.Form!.Key)
        .Select(shown => $"{Json(shown.Name)}: {Dialog(TeamsDialog.Of(shown.Form!, Origin))}");

    /// <summary>Everything that could be taken for markup, in every place where people's words can stand.</summary>
    private static IEnumerable<string> Nasty()
    {
        var nasty = SampleChat.Teams.Nasty;
        yield return $"\"card\": {Messages(NastyCard.Of(nasty))}";
        yield return $"\"form\": {Dialog(TeamsDialog.Of(NastyCard.Form(nasty), Origin, new Dictionary<string, string> { ["text"] = nasty, [""] = nasty }, new Dictionary<string, string> { ["text"] = nasty }))}";
    }

    private static string Messages(Card card) => $"[{string.Join(", ", TeamsCard.Of(card).Select(message => $"{{ \"summary\": {Json(message.Summary)}, {Parts(message.Card)}"))}]";

    private static string Dialog(JsonObject dialog)
    {
        var value = dialog["task"]!["value"]!.AsObject();
        return $"{{ {string.Join(", ", value.Where(part => part.Key != "card").Select(Part))}, {Parts((JsonObject)value["card"]!["content"]!)}";
    }

    /// <summary>An element of the body a line.</summary>
    private static string Parts(JsonObject card) =>
        $"{string.Join(", ", card.Where(part => part.Key is not ("type" or "$schema" or "body")).Select(Part))}, \"body\": [{string.Concat(card["body"]!.AsArray().Select((block, index) => $"{(index == 0 ? "" : ",")}\n  {Json(block)}"))}] }}";

    private static string Part(KeyValuePair<string, JsonNode?> part) => $"{Json(part.Key)}: {Json(part.Value)}";

    private static string Json(object? value) => AstralCharacter().Replace(JsonSerializer.Serialize(value, Readable), found => string.Concat((char)Convert.ToInt32(found.Value[2..6], 16), (char)Convert.ToInt32(found.Value[8..12], 16)));

    /// <summary>The serialiser escapes emoji whatever it is told.</summary>
    [GeneratedRegex(@"\\uD[89AB][0-9A-F]{2}\\uD[C-F][0-9A-F]{2}")]
    private static partial Regex AstralCharacter();

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
