using IncidentBot.Core.ActionItems;
using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Tests.Cards;

/// <summary>What cards tell about: ordinary, or as large and as nasty as anybody could make it.</summary>
public sealed class Sample
{
    public const string Team = "T0123";

    private static readonly DateTimeOffset At = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    private readonly bool _largest;
    private readonly SampleChat _chat;
    private readonly Dictionary<int, string> _nasty = [];
    private readonly Lazy<IReadOnlyList<Incident>> _incidents;
    private readonly Lazy<IReadOnlyList<ActionItem>> _actionItems;
    private readonly Lazy<IReadOnlyList<Postmortem>> _reviews;
    private readonly Lazy<Situation> _situation;

    private Sample(bool largest, SampleChat chat)
    {
        _largest = largest;
        _chat = chat;
        _incidents = new(() => [Going, Bare, Resolved]);
        _actionItems = new(() => [Item(7) with { Owner = Ben, Priority = Priority.P1, Due = new(2026, 12, 1), Ticket = Address, FollowUp = Followed }, Item(8), Done, Dropped]);
        _reviews = new(() => [Asked, Review with { Answers = [], Askings = [] }, Approved, Revised]);
        _situation = new(MakeSituation);
    }

    public static Sample Ordinary { get; } = new(largest: false, SampleChat.Slack);

    public static Sample Largest { get; } = new(largest: true, SampleChat.Slack);

    public static Sample OrdinaryInTeams { get; } = new(largest: false, SampleChat.Teams);

    public static Sample LargestInTeams { get; } = new(largest: true, SampleChat.Teams);

    /// <summary>How commands begin.</summary>
    public string Prefix => _chat.Prefix;

    public DateTimeOffset Now => At.AddDays(3);

    /// <summary>How many there are of what a card lists.</summary>
    public int Many => _largest ? 200 : 2;

    public string Words(string words, int largest = 4000)
    {
        if (!_largest) return words;
        lock (_nasty) return _nasty.TryGetValue(largest, out var made) ? made : _nasty[largest] = string.Concat(Enumerable.Repeat(_chat.Nasty, 1 + largest / _chat.Nasty.Length))[..largest];
    }

    public BudgetChart Chart => new()
    {
        Slo = Words("checkout-availability"),
        About = Words("Error budget of the last 28 days · objective 99.9 % · measured"),
        Figure = "41 % left",
        Alt = Words("Error budget of checkout-availability: 41 % left, measured.", ChatImage.LongestAltText),
        Window = new(At.AddDays(-28), At),
        Runs = [[new(At.AddDays(-28), 1), new(At, 0.41)]],
        Marks = [],
    };

    public Person Ana => Person("U0ANA", "Ana");

    public Person Ben => Person("U0BEN", "Ben");

    public Place Room => _chat.Place("C0ROOM");

    public IncidentId IncidentId => new(Room.Channel.Workspace, _largest ? int.MaxValue : 42);

    public string Address => _largest ? "https://tickets.example/" + new string('x', 3200) + "?a|b>c" : "https://tickets.example/OPS-7";

    /// <summary>Open with all that can be known, open and bare, resolved.</summary>
    public IReadOnlyList<Incident> Incidents => _incidents.Value;

    /// <summary>Open with all that can be known, open and bare, done, dropped.</summary>
    public IReadOnlyList<ActionItem> ActionItems => _actionItems.Value;

    /// <summary>In review with comments, just begun, reviewed, on its way to its second version.</summary>
    public IReadOnlyList<Postmortem> Reviews => _reviews.Value;

    public Situation Situation => _situation.Value;

    public SampleBudgets Budgets => new(this);

    public ActionItem Item(int number) => new()
    {
        Id = new(Room.Channel.Workspace, number),
        Incident = IncidentId,
        Text = Words("Add a canary to the checkout deploy", 600),
        AddedBy = Ana,
        AddedAt = At,
    };

    /// <summary>Undecided, with a safeguard, with one that is done, with one that was dropped, accepted, taken back.</summary>
    public LuckLedger Luck => new(
        [Lucky(1), Lucky(2) with { Safeguard = Item(7).Id }, Lucky(3) with { Safeguard = Done.Id }, Lucky(4) with { Safeguard = Dropped.Id }, Lucky(5) with { Accepted = new(Words("The old disks go in March.", 500), new(2027, 2, 20), Ana) }, Lucky(6) with { TakenBack = true }],
        [ActionItems[0], Done, Dropped]);

