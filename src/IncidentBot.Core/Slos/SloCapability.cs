using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Charges;

namespace IncidentBot.Core.Slos;

/// <summary>Error budgets: what is left, and what an incident cost.</summary>
public static class SloCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("slo", "slo [NAME]", "Shows what is left of every error budget, or one of them in full.", ShowSlos.Decide)
            {
                Aliases = ["slos", "budget", "budgets"],
                Needs = _ => new() { Slos = SloScope.All },
                Examples = ["slo", "slo checkout-availability"],
            },
            IncidentCommand.Of("charge", "charge [NAME] SHARE [TIME-TIME] | charge [NAME] none", "Says what it cost an SLO: which share of users was hit, from when to when.", ChargeBudget.Decide) with
            {
                Needs = ChargeBudget.NeedsOf,
                OpensForm = call => Addressed.Stripped(call).Words.Length == 0 ? ChargeForm.Key : null,
                Examples = ["charge checkout-availability 37% 14:02-14:31", "charge 37%", "charge all 2026-11-22 23:50 to 00:20", "charge checkout-availability none"],
            },
        ],
        Buttons = [new(ChargeForm.Key, ChargeForm.NotOpened) { OpensForm = ChargeForm.Key }],
        Forms = [ChargeForm.Use],
    };
}
