namespace IncidentBot.Core.Slos.Policy;

/// <summary>What was agreed to follow when an error budget is spent. The defaults follow the example policy of the SRE workbook, https://sre.google/workbook/error-budget-policy/.</summary>
public sealed record PolicySettings
{
    /// <summary>A budget that is exhausted in its window halts changes other than urgent fixes and security.</summary>
    public bool HaltWhenExhausted { get; init; } = true;

    /// <summary>One incident that spends more than this share of a window's budget requires a postmortem with a P0 action item; null: none does.</summary>
    public double? IncidentShare { get; init; } = 0.2;

    /// <summary>A class of incidents that spends more than this share of a quarter's budget requires a P0 item in the next planning; null: none does.</summary>
    public double? ClassShare { get; init; } = 0.2;
}
