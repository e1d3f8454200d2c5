using IncidentBot.Core.ActionItems;

namespace IncidentBot.Core.Luck;

public enum LuckState
{
    Undecided,

    /// <summary>An open action item is to stand in for luck.</summary>
    SafeguardPlanned,
    SafeguardDone,
    RiskAccepted,
}

/// <summary>Lucky breaks with the action items that are their safeguards. What became of a break follows from its item, so that a dropped one leaves it undecided.</summary>
public sealed record LuckLedger(IReadOnlyList<LuckyBreak> Breaks, IReadOnlyList<ActionItem> Items)
{
    public static readonly LuckLedger Empty = new([], []);

    /// <summary>Those that nobody has decided on, by number.</summary>
    public IEnumerable<LuckyBreak> Undecided => Breaks.Where(one => !one.TakenBack && StateOf(one) is LuckState.Undecided).OrderBy(one => one.Id.Number);

    public LuckyBreak? Find(LuckyBreakId id) => Breaks.FirstOrDefault(one => one.Id == id);

    public LuckyBreak? OfAnswer(string answer) => Breaks.FirstOrDefault(one => one.Answer == answer);

    public ActionItem? SafeguardOf(LuckyBreak one) => one.Safeguard is { } id ? Items.FirstOrDefault(item => item.Id == id) : null;

    public LuckState StateOf(LuckyBreak one) => one switch
    {
        { Accepted: not null } => LuckState.RiskAccepted,
        { Safeguard: null } => LuckState.Undecided,
        _ => (SafeguardOf(one)?.Status ?? ActionItemStatus.Open) switch
        {
            ActionItemStatus.Open => LuckState.SafeguardPlanned,
            ActionItemStatus.Done => LuckState.SafeguardDone,
            ActionItemStatus.Dropped => LuckState.Undecided,
        },
    };

    /// <summary>With these in place of what they were.</summary>
    public LuckLedger With(IEnumerable<LuckyBreak> changed, IEnumerable<ActionItem> items) => new(
        [.. changed.Concat(Breaks).DistinctBy(one => one.Id)],
        [.. items.Concat(Items).DistinctBy(item => item.Id)]);
}
