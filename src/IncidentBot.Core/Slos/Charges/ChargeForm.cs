using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Slos.Charges;

/// <summary>The form in which a person states what an incident cost, filled in with what is known.</summary>
public static class ChargeForm
{
    /// <summary>Of the button and the form. Never renamed: old messages still hold it.</summary>
    public const string Key = "slo.charge";

    internal const string SloField = "slo";
    internal const string ShareField = "share";
    internal const string FromField = "from";
    internal const string ToField = "to";

    public static FormUse Use { get; } = new(Key, Open, Check, Decide) { Needs = (place, context) => new() { Incident = IncidentId.TryParse(place.Channel.Workspace, context), Slos = SloScope.All } };

    /// <summary>It could not be opened: there is no such incident, or no SLO.</summary>
    public static Decision NotOpened(ButtonPressed pressed, Situation now) =>
        Decision.Refuse(pressed, now.Settings.Slos.Catalogue.Count == 0 ? ChargeCards.NoSlo(now.CommandPrefix) : HelpCards.NotVisible(now));

    private static Form? Open(FormOpening opening, Situation now)
    {
        if (now.Incident is not { } incident || now.Settings.Slos.Catalogue is not { Count: > 0 } all) return null;
        var own = now.Settings.Slos.Of(incident.Service);
        var stated = own is [var only] ? now.Slos.ChargeOf(only, incident.Id)?.Estimated : null;
        var (from, to) = (stated?.When.From ?? incident.Reached(MilestoneKind.Started)?.At, stated?.When.To ?? ImpactPeriod.End(incident));
        return ChargeCards.Form(incident, own, all, stated, Written(from), Written(to));

        string? Written(DateTimeOffset? at) => at is { } known ? Zones.Local(known, opening.By.TimeZone).ToString("yyyy-MM-dd HH:mm", Words.Culture) : null;
    }

    private static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now) =>
        now.Incident is null || Read(submitted, now) is not { Fault: { } fault } ? new Dictionary<string, string>() : new Dictionary<string, string> { [fault.Field] = fault.Sentence };

    private static Decision Decide(FormSubmitted submitted, Situation now)
    {
        if (now.Incident is not { } incident) return Decision.Refuse(submitted, HelpCards.NotVisible(now));
        return Read(submitted, now) switch
        {
            { Fault: { } fault } => Decision.Refuse(submitted, fault.Sentence),
            { Slo: { } slo, Stated: { } stated } read => ChargeBudget.Charge(incident, slo, stated, submitted, now, read.Remark),
            { Slo: { } slo } => ChargeBudget.TakeBack(incident, slo, submitted, now),
            _ => Decision.Refuse(submitted, ChargeCards.SloMissing),
        };
    }

    private static Submission Read(FormSubmitted submitted, Situation now)
    {
        if (now.Settings.Slos.Find(Value(SloField)) is not { } slo) return Wrong(SloField, ChargeCards.SloMissing);
        var share = ShareText.Read(Value(ShareField));
        if (share is ShareReading.Refused refused) return Wrong(ShareField, refused.Sentence);
        if (share is not ShareReading.Of { Bad: var bad }) return new(slo, null, null, null);
        if (Value(FromField).Length == 0) return Wrong(FromField, ChargeCards.BeginningMissing);
        if (Value(ToField).Length == 0) return Wrong(ToField, ChargeCards.EndMissing);
        return ImpactText.Read(Value(FromField), Value(ToField), submitted.At, submitted.By.TimeZone) switch
        {
            ImpactReading.Refused wrong => Wrong(wrong.IsEnd ? ToField : FromField, wrong.Sentence),
            ImpactReading.At { When: var when } when ChargeBudget.Refuses(slo, when, submitted.At) is { } why => Wrong(FromField, why),
            ImpactReading.At { When: var when, Remark: var remark } => new(slo, new(bad, when, submitted.By, submitted.At), remark, null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        string Value(string field) => submitted.Values.GetValueOrDefault(field, "").Trim();
        Submission Wrong(string field, string sentence) => new(null, null, null, (field, sentence));
    }

    /// <param name="Stated">Null: what was stated is taken back.</param>
    private sealed record Submission(Slo? Slo, Estimate? Stated, string? Remark, (string Field, string Sentence)? Fault);
}
