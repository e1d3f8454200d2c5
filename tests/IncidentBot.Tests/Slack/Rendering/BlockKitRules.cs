using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Slack.Rendering;

/// <summary>What Slack refuses, written down a second time and apart from the renderer: docs.slack.dev/reference/block-kit</summary>
public static partial class BlockKitRules
{
    /// <summary>What is wrong with a message, as sentences; none when Slack takes it.</summary>
    public static IReadOnlyList<string> BrokenByMessage(JsonArray blocks, string text)
    {
        var faults = new List<string>(BrokenByBlocks(blocks, 50));
        Length(faults, "text", text, 1, 4000);
        Markup(faults, "text", text);
        if (blocks.Count(block => Type(block) == "table") > 1) faults.Add("more than one table in a message");
        faults.AddRange(blocks.Where(block => Type(block) == "input").Select(_ => "an input in a message"));
        return faults;
    }

    public static IReadOnlyList<string> BrokenByModal(JsonNode view)
    {
        var faults = new List<string>(BrokenByBlocks(view["blocks"]!.AsArray(), 100));
        foreach (var part in (string[])["title", "submit", "close"]) PlainText(faults, part, view[part], 24);
        Length(faults, "callback_id", (string)view["callback_id"]!, 1, 255);
        Length(faults, "private_metadata", (string)view["private_metadata"]!, 0, 3000);
        if (view["blocks"]!.AsArray().Any(block => Type(block) == "table")) faults.Add("a table in a view");
        return faults;
    }

    public static IReadOnlyList<string> BrokenByHome(JsonNode view)
    {
        var faults = new List<string>(BrokenByBlocks(view["blocks"]!.AsArray(), 100));
        if (view["blocks"]!.AsArray().Any(block => Type(block) == "table")) faults.Add("a table in a view");
        return faults;
    }

    private static IEnumerable<string> BrokenByBlocks(JsonArray blocks, int most)
    {
        var faults = new List<string>();
        if (blocks.Count > most) faults.Add($"{blocks.Count} blocks");
        foreach (var block in blocks) Block(faults, block!);
        Unique(faults, "block_id", blocks.Select(block => (string?)block!["block_id"]));
        Unique(faults, "action_id", blocks.Where(block => Type(block) == "actions").SelectMany(block => block!["elements"]!.AsArray()).Select(element => (string?)element!["action_id"]));
        return faults;
    }

    private static void Block(List<string> faults, JsonNode block)
    {
        if ((string?)block["block_id"] is { } id) Length(faults, "block_id", id, 1, 255);
        switch (Type(block))
        {
            case "header":
                PlainText(faults, "header", block["text"], 150);
                break;
            case "section":
                if (block["text"] is null && block["fields"] is null) faults.Add("a section without text and fields");
                if (block["text"] is { } text) Mrkdwn(faults, "section", text, 3000);
                if (block["fields"] is JsonArray fields)
                {
                    Count(faults, "fields", fields, 1, 10);
                    foreach (var field in fields) Mrkdwn(faults, "field", field!, 2000);
                }
                break;
            case "context":
                Count(faults, "context elements", block["elements"]!.AsArray(), 1, 10);
                foreach (var element in block["elements"]!.AsArray()) Mrkdwn(faults, "context", element!, 3000);
                break;
            case "actions":
                Count(faults, "actions", block["elements"]!.AsArray(), 1, 25);
                foreach (var button in block["elements"]!.AsArray()) Button(faults, button!);
                break;
            case "table":
                Table(faults, block);
                break;
            case "input":
                Input(faults, block);
                break;
            default:
                faults.Add($"an unknown block {Type(block)}");
                break;
        }
    }

    private static void Button(List<string> faults, JsonNode button)
    {
        if (Type(button) != "button") faults.Add($"{Type(button)} where buttons stand");
        PlainText(faults, "button", button["text"], 75);
        Length(faults, "value", (string)button["value"]!, 0, 2000);
        Length(faults, "action_id", (string)button["action_id"]!, 1, 255);
        if ((string?)button["style"] is not (null or "primary" or "danger")) faults.Add($"the style {button["style"]}");
    }

    private static void Table(List<string> faults, JsonNode table)
    {
        var rows = table["rows"]!.AsArray();
        Count(faults, "rows", rows, 1, 100);
        foreach (var row in rows)
        {
            Count(faults, "cells", row!.AsArray(), 1, 20);
            if (row.AsArray().Count != rows[0]!.AsArray().Count) faults.Add("a row that is not as wide as the header");
            foreach (var cell in row.AsArray())
                if (Type(cell) == "raw_text") Length(faults, "cell", (string)cell!["text"]!, 1, 10_000);
                else if (Type(cell) == "rich_text") RichText(faults, cell!);
                else faults.Add($"a cell of {Type(cell)}");
        }
        if (table["column_settings"] is JsonArray columns) Count(faults, "column_settings", columns, 0, 20);
        if (WordsOf(table) > 10_000) faults.Add($"{WordsOf(table)} characters in a table");
    }

    private static int WordsOf(JsonNode table) => table["rows"]!.AsArray().SelectMany(row => row!.AsArray()).Sum(cell => Type(cell) == "raw_text"
        ? ((string)cell!["text"]!).Length
        : cell!["elements"]![0]!["elements"]!.AsArray().Sum(element => ((string?)element!["text"] ?? "").Length));

