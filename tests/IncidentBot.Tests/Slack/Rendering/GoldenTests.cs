using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Rendering;
using Xunit;

namespace IncidentBot.Tests.Slack.Rendering;

/// <summary>How the cards look in Slack, read and agreed to by people. INCIDENTBOT_WRITE_GOLDENS=1 writes them anew, to be read again as a difference.</summary>
public sealed class GoldenTests
{
    private const int MostOfAMethod = 4;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Files => [.. CardCatalogue.Classes.Where(cards => Drawn(cards).Any()).Select(cards => cards.Name), "Forms"];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_cards_look_as_agreed(string file)
    {
        var lines = file == "Forms" ? Forms() : Drawn(CardCatalogue.Classes.Single(cards => cards.Name == file));
        var drawn = $"{{\n{string.Join(",\n", lines)}\n}}\n";
        if (Environment.GetEnvironmentVariable("INCIDENTBOT_WRITE_GOLDENS") == "1") File.WriteAllText(Path.Combine(Folder(), "Goldens", file + ".json"), drawn);
        else Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Slack", "Rendering", "Goldens", file + ".json")), drawn);
    }

    /// <summary>A card a line for each of its blocks, a sentence on one line.</summary>
    private static IEnumerable<string> Drawn(Type cards) => CardCatalogue.Of(cards, Sample.Ordinary)
        .Where(shown => shown.Form is null)
        .GroupBy(shown => shown.Name.Split(',')[0])
        .SelectMany(method => method.Take(method.First().Sentence is null ? MostOfAMethod : 1))
        .Select(shown => shown.Sentence is { } sentence ? $"{Json(shown.Name)}: {Json(Mrkdwn.Of(sentence))}" : $"{Json(shown.Name)}: [{string.Join(", ", SlackCard.Of(shown.Card!).Select(Message))}]");

    private static IEnumerable<string> Forms() => CardCatalogue.Forms(Sample.Ordinary)
        .DistinctBy(shown => shown.Form!.Key)
        .Select(shown => $"{Json(shown.Name)}: {View(SlackModal.Of(shown.Form!, new(SlackIds.Place(Sample.Team, "C0ROOM"))))}");

    private static string Message(SlackMessage message) => $"{{ \"text\": {Json(message.Text)}, \"blocks\": [{Lines(message.Blocks)}] }}";

    private static string View(JsonObject view) => $"{{ {string.Join(", ", view.Where(part => part.Key != "blocks").Select(part => $"{Json(part.Key)}: {Json(part.Value)}"))}, \"blocks\": [{Lines(view["blocks"]!.AsArray())}] }}";

    private static string Lines(JsonArray blocks) => string.Concat(blocks.Select((block, index) => $"{(index == 0 ? "" : ",")}\n  {Json(block)}"));

    private static string Json(object? value) => JsonSerializer.Serialize(value, Readable);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