    /// <summary>Exercises with many answers and with few, pulses with many and with none.</summary>
    public IReadOnlyList<ReflectionRound> Rounds =>
    [
        Round("R-3") with { Written = [.. Enumerable.Range(1, Many + 5).Select(number => new WrittenAnswer(Exercise.Safety, Words($"When pager {number} goes off", 1000)))] },
        Round("R-2"),
        Round(IncidentId.Label) with { Incident = IncidentId, Pulse = [.. Enum.GetValues<PulseStatement>().Select(statement => new StatementCounts(statement, [0, Many, 1, 2, 4]))] },
        Round(IncidentId.Label) with { Incident = IncidentId },
    ];

    private ReflectionRound Round(string name) => new() { Id = new(IncidentId.Workspace, name), Place = Room, Week = At.AddDays(-6) };

    private LuckyBreak Lucky(int number) => new()
    {
        Id = new(IncidentId.Workspace, number),
        Incident = IncidentId,
        Answer = $"reply:{number}",
        Text = Words("The backup had finished a minute before"),
        By = Ben,
        At = Now,
        DecidedBy = number == 1 ? null : Ana,
        DecidedAt = number == 1 ? null : Now,
    };

    public TimelineEntry Entry(int number) => new()
    {
        Id = $"m{number}",
        Incident = IncidentId,
        Kind = EntryKind.Message,
        At = At.AddMinutes(number),
        By = number % 2 == 0 ? Ana : Ben,
        Text = Words("seeing 500s on /checkout", 600),
        Files = [new(Words("graph.png", 200), "https://files.example/graph.png")],
        Message = new(Room.Channel, $"1700000000.{number:D6}"),
        Highlights = number == 0 ? [new(Ben, "reaction", At)] : [],
        Revisions = number == 1 ? [new(Words("seeing 400s"), At)] : [],
        Corrected = number == 0 ? new(At.AddMinutes(-3), Ben, At) : null,
        Merged = number == 3 ? new("m2", Ben, At) : null,
        Hidden = number == 4 ? new(Ben, At, Words("off topic", 200)) : null,
    };

    /// <summary>Incidents to choose from.</summary>
    public IReadOnlyList<Incident> OpenElsewhere => [.. Enumerable.Range(1, Many).Select(number => Going with { Id = new(IncidentId.Workspace, number) })];

    public ChosenMessage Chosen => new(Entry(1).Message!, null, Ben, Now, Words("the provider is down"));

    public Answer Answer(QuestionKind question, int number = 0) => new(question, Words("Card payments failed for an hour: a deploy removed the retry.", 40_000), number % 2 == 0 ? Ana : Ben, Now.AddMinutes(number), new(Room.Channel, $"1700000001.{number:D6}"))
    {
        Files = [new(Words("load.png", 300), Address)],
        ConfirmedBy = number == 1 ? Ana : null,
    };

    public Publication Publication => new(1, Now, Ana);

    public ReviewComment Comment(int number) => new(number, number % 2 == 0 ? QuestionKind.Impact : null, Words("Impact: numbers are missing", 4000), number % 2 == 0 ? Ben : Ana, Now, number % 2 == 0 ? new(Room.Channel, $"1700000003.{number:D6}") : null)
    {
        Files = [new(Words("load.png", 300), Address)],
    };

    private Situation MakeSituation() => new()
    {
        Settings = new() { AnnounceChannel = "C0ANNOUNCE", Slos = Budgets.Settings },
        Slos = Budgets.Ledger,
        CommandPrefix = Prefix,
        Incident = Incidents[2],
        Postmortem = Reviews[0],
        ActionItems = _largest ? [.. Enumerable.Range(1, Many).Select(number => ActionItems[0] with { Id = Item(number).Id })] : ActionItems,
        Incidents = [.. Enumerable.Range(1, Many).Select(number => Incidents[number % 3] with { Id = new(Room.Channel.Workspace, number) })],
        Timeline = [.. Enumerable.Range(0, Many).Select(Entry)],
        Highlights = [Entry(0)],
        Luck = Luck,
        LuckyBreak = Luck.Breaks[0],
        Round = Rounds[0],
        MessagesKnownToChat = Many,
    };

