using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Blameless;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Home;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Postmortems.Interviews;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Charges;
using IncidentBot.Core.Slos.Measuring;
using IncidentBot.Core.Tickets;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>Which use case an event belongs to. Pure.</summary>
public static class Routing
{
    public static Needs NeedsOf(ChatEvent said, string? threadCard)
    {
        var needs = Needed(said, threadCard);
        return threadCard is null && IsTalk(said) ? needs : needs with { Slos = needs.Slos ?? SloScope.OfIncident };
    }

    // What is said in a room changes nothing that error budgets depend on, and there is much of it.
    private static bool IsTalk(ChatEvent said) => said is MessagePosted or MessageEdited or MessageDeleted or HighlightSet;

    private static Needs Needed(ChatEvent said, string? threadCard) => said switch
    {
        CommandGiven given => CommandLine.Read(given) is { Command: { } command } line ? command.Needs(line.Call) : Needs.Room,
        ButtonPressed pressed => BotTables.Button(pressed.Action)?.Needs(pressed) ?? Needs.Room,
        FormSubmitted submitted => BotTables.Form(submitted.Form)?.NeedsOf(submitted) ?? Needs.Room,
        MessageChosen chosen => BotTables.Message(chosen.Action)?.Needs(chosen) ?? Needs.Room,
        HomeOpened => HomePage.NeedsOf,
        PersonNotReached => OwnerNotReached.NeedsOf,
        RoomOpened opened => new() { Incident = IncidentId.OfKey(opened.Key), Alerts = true },
        RoomNotOpened refused => new() { Incident = IncidentId.OfKey(refused.Key) },
        TicketOpened opened => new() { ActionItem = opened.Item },
        TicketNotOpened refused => new() { ActionItem = refused.Item },
        TicketMoved moved => new() { ActionItem = moved.Item },
        TicketNotMoved refused => new() { ActionItem = refused.Item },
        TicketNotRetitled refused => new() { ActionItem = refused.Item },
        TicketChanged changed => new() { ActionItem = changed.Item },
        SloMeasured { Incident: { } incident } => HearOfSlo.NeedsOf with { Incident = incident },
        SloNotMeasured { Incident: { } incident } => HearOfSlo.NeedsOf with { Incident = incident },
        SloMeasured or SloNotMeasured => HearOfSlo.NeedsOf,
        AlertsHeard => HearAlerts.NeedsOf,
        PersonLeft => new() { RoomIncidents = true, RoomReviews = true },
        RoomRenamed or RoomMoved or RoomGone or RoomHeardPartly or PersonCame => new() { RoomIncidents = true },
        MessagePosted or MessageEdited or MessageDeleted when CardKeys.Reviewed(threadCard) is { } reviewed => AnswerReview.NeedsOf(said, reviewed),
        MessagePosted when PointToThread.MayBeMeant(said) => new() { Postmortem = true },
        MessagePosted or MessageEdited or MessageDeleted or HighlightSet => Needs.Room,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The incident is private and not for this person. Who speaks in its room is in it.</summary>
    public static bool Hides(ChatEvent said, Situation now) => now.Incident is { } incident && !incident.VisibleTo(said.By.Ref) && !now.IsHome(incident, said);

    public static Decision Decide(ChatEvent said, Situation now) => GoneRoom.Unsaid(Told(said, WithSlos(KeepTickets.Of(WithLuck(Warned(Decided(said, now), said, now), said, now), said, now), said, now)), said, now);

    private static Decision WithSlos(Decision decided, ChatEvent said, Situation now) => MeasureWhenDue.After(said, now, AskForCharge.After(said, now, decided));

    // Of an anonymous answer nobody knows whom to tell, and a machine cannot be told.
    private static Decision Told(ChatEvent said, Decision decision) => Anonymity.IsAnonymous(said) || decision.Say.Any(saying => saying is Whisper { Person.IsMachine: true }) ? decision with { Say = [.. decision.Say.Where(saying => saying is not Whisper whisper || !(whisper.Person.IsMachine || Anonymity.IsAnonymous(said)))] } : decision;

    private static Decision Warned(Decision decided, ChatEvent said, Situation now) => decided.Save.Count + decided.Record.Count > 0 ? decided.And(WarnOfSecrets.Decide(said, now)) : decided;

    private static Decision WithLuck(Decision decided, ChatEvent said, Situation now) => FollowSafeguard.After(now, KeepLuckyBreaks.After(said, now, AskForPulse.After(said, now, decided)));

    private static Decision Decided(ChatEvent said, Situation now) => said switch
    {
        CommandGiven given when SaidToReview.IsReply(given, now) => Decision.Nothing, // its message says it
        CommandGiven given => DecideCommand(CommandLine.Read(given), now),
        ButtonPressed or FormSubmitted or MessageChosen when Hides(said, now) => Decision.Refuse(said, NotVisible(now)),
        ButtonPressed pressed => BotTables.Button(pressed.Action)?.Decide(pressed, now) ?? Decision.Refuse(said, HelpCards.Outdated(now)),
        FormSubmitted submitted => BotTables.Form(submitted.Form) is { } form ? Hinted(form.ForTheRecord, form.Decide(submitted, now), said, submitted.Values.Values, now) : Decision.Refuse(said, HelpCards.Outdated(now)),
        MessageChosen chosen => BotTables.Message(chosen.Action)?.Decide(chosen, now) ?? Decision.Refuse(said, HelpCards.Outdated(now)),
        HomeOpened opened => HomePage.Decide(opened, now),
        PersonNotReached unreached => OwnerNotReached.Decide(unreached, now),
        RoomOpened opened => OpenedRoomOfIncident.Decide(opened, now).And(NoteAlerts.InRoom(opened, now)),
        RoomNotOpened refused => GoOnWithoutRoom.Decide(refused, now),
        MessagePosted or MessageEdited or MessageDeleted when CardKeys.IsReview(now.ThreadCard) => AnswerReview.Decide(said, now),
        MessagePosted posted => InRoom(posted, now, CaptureMessage.Decide(posted, now), AnswerPrompt.Decide(posted, now).And(PointToThread.Decide(posted, now))),
        MessageEdited edited => InRoom(edited, now, CaptureEdit.Decide(edited, now), AnswerPrompt.Decide(edited, now)),
        MessageDeleted deleted => InRoom(deleted, now, CaptureDeletion.Decide(deleted, now), AnswerPrompt.Decide(deleted, now)),
        HighlightSet highlight => HighlightEntry.Decide(highlight, now),
        RoomGone gone => LoseRoom.Decide(gone, now),
        RoomHeardPartly heard => HearPartly.Decide(heard, now),
        RoomRenamed renamed => FollowRoom.Decide(renamed, now),
        RoomMoved moved => FollowRoom.Decide(moved, now),
        TicketOpened opened => HearOfTicket.Decide(opened, now),
        TicketNotOpened refused => HearOfTicket.Decide(refused, now),
        TicketMoved moved => HearOfTicket.Decide(moved, now),
        TicketNotMoved refused => HearOfTicket.Decide(refused, now),
        TicketNotRetitled refused => HearOfTicket.Decide(refused, now),
        TicketChanged changed => FollowTicket.Decide(changed, now),
        SloMeasured measured => HearOfSlo.Decide(measured, now),
        SloNotMeasured refused => HearOfSlo.Decide(refused, now),
        AlertsHeard heard => HearAlerts.Decide(heard, now),
        PersonCame came => KeepMembers.Decide(came, now),
        PersonLeft left => KeepMembers.Decide(left, now).And(MissReviewer.Decide(left, now)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The message that an event is about.</summary>
    public static MessageRef? MessageOf(ChatEvent said) => said switch
    {
        MessagePosted posted => posted.Message,
        MessageEdited edited => edited.Message,
        MessageDeleted deleted => deleted.Message,
        HighlightSet highlight => highlight.Message,
        MessageChosen chosen => chosen.Message,
        _ => null,
    };

    /// <summary>When the message that an event is about was posted.</summary>
    public static DateTimeOffset PostedAt(ChatEvent said) => said switch
    {
        MessageEdited edited => edited.PostedAt,
        MessageDeleted deleted => deleted.PostedAt,
        MessageChosen chosen => chosen.PostedAt,
        _ => said.At,
    };

    private static Decision InRoom(ChatEvent said, Situation now, Decision captured, Decision prompted) => captured.And(prompted).And(SaidToReview.Decide(said, now, captured));

    // What is hidden is answered as what does not exist.
    private static RichText NotVisible(Situation now) => now switch
    {
        { ActionItem: { } item } => ActionItemCards.Unknown(item.Id, now.CommandPrefix),
        { LuckyBreak: { } one } => LuckCards.Unknown(one.Id.Label, now.CommandPrefix),
        _ => HelpCards.NotVisible(now),
    };

    private static Form? FormOf(Command command, Call call, Situation now) =>
        command.OpensForm(call) is { } key && BotTables.Form(key) is { } form ? form.Open(new(call.At, call.By, call.Place, call.Words), now) : null;

    private static Decision DecideCommand(CommandLine line, Situation now)
    {
        if (line.Command is not { } command) return HelpCapability.Unknown(line.Call, now);
        if (command.InIncident && now.Incident is null && command.Needs(line.Call).Incident is not null) return line.Call.Refuse(HelpCards.NotVisible(now));
        if (command.InIncident && now.Incident is null) return line.Call.Refuse(HelpCards.NoIncidentHere(command, now));
        if (Hides(line.Call.Said, now)) return line.Call.Refuse(NotVisible(now));
        if (!now.Chat.CommandsOpenForms && FormOf(command, line.Call, now) is { } form) return new() { Say = [new Say(line.Call.Place, HelpCards.WantsForm(command, form, line.Call.Words, now))] };
        return Hinted(command.ForTheRecord, command.Decide(line.Call, now), line.Call.Said, [line.Call.Words], now);
    }

    private static Decision Hinted(bool forTheRecord, Decision decided, ChatEvent said, IEnumerable<string> texts, Situation now) => forTheRecord ? HintAtBlame.After(decided, said, texts, now) : decided;
}
