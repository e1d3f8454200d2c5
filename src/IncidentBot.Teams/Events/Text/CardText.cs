using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Http;

namespace IncidentBot.Teams.Events.Text;

/// <summary>What the cards of a message say, line by line, for messages that have no other words, such as alerts of other apps
/// (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference). What else is on a card says nothing.</summary>
internal static class CardText
{
    private static readonly string[] Lines = ["title", "subtitle", "summary", "activityTitle", "activitySubtitle", "text"];
    private static readonly string[] Parts = ["body", "items", "columns", "rows", "cells", "sections", "facts"];

    public static string Of(JsonElement message) => string.Join('\n', message.Items("attachments")
        .Where(attachment => attachment.Text("contentType")?.StartsWith("application/vnd.microsoft.", StringComparison.Ordinal) is true && attachment.Text("contentType")!.Contains("card", StringComparison.Ordinal))
        .SelectMany(attachment => Read(Content(attachment))).Where(line => !string.IsNullOrWhiteSpace(line)).Distinct());

    // Graph gives the content as a text.
    private static JsonElement Content(JsonElement attachment) => (attachment.Text("content") is { } written ? WellFormedJson.ReadObject(written) : attachment.Part("content")) ?? default;

    private static IEnumerable<string> Read(JsonElement element)
    {
        if ((element.Filled("title") ?? element.Filled("name")) is { } label && element.Filled("value") is { } value) return [$"{label}: {value}"];
        var runs = string.Concat(element.Items("inlines").Select(run => run.ValueKind is JsonValueKind.String ? run.GetString() : run.Text("text")));
        return [.. Lines.Select(name => element.Filled(name)).OfType<string>(), runs, .. Parts.SelectMany(name => element.Items(name).SelectMany(Read))];
    }
}
