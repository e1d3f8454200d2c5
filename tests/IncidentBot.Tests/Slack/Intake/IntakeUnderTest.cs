using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.Intake;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Rooms;
using IncidentBot.Tests.Slack.Api;
using IncidentBot.Tests.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IncidentBot.Tests.Slack.Intake;

/// <summary>The way in from Slack before an inbox that only records, with a scripted Slack behind it and a real store for forms.</summary>
internal sealed class IntakeUnderTest : IAsyncDisposable
{
    private readonly LiteDbUnderTest _files;
    private readonly SlackUnderTest _slack = new();
    private readonly OpenStorage _storage;
    private readonly SlackIntake _intake;

    private IntakeUnderTest(OpenStorage storage, LiteDbUnderTest files)
    {
        (_storage, _files) = (storage, files);
        var interactions = new Interactions(new Loader(storage.Store, new Chats([_slack.Chat]), new BotSettings(), TimeProvider.System));
        var logs = _slack.Get<ILoggerFactory>();
        Ignored = new(logs.CreateLogger<IgnoredPayloads>());
        _intake = new(
            Inbox, new(interactions, _slack.Get<SlackApi>(), People, Bot, _slack.Clock, logs.CreateLogger<FormAtOnce>()), People, Bot,
            new(People, Bot, History, logs.CreateLogger<SlackUpkeep>()), _slack.Get<ResponseUrls>(), Ignored, _slack.Clock, logs.CreateLogger<SlackIntake>());
        Translator = new(People, Bot, _slack.Get<Conversations>());
    }

    public RecordingInbox Inbox { get; } = new();

    public HistoryRequests History { get; } = new();

    public IgnoredPayloads Ignored { get; }

    public SlackTranslator Translator { get; }

    public FakeTimeProvider Clock => _slack.Clock;

    public ScriptedSlack Slack => _slack.Slack;

    public SlackPeople People => _slack.Get<SlackPeople>();

    public SlackBot Bot => _slack.Get<SlackBot>();

    public ResponseUrls ResponseUrls => _slack.Get<ResponseUrls>();

    public IEnumerable<string> Logged => _slack.Logged;

    public static async Task<IntakeUnderTest> OpenAsync()
    {
        var files = new LiteDbUnderTest();
        return new(await files.OpenAsync(TimeProvider.System), files);
    }

    /// <summary>There is an open incident of this number.</summary>
    public Task DeclaredAsync(int number) => _storage.Store.CommitAsync(Sample.Commit(Sample.Incident(number, workspace: "slack:T1")), TestContext.Current.CancellationToken);

    public Task<CommitResult> HasAsync(params IAggregate[] aggregates) => _storage.Store.CommitAsync(Sample.Commit(aggregates), TestContext.Current.CancellationToken);

    /// <summary>The body of the acknowledgement; empty for none.</summary>
    public async Task<string> TakeAsync(string payload) => (await TakingAsync(payload)).Body?.ToJsonString() ?? "";

    public Task<SlackAck> TakingAsync(string payload) => _intake.TakeAsync(JsonSerializer.Deserialize<JsonElement>(payload), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _slack.Dispose();
        await _storage.Whole.DisposeAsync();
        _files.Dispose();
    }
}
