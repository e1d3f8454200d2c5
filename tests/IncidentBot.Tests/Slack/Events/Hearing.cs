using System.Globalization;
using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.People;

namespace IncidentBot.Tests.Slack.Events;

/// <summary>Lets the bot hear payloads without a Slack, and writes what they tell as lines to compare.</summary>
internal static class Hearing
{
    public const string Team = "T1";

    /// <summary>When payloads arrive that say no time of their own.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero);

    public static readonly SlackSelf Self = new(Team, "UBOT", "BBOT");

    private static readonly Dictionary<string, string> Names = new() { ["U1"] = "Ana", ["U2"] = "Ben", ["UBOT"] = "IncidentBot", ["UROBOT"] = "Robot" };

    public static ValueTask<Person> PersonAsync(string team, string user, string? saidName, CancellationToken ct) =>
        ValueTask.FromResult(new Person(new($"slack:{team}", user), Names.GetValueOrDefault(user) ?? saidName ?? "Someone"));

    public static Reading Reading { get; } = new(Team, Self, PersonAsync, "A1");

    /// <summary>What an inner event tells, in the envelope in which it would come.</summary>
    public static Task<string> EventAsync(string inner) => PayloadAsync(Envelope(inner));

    public static string Envelope(string inner) => $$"""{"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev1","event_time":1700000999,"authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],"event":{{inner}}}""";

    /// <summary>What a payload tells, a line an event.</summary>
    public static async Task<string> PayloadAsync(string json) => string.Join(" / ", (await ReadAsync(json)).Select(LineOf));

    public static async Task<IReadOnlyList<ChatEvent>> ReadAsync(string json) => await PayloadReading.ReadAsync(JsonSerializer.Deserialize<JsonElement>(json), Self, PersonAsync, Now, CancellationToken.None);

    public static string LineOf(ChatEvent said) => $"{TimeOf(said.At)} {said.By.Name} in {PlaceOf(said.Place)}: " + said switch
    {
        MessagePosted posted => $"says {posted.Message.Id} \"{posted.Text}\"{Mentioned(posted.Mentions)}{string.Concat(posted.Files.Select(file => $" [{file.Name} {file.Url}]"))}",
        MessageEdited edited => $"edits {edited.Message.Id} of {TimeOf(edited.PostedAt)} \"{edited.Text}\"{Mentioned(edited.Mentions)}",
        MessageDeleted deleted => $"deletes {deleted.Message.Id} of {TimeOf(deleted.PostedAt)}",
        HighlightSet highlight => $"{highlight.How} {(highlight.On ? "on" : "off")} {highlight.Message.Id}",
        CommandGiven command => $"commands \"{command.Text}\"{Mentioned(command.Mentions)}",
        ButtonPressed button => $"presses {button.Action} \"{button.Value}\" of {button.Message?.Id ?? "nothing"}",
        FormSubmitted form => $"submits {form.Form} about \"{form.Context}\" {string.Join(", ", form.Values.Select(value => $"{value.Key}={value.Value}"))}{string.Concat(form.People.Select(person => $" {person.Key}:@{person.Value.Name}"))}",
        MessageChosen chosen => $"chooses {chosen.Action} for {chosen.Message.Id} \"{chosen.Text}\" by {chosen.Author.Name} of {TimeOf(chosen.PostedAt)}",
        RoomRenamed renamed => $"renames to {renamed.Name}",
        RoomMoved moved => $"moves to {PlaceOf(moved.To)}",
        RoomGone => "gone",
        HomeOpened => "opens home",
        PersonCame => "comes",
        PersonLeft => "leaves",
        _ => said.ToString(),
    };

    private static string PlaceOf(Place place) => place.Thread is null ? place.Channel.Id : $"{place.Channel.Id}/{place.Thread}";

    private static string Mentioned(IReadOnlyList<Person> people) => string.Concat(people.Select(person => $" +{person.Ref.Id}"));

    // Tests say times in seconds and microseconds, as Slack does.
    private static string TimeOf(DateTimeOffset at) => at == Now ? "now" : string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeSeconds() - 1_700_000_000}.{at.UtcTicks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}");
}
