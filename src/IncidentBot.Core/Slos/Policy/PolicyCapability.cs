using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>What follows when error budgets are spent.</summary>
public static class PolicyCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("policy", "policy [ack NAME | override NAME REASON | planned NAME WHERE]", "Shows what was agreed to follow when an error budget is spent, and what stands now.", ShowPolicy.Decide)
            {
                Needs = _ => AskedConsequence.NeedsOfCommand,
                ForTheRecord = true,
                Examples = ["policy", "policy ack checkout-availability", "policy override INC-7 the supplier's outage, nothing of ours to fix", "policy planned expired-certificate https://plan.example/q1"],
            },
            ClassifyIncident.Command,
        ],
        Buttons =
        [
            new(PolicyButtons.Acknowledge, AcknowledgeConsequence.Decide) { Needs = pressed => AskedConsequence.NeedsOf(pressed.Value) },
            new(PolicyButtons.SetAside, SetConsequenceAside.Decide) { Needs = pressed => AskedConsequence.NeedsOf(pressed.Value), OpensForm = PolicyButtons.SetAside },
            new(PolicyButtons.Plan, PlanConsequence.Decide) { Needs = pressed => AskedConsequence.NeedsOf(pressed.Value), OpensForm = PolicyButtons.Plan },
            .. ClassifyIncident.Buttons,
        ],
        Forms = [SetConsequenceAside.Form, PlanConsequence.Form, ClassifyIncident.Form],
    };
}
