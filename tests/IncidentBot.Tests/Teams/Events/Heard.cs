using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Chat;
using IncidentBot.Teams;
using IncidentBot.Teams.Events;

namespace IncidentBot.Tests.Teams.Events;

/// <summary>Activities as Teams would send them, and what they tell as lines to compare.</summary>
internal static class Heard
{
    public const string Tenant = "11111111-0000-4000-8000-000000000001";
    public const string Ana = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string Ben = "aaaaaaaa-0000-4000-8000-000000000002";
    public const string Bot = "28:bot";
    public const string Channel = "19:ops@thread.tacv2";
    public const string Team = "19:team@thread.tacv2";

    /// <summary>When activities arrive that say no time of their own.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 5, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (string Id, string Name)> Known = new()
    {
        ["29:ana"] = (Ana, "Ana"),
        ["29:ben"] = (Ben, "Ben Carter"),
        [Ana] = (Ana, "Ana"),
        [Ben] = (Ben, "Ben Carter"),
    };

    public static Reading Reading { get; } = new(PersonAsync, ChannelsAsync);

    /// <summary>In a thread of a channel, by Ana.</summary>
    public static JsonObject InChannel(string rest = "{}") => Activity($"{Channel};messageid=1700000001000", "channel", rest, ("team", Team), ("channel", Channel));

    public static JsonObject InChat(string rest = "{}") => Activity("19:chat@thread.v2", "groupChat", rest);

    public static JsonObject Directly(string rest = "{}") => Activity("a:ana", "personal", rest);

    /// <summary>What an activity tells, a line an event.</summary>
    public static async Task<string> TellsAsync(JsonNode activity) => string.Join(" / ", (await ReadAsync(activity)).Select(LineOf));

    public static async Task<IReadOnlyList<ChatEvent>> ReadAsync(JsonNode activity) => await ActivityReading.ReadAsync(Element(activity), Reading, Now, CancellationToken.None);

    public static JsonElement Element(JsonNode activity) => JsonSerializer.SerializeToElement(activity);

    /// <summary>A mention entity.</summary>
    public static string Mention(string id, string name) => $$"""{"type":"mention","text":"<at>{{name}}</at>","mentioned":{"id":"{{id}}","name":"{{name}}"} }""";

    private static JsonObject Activity(string conversation, string type, string rest, params (string Name, string Id)[] data)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1700000001000",
            ["timestamp"] = "2023-11-14T22:13:22.0000000Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://smba.trafficmanager.net/emea/",
            ["from"] = new JsonObject { ["id"] = "29:ana", ["name"] = "Ana", ["aadObjectId"] = Ana },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "IncidentBot" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["tenantId"] = Tenant },
        };
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        foreach (var (name, id) in data) channelData[name] = new JsonObject { ["id"] = id };
        activity["channelData"] = channelData;
        foreach (var (name, value) in JsonNode.Parse(rest)!.AsObject()) activity[name] = value?.DeepClone();
        return activity;
    }

    private static ValueTask<Person> PersonAsync(string tenant, string id, string? saidName, ChannelRef met, CancellationToken ct) => ValueTask.FromResult(
        Known.TryGetValue(id, out var known) ? new Person(TeamsIds.Person(tenant, known.Id), known.Name) : new(TeamsIds.Person(tenant, id), saidName ?? "Someone"));

    private static ValueTask<IReadOnlyList<ChannelRef>> ChannelsAsync(string tenant, string team, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<ChannelRef>>(team == Team ? [TeamsIds.Channel(tenant, Team), TeamsIds.Channel(tenant, Channel)] : []);

    private static string LineOf(ChatEvent said) => $"{TimeOf(said.At)} {said.By.Name} in {PlaceOf(said.Place)}: " + said switch
    {
        MessagePosted posted => $"says {Id(posted.Message)} \"{posted.Text}\"{Told(posted.ToBot)}{Mentioned(posted.Mentions)}{string.Concat(posted.Files.Select(file => $" [{file.Name} {file.Url}]"))}",
        MessageEdited edited => $"{(edited.Restores ? "restores" : "edits")} {Id(edited.Message)} of {TimeOf(edited.PostedAt)} \"{edited.Text}\"{Told(edited.ToBot)}{Mentioned(edited.Mentions)}",
        MessageDeleted deleted => $"deletes {Id(deleted.Message)} of {TimeOf(deleted.PostedAt)}",
        HighlightSet highlight => $"{highlight.How} {(highlight.On ? "on" : "off")} {Id(highlight.Message)}",
        CommandGiven command => $"commands \"{command.Text}\"{Mentioned(command.Mentions)}",
        ButtonPressed button => $"presses {button.Action} \"{button.Value}\" of {(button.Message is { } message ? Id(message) : "nothing")}",
        FormSubmitted form => $"submits {form.Form} about \"{form.Context}\" {string.Join(", ", form.Values.Select(value => $"{value.Key}={value.Value}"))}{string.Concat(form.People.Select(person => $" {person.Key}:@{person.Value.Name}"))}",
        MessageChosen chosen => $"chooses {chosen.Action} for {Id(chosen.Message)} \"{chosen.Text}\" by {chosen.Author.Name} of {TimeOf(chosen.PostedAt)}",
        RoomRenamed renamed => $"renames to {renamed.Name}",
        RoomGone => "gone",
        PersonCame => "comes",
        PersonLeft => "leaves",
        _ => said.ToString(),
    };

    // Tests count from one second: messages of this file have ids such as 1700000001000.
    private static string Id(MessageRef message) => message.Id.StartsWith("170000000", StringComparison.Ordinal) ? $"m{message.Id[9]}" : message.Id;

    private static string PlaceOf(Place place) => place.Thread is null ? place.Channel.Id : $"{place.Channel.Id}/{Id(new(place.Channel, place.Thread))}";

    private static string Told(string? toBot) => toBot is null ? "" : $" to bot \"{toBot}\"";

    private static string Mentioned(IReadOnlyList<Person> people) => string.Concat(people.Select(person => $" +{person.Name}"));

    private static string TimeOf(DateTimeOffset at) => at == Now ? "now" : (at - DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
