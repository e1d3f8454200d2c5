using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Timeline;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Incidents;

/// <summary>Declares an incident: gives it a number and a room, and tells people.</summary>
public static class DeclareIncident
{
    /// <summary>Taken when nobody says how bad it is, and called assumed.</summary>
    public const Severity DefaultSeverity = Severity.Sev3;

    public static readonly Needs NeedsOfForm = new() { Counters = true, Incidents = new(OpenOnly: true, Limit: int.MaxValue), Slos = SloScope.All };

    /// <summary>The label of an existing incident in place of a title asks for that one.</summary>
    public static Needs NeedsOf(Call call) => NeedsOfForm with { Incident = Addressed.IdIn(call, Read(call).Title) };

    /// <summary>Words without a title, save refused ones, open the form. Mentions alone do not: the form would forget them.</summary>
    public static string? OpensForm(Call call) => Declaration.Read(call.Words) is { Title.Length: 0, Refusal: null } ? IncidentActions.Declare : null;

    public static Decision Decide(Call call, Situation now)
    {
        var given = Read(call);
        if (now.Chat.Rooms is RoomKind.None) return call.Refuse(DeclareCards.NoRoomHere(now.CommandPrefix));
        if (given.Refusal is { } why) return call.Refuse(why);
        if (Addressed.IdIn(call, given.Title) is not null) return ContinueHere.Decide(call, given, now);
        return given.Title.Length == 0 ? call.Refuse(DeclareCards.TitleMissing) : Declare(call.Said, given, now);
    }

    private static Declaration Read(Call call) => Declaration.Read(call.Words).Mentioning([.. call.Mentions.DistinctBy(person => person.Ref)]);

    /// <summary>Null where no incident can be started.</summary>
    public static Form? Open(FormOpening opening, Situation now) => now.Chat.Rooms is RoomKind.None ? null : DeclareCards.Form(Declaration.Read(opening.Context), ChoiceOfRoom(opening.Place, now));

    /// <summary>The button that opens the form, where it could not be opened.</summary>
    public static Decision NotOpened(ButtonPressed pressed, Situation now) => Decision.Refuse(pressed, DeclareCards.NoRoomHere(now.CommandPrefix));

    public static IReadOnlyDictionary<string, string> Check(FormSubmitted submitted, Situation now)
    {
        var faults = new Dictionary<string, string>();
        var given = ReadForm(submitted);
        if (now.Chat.Rooms is RoomKind.None) faults["title"] = DeclareCards.NoRoomHere(now.CommandPrefix).ToPlainText();
        else if (given.Refusal is { } why) faults["title"] = why;
        else if (given.Title.Length == 0) faults["title"] = DeclareCards.TitleMissing;
        if (IncidentTitle.Read(submitted.Values.GetValueOrDefault("service", "")).Refusal is { } wrong) faults["service"] = wrong;
        if (IsHere(given, submitted, now) && Taken(submitted, now) is { } open) faults[ChoiceOfRoom(submitted.Place, now) is null ? "title" : "room"] = DeclareCards.RoomTaken(open, now.Chat.Rooms, now.CommandPrefix).ToPlainText();
        return faults;
    }

    public static Decision Decide(FormSubmitted submitted, Situation now) =>
        Check(submitted, now).Values.FirstOrDefault() is { } fault ? Decision.Refuse(submitted, fault) : Declare(submitted, ReadForm(submitted), now);

    private static Declaration ReadForm(FormSubmitted submitted)
    {
        var title = IncidentTitle.Read(submitted.Values.GetValueOrDefault("title", ""));
        var service = IncidentTitle.Read(submitted.Values.GetValueOrDefault("service", ""));
        return new()
        {
            Title = title.Text,
            Refusal = title.Refusal,
            Service = service.Text.Length > 0 ? service.Text : null,
            Severity = Declaration.SeverityOf(submitted.Values.GetValueOrDefault("severity", "")),
            Here = submitted.Values.GetValueOrDefault("room") == "here",
            Private = submitted.Values.GetValueOrDefault("private") == "yes",
        };
    }

