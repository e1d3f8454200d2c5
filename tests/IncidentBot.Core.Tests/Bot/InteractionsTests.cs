using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class InteractionsTests
{
    private readonly MemoryStore _store = new();
    private readonly Interactions _interactions;

    public InteractionsTests() => _interactions = new(new Loader(_store, new Chats([new StoryChat(() => [])]), Some.Settings, TimeProvider.System));

    [Theory]
    [InlineData("action", ActionItemButtons.Open)]
    [InlineData("Action!", ActionItemButtons.Open)]
    [InlineData("start", IncidentActions.Declare)]
    [InlineData("action Add a canary", null)]
    [InlineData("start checkout is failing", null)]
    [InlineData("no such command", null)]
    public async Task A_command_opens_a_form_when_its_words_ask_for_one(string text, string? form)
    {
        await Has(Some.Incident());
        Assert.Equal(form, (await Opened(Some.Command(text)))?.Key);
    }

    [Theory]
    [InlineData(ActionItemButtons.Open, "INC-1", ActionItemButtons.Open)]
    [InlineData(ActionItemButtons.Open, "A-1", ActionItemButtons.Open)]
    [InlineData(ActionItemButtons.Open, "A-9", null)]
    [InlineData(ActionItemButtons.Open, "INC-9", null)]
    [InlineData(ActionItemButtons.Done, "A-1", null)]
    [InlineData("of.an-older-version", "A-1", null)]
    public async Task A_button_opens_its_form_where_that_can_be_filled(string action, string value, string? form)
    {
        await Has(Some.Incident(), Some.ActionItem());
        Assert.Equal(form, (await Opened(Pressed(action, value)))?.Key);
    }

    [Fact]
    public async Task A_message_opens_nothing() => Assert.Null(await Opened(Some.Posted("action")));

    [Fact]
    public async Task A_form_about_a_private_incident_does_not_open_outside()
    {
        await Has(Some.Incident() with { Private = true }, Some.ActionItem());
        Assert.Null(await Opened(Pressed(ActionItemButtons.Open, "A-1") with { By = Some.Chidi, Place = Some.Place("general") }));
        Assert.NotNull(await Opened(Pressed(ActionItemButtons.Open, "A-1") with { By = Some.Ben, Place = Some.Place("general") }));
    }

    [Fact]
    public async Task Faults_are_told_by_field()
    {
        await Has(Some.Incident());
        var faults = await Checked(ActionItemButtons.Open, ("text", ""), ("due", "soon"));
        Assert.Equal(["due", "text"], faults.Keys.Order());
    }

    [Fact]
    public async Task A_form_of_an_older_version_is_delivered_and_answered_there()
    {
        Assert.Empty(await Checked("of.an-older-version"));
        var answer = Routing.Decide(new FormSubmitted(Some.Time, Some.Ana, Some.Room, "of.an-older-version", "", new Dictionary<string, string>()), Some.Situation());
        Assert.Contains("older version", Assert.IsType<Whisper>(Assert.Single(answer.Say)).Card.Fallback, StringComparison.Ordinal);
    }

    private async Task Has(params IAggregate[] aggregates)
    {
        IAggregate[] saved = [.. aggregates.Select(aggregate => aggregate switch
        {
            Incident incident => incident with { Version = 0 },
            ActionItem item => item with { Version = 0 },
            _ => aggregate,
        })];
        Assert.Equal(CommitResult.Done, await _store.CommitAsync(new(new() { Save = saved }, [], Some.Time), CancellationToken.None));
    }

    private Task<Form?> Opened(ChatEvent said) => _interactions.FormForAsync(said, CancellationToken.None);

    private Task<IReadOnlyDictionary<string, string>> Checked(string form, params (string Field, string Value)[] values) =>
        _interactions.CheckAsync(new(Some.Time, Some.Ana, Some.Room, form, "", values.ToDictionary(value => value.Field, value => value.Value)), CancellationToken.None);

    private static ButtonPressed Pressed(string action, string value) => new(Some.Time, Some.Ana, Some.Room, null, action, value);
}
