using IncidentBot.Core.ActionItems;
using IncidentBot.Core.ActionItems.FollowUps;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Masking;

/// <summary>Rewrites every word that a person wrote or that names a person, wherever a record holds one. Ids and times stay.</summary>
/// <remarks>A member that is forgotten here would leave the room as it stands: a test fills every member with a secret and looks for it afterwards.</remarks>
internal sealed record Rewriting(Func<string, string> Text, Func<string, string> Address, Func<Person, Person> Person)
{
    public Incident Of(Incident incident) => incident with
    {
        TitleAsWritten = Text(incident.TitleAsWritten),
        Service = Optional(incident.Service),
        DeclaredBy = Person(incident.DeclaredBy),
        Roles = [.. incident.Roles.Select(holder => holder with { Role = Text(holder.Role), Person = Person(holder.Person) })],
        Facts = [.. incident.Facts.Select(fact => fact with { Text = Text(fact.Text), By = Person(fact.By) })],
        Milestones = [.. incident.Milestones.Select(milestone => milestone with { ConfirmedBy = Person(milestone.ConfirmedBy), Evidence = Text(milestone.Evidence) })],
        TimeConflicts = [],
        Class = Optional(incident.Class),
        Budgets = [.. incident.Budgets.Select(Of)],
        PostmortemWaived = incident.PostmortemWaived is { } waived ? waived with { Reason = Text(waived.Reason), By = Person(waived.By) } : null,
    };

    public Postmortem Of(Postmortem review) => review with
    {
        StartedBy = Person(review.StartedBy),
        Answers = [.. review.Answers.Select(Of)],
        Reviewers = [.. review.Reviewers.Select(Person)],
        Approvals = [.. review.Approvals.Select(Of)],
        VoidApprovals = [.. review.VoidApprovals.Select(before => before with { Approval = Of(before.Approval) })],
        Comments = [.. review.Comments.Select(Of)],
        Publications = [.. review.Publications.Select(publication => publication with { By = Person(publication.By) })],
    };

    public ActionItem Of(ActionItem item) => item with
    {
        Text = Text(item.Text),
        Owner = Optional(item.Owner),
        Ticket = item.Ticket is { } ticket ? Address(ticket) : null,
        Tracked = item.Tracked is { } tracked ? tracked with { Url = Address(tracked.Url) } : null,
        AddedBy = Person(item.AddedBy),
        ClosedBy = Optional(item.ClosedBy),
        DropReason = Optional(item.DropReason),
        FollowUp = FollowUp.None, // who was asked how often is between the bot and the owner
    };

    public TimelineEntry Of(TimelineEntry entry) => entry with
    {
        By = Person(entry.By),
        Text = Text(entry.Text),
        Files = [.. entry.Files.Select(Of)],
        Revisions = [.. entry.Revisions.Select(revision => revision with { Text = Text(revision.Text) })],
        Highlights = [.. entry.Highlights.Select(highlight => highlight with { By = Person(highlight.By) })],
        Hidden = entry.Hidden is { } hidden ? hidden with { By = Person(hidden.By), Why = Text(hidden.Why) } : null,
        Corrected = entry.Corrected is { } corrected ? corrected with { By = Person(corrected.By) } : null,
        Merged = entry.Merged is { } merged ? merged with { By = Person(merged.By) } : null,
    };

    public LuckLedger Of(LuckLedger luck) => new([.. luck.Breaks.Select(Of)], [.. luck.Items.Select(Of)]);

    private IncidentBudget Of(IncidentBudget budget) => budget with
    {
        Slo = Text(budget.Slo),
        Window = Text(budget.Window),
        Unmeasured = Optional(budget.Unmeasured),
        Unknown = Optional(budget.Unknown),
        Stated = budget.Stated is { } stated ? stated with { By = Person(stated.By) } : null,
        SetAside = budget.SetAside is { } aside ? aside with { Reason = Text(aside.Reason), By = Person(aside.By) } : null,
    };

    private LuckyBreak Of(LuckyBreak one) => one with
    {
        Text = Text(one.Text),
        By = Person(one.By),
        Accepted = one.Accepted is { } risk ? risk with { Why = Text(risk.Why), Owner = Person(risk.Owner) } : null,
        DecidedBy = Optional(one.DecidedBy),
    };

    private Answer Of(Answer answer) => answer with
    {
        Text = Text(answer.Text),
        By = Person(answer.By),
        ConfirmedBy = Optional(answer.ConfirmedBy),
        EditedBy = Optional(answer.EditedBy),
        Files = [.. answer.Files.Select(Of)],
    };

    private ReviewComment Of(ReviewComment comment) => comment with
    {
        Text = Text(comment.Text),
        By = Person(comment.By),
        Files = [.. comment.Files.Select(Of)],
        Resolved = comment.Resolved is { } resolved ? resolved with { By = Person(resolved.By) } : null,
    };

    private Approval Of(Approval approval) => approval with { By = Person(approval.By) };

    private FileLink Of(FileLink file) => new(Text(file.Name), Address(file.Url));

    private string? Optional(string? text) => text is null ? null : Text(text);

    private Person? Optional(Person? person) => person is null ? null : Person(person);
}