    /// <summary>Between them, every form opens in one.</summary>
    public IReadOnlyList<Situation> Situations => [Situation with { ActionItem = ActionItems[0], Entry = Entry(1) }, Situation with { Incident = Incidents[0], ActionItem = ActionItems[1] }, Situation with { Incident = null, Incidents = OpenElsewhere }, Situation with { Round = Rounds[2] }, Situation with { Consequence = SampleConsequences.Of(this)[2] }];

    public ReviewTurn Turn => new(new MessagePosted(Now, Ana, Room, new(Room.Channel, "1700000002.000001"), Words("done")), Incidents[2], Reviews[0], Situation);

    public Person Person(string id, string name) => new(_chat.Person(id), _largest ? name + Words("", 200) : name, "Europe/Lisbon");

    private Incident Going => Known with { Status = IncidentStatus.Identified, Milestones = [Reached(MilestoneKind.Started, -5), Reached(MilestoneKind.Detected, -2), Reached(MilestoneKind.Declared, 0)], TimeConflicts = [Conflict] };

    /// <summary>Of the incident that is open with all that can be known.</summary>
    public TimeConflict Conflict => new(7, Reached(MilestoneKind.Resolved, -10), MilestoneKind.Detected, null);

    private Incident Resolved => Known with { Status = IncidentStatus.Resolved, Milestones = [.. Enum.GetValues<MilestoneKind>().Select((kind, index) => Reached(kind, index * 10 - 5))] };

    private FollowUp Followed => new() { SnoozedUntil = new(2026, 12, 4), SnoozesInARow = 4, HandedOver = new(Ana, Ana, Now), NotReached = Now };

    private ActionItem Done => Item(9) with { Status = ActionItemStatus.Done, ClosedBy = Ana, ClosedAt = Now };

    private ActionItem Dropped => Item(10) with { Status = ActionItemStatus.Dropped, ClosedBy = Ana, ClosedAt = Now, DropReason = Words("not the cause") };

    private Postmortem Asked => Review with { Status = PostmortemStatus.InReview, Reviewers = [Ben], Drafts = 1, DraftedAt = Now, Comments = [.. Enumerable.Range(1, Many).Select(Comment)] };

    private Postmortem Approved => Review with { Status = PostmortemStatus.Reviewed, Reviewers = [Ben], Approvals = [new(Ben, Now)], Drafts = 1 };

    private Postmortem Revised => Review with { Publications = [Publication], Drafts = 1, DraftedAt = Now };

    private Incident Bare => new()
    {
        Id = IncidentId,
        TitleAsWritten = Words("checkout is failing"),
        Severity = Severity.Sev2,
        SeverityAssumed = true,
        Room = Room,
        RoomName = Words("inc-42-checkout-is-failing", 80),
        DeclaredIn = _chat.Place("C0GENERAL"),
        DeclaredBy = Ana,
        DeclaredAt = At,
        TimeZone = "Europe/Lisbon",
        Private = true,
        Members = [Ana.Ref],
        Milestones = [Reached(MilestoneKind.Declared, 0)],
    };

    private Incident Known => Bare with
    {
        Private = false,
        SeverityAssumed = false,
        Service = Words("checkout"),
        Budgets = [.. Budgets.OfIncident.Take(2)],
        Roles = [new(RoleHolder.Commander, Ben), .. Enumerable.Range(1, _largest ? 100 : 1).Select(number => new RoleHolder(_largest ? Words("", 60) + number : "communications", Ana))],
        Facts = [.. Enum.GetValues<FactKind>().SelectMany(kind => Enumerable.Range(0, _largest ? 20 : 1), (kind, number) => new Fact(kind, Words(kind + " in a sentence", 3000), Ana, At.AddMinutes(number)))],
    };

    private Postmortem Review => new()
    {
        Incident = IncidentId,
        StartedBy = Ana,
        StartedAt = Now,
        Askings = [new(QuestionKind.Detection, Now)],
        Answers = [.. Enum.GetValues<QuestionKind>().Where(question => question is not QuestionKind.ActionItems).SelectMany(_ => Enumerable.Range(0, _largest ? 3 : 1), (question, number) => Answer(question, number))],
        Skipped = [QuestionKind.GotLucky],
    };

    private Milestone Reached(MilestoneKind kind, int minutes) => new(kind, At.AddMinutes(minutes), Ben, Words("/incident status"));
}