    private static void RichText(List<string> faults, JsonNode cell)
    {
        var elements = cell["elements"]![0]!["elements"]!.AsArray();
        if (elements.Count == 0) faults.Add("rich text without elements");
        foreach (var element in elements)
            switch (Type(element))
            {
                case "text": Length(faults, "rich text", (string)element!["text"]!, 1, 10_000); break;
                case "link": Address(faults, (string)element!["url"]!); break;
                case "user": Id(faults, (string)element!["user_id"]!); break;
                case "channel": Id(faults, (string)element!["channel_id"]!); break;
                case "date": Length(faults, "fallback", (string)element!["fallback"]!, 1, 100); break;
                default: faults.Add($"rich text with {Type(element)}"); break;
            }
    }

    private static void Input(List<string> faults, JsonNode block)
    {
        PlainText(faults, "label", block["label"], 2000);
        if (block["hint"] is { } hint) PlainText(faults, "hint", hint, 2000);
        var element = block["element"]!;
        Length(faults, "action_id", (string)element["action_id"]!, 1, 255);
        switch (Type(element))
        {
            case "plain_text_input":
                var most = (int)element["max_length"]!;
                if (most is < 1 or > 3000) faults.Add($"max_length {most}");
                if ((string?)element["initial_value"] is { } initial) Length(faults, "initial_value", initial, 1, most);
                break;
            case "static_select" or "radio_buttons":
                Options(faults, element, Type(element) == "radio_buttons" ? 10 : 100);
                break;
            case "users_select":
                if ((string?)element["initial_user"] is { } user) Id(faults, user);
                break;
            default:
                faults.Add($"an input of {Type(element)}");
                break;
        }
    }

    private static void Options(List<string> faults, JsonNode element, int most)
    {
        var options = element["options"]!.AsArray();
        Count(faults, "options", options, 1, most);
        foreach (var option in options)
        {
            PlainText(faults, "option", option!["text"], 75);
            Length(faults, "option value", (string)option["value"]!, 1, 75);
        }
        Unique(faults, "option value", options.Select(option => (string?)option!["value"]));
        if (element["initial_option"] is { } initial && !options.Any(option => JsonNode.DeepEquals(option, initial))) faults.Add("an initial option that is not one of the options");
    }

    private static void Mrkdwn(List<string> faults, string where, JsonNode text, int most)
    {
        if (Type(text) != "mrkdwn") faults.Add($"{where} of {Type(text)}");
        if ((bool?)text["verbatim"] != true) faults.Add($"{where} is not verbatim, so @here and #names in it are live");
        Length(faults, where, (string)text["text"]!, 1, most);
        Markup(faults, where, (string)text["text"]!);
    }

    private static void PlainText(List<string> faults, string where, JsonNode? text, int most)
    {
        if (Type(text) != "plain_text") faults.Add($"{where} of {Type(text)}");
        Length(faults, where, (string)text!["text"]!, 1, most);
    }

    /// <summary>Every angle bracket belongs to a piece of markup that is whole, every ampersand to an entity.</summary>
    private static void Markup(List<string> faults, string where, string text)
    {
        var rest = WholeMarkup().Replace(text, "");
        if (rest.AsSpan().ContainsAny('<', '>') && QuoteMarks().Replace(rest, "").AsSpan().ContainsAny('<', '>')) faults.Add($"{where} with a loose angle bracket: {rest}");
        if (LooseAmpersand().IsMatch(text)) faults.Add($"{where} with a loose ampersand: {text}");
        if (text.Contains('\0', StringComparison.Ordinal)) faults.Add($"{where} with NUL");
    }

    private static void Address(List<string> faults, string url)
    {
        Length(faults, "url", url, 1, 3000);
        if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) faults.Add($"a link to {url}");
    }

    private static void Id(List<string> faults, string id)
    {
        if (!SlackId().IsMatch(id)) faults.Add($"the id {id}");
    }

    private static void Length(List<string> faults, string what, string text, int least, int most)
    {
        if (text.Length < least || text.Length > most) faults.Add($"{what} of {text.Length} characters");
        if (least > 0 && string.IsNullOrWhiteSpace(text)) faults.Add($"{what} is blank");
    }

    private static void Count(List<string> faults, string what, JsonArray items, int least, int most)
    {
        if (items.Count < least || items.Count > most) faults.Add($"{items.Count} {what}");
    }

    private static void Unique(List<string> faults, string what, IEnumerable<string?> values)
    {
        foreach (var twice in values.OfType<string>().GroupBy(value => value).Where(group => group.Count() > 1)) faults.Add($"{what} {twice.Key} more than once");
    }

    private static string? Type(JsonNode? node) => (string?)node?["type"];

    [GeneratedRegex("<@[UW][A-Z0-9]+>|<#[CGD][A-Z0-9]+>|<!date\\^[0-9]+\\^[^|<>]+\\|[^<>]+>|<https?://[^|<>\\s]+(\\|[^<>|\n]+)?>", RegexOptions.IgnoreCase)]
    private static partial Regex WholeMarkup();

    [GeneratedRegex("^> ?", RegexOptions.Multiline)]
    private static partial Regex QuoteMarks();

    [GeneratedRegex("&(?!amp;|lt;|gt;)")]
    private static partial Regex LooseAmpersand();

    [GeneratedRegex("^[UWCGD][A-Z0-9]+$")]
    private static partial Regex SlackId();
}
