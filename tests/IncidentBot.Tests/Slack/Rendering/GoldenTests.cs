using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Rendering;
using IncidentBot.Tests.Cards;
using Xunit;

namespace IncidentBot.Tests.Slack.Rendering;

/// <summary>How the cards look in Slack, read and agreed to by people. INCIDENTBOT_WRITE_GOLDENS=1 writes them anew, to be read again as a difference.</summary>
public sealed partial class GoldenTests
{
    private const int MostOfAMethod = 4;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        else Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Slack", "Rendering", "Goldens", file + ".json")), drawn);
    }

    /// <summary>A card a line for each of its blocks, a sentence on one line.</summary>
    private static IEnumerable<string> Drawn(Type cards) => CardCatalogue.Of(cards, Sample.Ordinary)
        .Where(shown => shown.Form is null)
        .GroupBy(shown => shown.Name.Split(',')[0])
        .SelectMany(method => method.Select(shown => (shown.Name, Drawn: Drawn(shown))).DistinctBy(shown => shown.Drawn).Take(method.First().Sentence is null ? MostOfAMethod : 1))
        .Select(shown => $"{Json(shown.Name)}: {shown.Drawn}");

    private static string Drawn(Shown shown) => shown.Sentence is { } sentence ? Json(Mrkdwn.Of(sentence)) : $"[{string.Join(", ", SlackCard.Of(shown.Card!).Select(Message))}]";

    /// <summary>Everything that could be taken for markup, in every place where people's words can stand.</summary>
    private static IEnumerable<string> Nasty()
    {
        var person = new Person(SlackIds.Person("T1", "not-of-Slack"), SampleChat.Slack.Nasty);
        var spans = RichText.Of($"{SampleChat.Slack.Nasty}{RichText.Bold(SampleChat.Slack.Nasty)}{RichText.Italic(SampleChat.Slack.Nasty)}{RichText.Code(SampleChat.Slack.Nasty)}{RichText.Link("https://x.test", SampleChat.Slack.Nasty)}{person}");
        var card = new Card(SampleChat.Slack.Nasty, new Heading(SampleChat.Slack.Nasty), new Heading(SampleChat.Slack.Nasty, 2), new Paragraph(spans), new Bullets([SampleChat.Slack.Nasty, spans]), new Facts([new(SampleChat.Slack.Nasty, spans)]),
            new Quote(SampleChat.Slack.Nasty, spans), new Table([SampleChat.Slack.Nasty], [[spans]]), new Choices([new("a.b", SampleChat.Slack.Nasty, SampleChat.Slack.Nasty)]));
        yield return $"\"card\": {Drawn(new Shown("card", card))}";
        var form = new Form("a.b", SampleChat.Slack.Nasty, SampleChat.Slack.Nasty, SampleChat.Slack.Nasty, [new TextField("text", SampleChat.Slack.Nasty) { Hint = SampleChat.Slack.Nasty, Initial = SampleChat.Slack.Nasty }, new ChoiceField("choice", SampleChat.Slack.Nasty, [new("1", SampleChat.Slack.Nasty)])]);
        yield return $"\"form\": {View(SlackModal.Of(form, new(SlackIds.Place("T1", "C1"))))}";
    }

    private static IEnumerable<string> Forms() => CardCatalogue.Forms(Sample.Ordinary)
        .DistinctBy(shown => shown.Form!.Key)
        .Select(shown => $"{Json(shown.Name)}: {View(SlackModal.Of(shown.Form!, new(SlackIds.Place(Sample.Team, "C0ROOM"))))}");

    private static string Message(SlackMessage message) => $"{{ \"text\": {Json(message.Text)}, \"blocks\": [{Lines(message.Blocks)}] }}";

    private static string View(JsonObject view) => $"{{ {string.Join(", ", view.Where(part => part.Key != "blocks").Select(part => $"{Json(part.Key)}: {Json(part.Value)}"))}, \"blocks\": [{Lines(view["blocks"]!.AsArray())}] }}";

    private static string Lines(JsonArray blocks) => string.Concat(blocks.Select((block, index) => $"{(index == 0 ? "" : ",")}\n  {Json(block)}"));

    private static string Json(object? value) => AstralCharacter().Replace(JsonSerializer.Serialize(value, Readable), found => string.Concat((char)Convert.ToInt32(found.Value[2..6], 16), (char)Convert.ToInt32(found.Value[8..12], 16)));

    /// <summary>The serialiser escapes emoji whatever it is told.</summary>
    [GeneratedRegex(@"\\uD[89AB][0-9A-F]{2}\\uD[C-F][0-9A-F]{2}")]
    private static partial Regex AstralCharacter();

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