    /// <param name="know">Adds what is known of it besides.</param>
    internal static Decision Declare(ChatEvent said, Declaration given, Situation now, Func<Incident, Incident>? know = null)
    {
        var here = IsHere(given, said, now);
        if (here && Taken(said, now) is { } open) return Decision.Refuse(said, DeclareCards.RoomTaken(open, now.Chat.Rooms, now.CommandPrefix));
        var counter = now.IncidentCounter.Next();
        var incident = Declared(new(said.Place.Channel.Workspace, counter.Value), said, given);
        incident = incident with { Budgets = IncidentBudget.Of(incident, now.Slos, said.At) };
        if (know is not null) incident = know(incident);
        if (here) incident = ContinueHere.In(incident, RoomAt(said, now), said);
        var change = new IncidentChange(incident, incident, said, now)
        {
            Kind = EntryKind.Declared,
            Entry = DeclareCards.EntryDeclared(incident),
            Then = here ? [.. IncidentSayings.Opened(incident, now), .. Invited(incident, given)] : [Asked(incident, given, now)],
        };
        var decided = change.Decide();
        return decided with { Save = [.. decided.Save, counter] };
    }

    /// <summary>The open incident whose room this place is already, where another one could only be declared into it; null: nothing is in the way.</summary>
    internal static Incident? WouldTake(ChatEvent said, Situation now) => IsHere(new(), said, now) ? Taken(said, now) : null;

    private static bool IsHere(Declaration given, ChatEvent said, Situation now) => ChoiceOfRoom(said.Place, now) is null ? now.Chat.Rooms is RoomKind.Chat : given.Here;

    /// <summary>What an own room would be, where there is the choice between it and the place itself; null where there is none.</summary>
    private static RoomKind? ChoiceOfRoom(Place place, Situation now) => now.Chat.Rooms switch
    {
        RoomKind.Channel => RoomKind.Channel,
        RoomKind.Thread => place.Thread is null ? null : RoomKind.Thread,
        RoomKind.Chat or RoomKind.None => null,
    };

    /// <summary>Where an incident lives that is worked on here: the channel; the thread, on a platform where each incident has one.</summary>
    internal static Place RoomAt(ChatEvent said, Situation now) => now.Chat.Rooms is RoomKind.Channel ? said.Place.Top : said.Place;

    internal static Incident? Taken(ChatEvent said, Situation now) => now.Incidents.FirstOrDefault(incident => incident.IsOpen && !incident.RoomGone && incident.Room == RoomAt(said, now));

    private static Incident Declared(IncidentId id, ChatEvent said, Declaration given) => new()
    {
        Id = id,
        TitleAsWritten = given.Title,
        Severity = given.Severity ?? DefaultSeverity,
        SeverityAssumed = given.Severity is null,
        Service = given.Service,
        Private = given.Private,
        DeclaredIn = said.Place,
        DeclaredBy = said.By,
        DeclaredAt = said.At,
        TimeZone = Zones.Find(said.By.TimeZone).Id,
        Members = [said.By.Ref],
        Milestones = [new(MilestoneKind.Declared, said.At, said.By, DeclareCards.Evidence(said.By.Name))],
    };

    private static OpenRoom Asked(Incident incident, Declaration given, Situation now) => new(
        incident.Id.Key, incident.DeclaredIn, RoomNames.For(now.Settings.RoomName, incident.Id, incident.Title), IncidentCards.Topic(incident), incident.Private, incident.DeclaredBy, Others(incident, given))
    {
        Purpose = DeclareCards.Purpose(incident),
        Head = now.Chat.Rooms is RoomKind.Thread ? IncidentSayings.Living(incident, incident.DeclaredIn.Top, now) : null,
    };

    private static IEnumerable<Saying> Invited(Incident incident, Declaration given) =>
        IncidentSayings.RoomOf(incident) is { } room && Others(incident, given) is { Length: > 0 } others ? [new Invite(room, others)] : [];

    private static PersonRef[] Others(Incident incident, Declaration given) => [.. given.Mentioned.Select(person => person.Ref).Where(person => person != incident.DeclaredBy.Ref)];
}
