using System.Reflection;
using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Alerts;
using IncidentBot.Core.Blameless;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Glossary;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Postmortems.Drafts;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Reminders;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Tests.Cards;

/// <summary>What a parameter of a method that makes a card can be given.</summary>
public sealed class SampleArguments(Sample sample)
{
    private readonly NullabilityInfoContext _nullability = new(); // not for several threads

    /// <summary>The usual value first.</summary>
    public IReadOnlyList<object?> For(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var values = type == typeof(string) ? [Text(parameter.Name!)] : Values(type);
        var nullable = type != parameter.ParameterType || _nullability.Create(parameter).WriteState is NullabilityState.Nullable;
        return nullable ? [.. values, null] : values;
    }

    private string Text(string name) => name switch
    {
        "prefix" => sample.Prefix,
        "key" => IncidentActions.AnyFact,
        "context" => sample.IncidentId.Label,
        "Id" or "id" or "Value" => name,
        "zone" => "Europe/Lisbon",
        _ => sample.Words(name),
    };

    private IReadOnlyList<object?> Values(Type type)
    {
        if (type.IsEnum) return [.. Enum.GetValues(type).Cast<object>()];
        if (type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) && Listed(type) is { } list) return [list];
        return One(type);
    }

    private object?[] One(Type type) => type switch
    {
        _ when type == typeof(int) => [sample.Many],
        _ when type == typeof(bool) => [true, false],
        _ when type == typeof(TimeSpan) => [TimeSpan.FromMinutes(65)],
        _ when type == typeof(DateTimeOffset) => [sample.Now],
        _ when type == typeof(DateOnly) => [new DateOnly(2026, 12, 1)],
        _ when type == typeof(RichText) => [RichText.Of($"{sample.Words("words")} by {sample.Ana}")],
        _ when type == typeof(Person) => [sample.Ana, sample.Ben],
        _ when type == typeof(Place) => [sample.Room],
        _ when type == typeof(BudgetChart) => [sample.Chart],
        _ when type == typeof(Incident) => [.. sample.Incidents],
        _ when type == typeof(IncidentId) => [sample.IncidentId],
        _ when type == typeof(IncidentQuery) => [new IncidentQuery(OpenOnly: true), new IncidentQuery(OpenOnly: false, sample.Words("checkout"))],
        _ when type == typeof(Declaration) => [new Declaration { Title = sample.Words("checkout is failing"), Severity = Severity.Sev2, Service = sample.Words("checkout") }],
        _ when type == typeof(MessageRef) => [sample.Entry(1).Message],
        _ when type == typeof(Statement) => [Statement, Statement with { Words = new(null, "", null) }],
        _ when type == typeof(Milestone) => [sample.Incidents[2].Milestones[^1]],
        _ when type == typeof(ActionItem) => [.. sample.ActionItems],
        _ when type == typeof(ActionItemId) => [sample.Item(7).Id],
        _ when type == typeof(Situation) => [sample.Situation, new Situation { Settings = new(), Chat = new(RoomKind.Chat) }],
        _ when type == typeof(Command) => [.. BotTables.Commands],
        _ when type == typeof(GlossaryTerm) => [.. GlossaryTerms.Groups.SelectMany(group => group.Terms)],
        _ when type == typeof(Postmortem) => [.. sample.Reviews],
        _ when type == typeof(ReviewTurn) => [sample.Turn],
        _ when type == typeof(ReviewForum) => [new ReviewForum(RoomKind.Channel, ByMention: false, sample.Prefix), new ReviewForum(RoomKind.Chat, ByMention: true, sample.Prefix), new ReviewForum(RoomKind.Thread, ByMention: false, sample.Prefix)],
        _ when type == typeof(Draft) => [Draft.Of(sample.Turn), Draft.Of(sample.Turn with { Review = sample.Reviews[1], Now = new() { Settings = new() } })],
        _ when type == typeof(Answer) => [sample.Answer(QuestionKind.Summary), sample.Answer(QuestionKind.Summary, 1)],
        _ when type == typeof(ReflectionButton) => [new ReflectionButton(new(sample.IncidentId.Workspace, "R-3"), Exercise.Safety), new ReflectionButton(new(sample.IncidentId.Workspace, sample.IncidentId.Label), null)],
        _ when type == typeof(ReflectionRound) => [.. sample.Rounds],
        _ when type == typeof(LuckyBreak) => [.. sample.Luck.Breaks],
        _ when type == typeof(LuckLedger) => [sample.Luck],
        _ when type == typeof(ReviewComment) => [sample.Comment(2), sample.Comment(1), sample.Comment(2) with { Resolved = new(sample.Ana, sample.Now) }],
        _ when type == typeof(PostmortemVersion) => [new PostmortemVersion { Incident = sample.IncidentId, Publication = sample.Publication, Markdown = "" }],
        _ when type == typeof(Waiver) => [new Waiver(sample.Words("a drill"), sample.Ana, sample.Now)],
        _ when type == typeof(Consequence) => [.. SampleConsequences.Of(sample)],
        _ when type == typeof(ChosenMessage) => [sample.Chosen],
        _ when type == typeof(ChoiceField) => [IncidentChoice.Among(sample.OpenElsewhere, sample.Ana)],
        _ when type == typeof(TimelineEntry) => [sample.Entry(1)],
        _ when type == typeof(TimeConflict) => [sample.Conflict],
        _ when type == typeof(EntryHandles) => [new EntryHandles(Many(sample.Entry))],
        _ when type == typeof(CuratedTimeline) => [CuratedTimeline.Of(Many(sample.Entry))],
        _ when type == typeof(BlameFound) => [.. BlamelessRules.All.Select(rule => new BlameFound(rule, sample.Words("Ben broke it")))],
        _ when type == typeof(Form) => [DeclareCards.Form(new(), RoomKind.Channel)],
        _ when type == typeof(Standing) => [new Standing(new(), sample.Now) { Incidents = new Dictionary<IncidentId, Incident> { [sample.IncidentId] = sample.Incidents[2] } }],
        _ when type == typeof(Slo) => [.. sample.Budgets.Slos.Take(2)],
        _ when type == typeof(Estimate) => [sample.Budgets.Estimate],
        _ when type == typeof(IncidentBudget) => [.. sample.Budgets.OfIncident],
        _ when type == typeof(BudgetReport) => [.. sample.Budgets.Reports],
        _ when type == typeof(Func<DateTimeOffset, RichText>) => [(Func<DateTimeOffset, RichText>)(at => RichText.Of($"{RichText.Moment(at)}"))],
        _ => [Made(type)],
    };

    /// <summary>A plain record, of samples.</summary>
    private object Made(Type type) => type.IsAbstract || type.GetConstructors() is not [_, ..] constructors
        ? throw new NotSupportedException($"There is no sample of {type}. Add one, so that the cards made of it are checked.")
        : constructors.MaxBy(constructor => constructor.GetParameters().Length) is var widest ? widest!.Invoke([.. widest.GetParameters().Select(parameter => For(parameter)[0])]) : null!;

    private Statement Statement => new(sample.Turn.Said, new(sample.Now, sample.Words("rolled back 4711"), null), sample.Words("/incident resolve"));

    private object? Listed(Type type)
    {
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) return new Dictionary<IncidentId, Incident> { [sample.IncidentId] = sample.Incidents[0] };
        var element = type.GetGenericArguments()[0];
        if (element == typeof(ActionItem)) return Many(number => sample.ActionItems[number % 4] with { Id = sample.Item(number + 1).Id });
        if (element == typeof(Alert)) return Many(sample.Alert);
        if (element == typeof(Slo)) return sample.Budgets.Slos;
        if (element == typeof(IncidentBudget)) return sample.Budgets.OfIncident;
        if (element == typeof(BudgetReport)) return sample.Budgets.Slos.Select(sample.Budgets.Report).ToArray();
        if (element == typeof(ReflectionRound)) return sample.Rounds;
        if (element == typeof(LuckyBreak)) return Many(number => (number % 2 == 0 ? sample.Luck.Breaks[4] : sample.Luck.Breaks[4] with { Accepted = sample.Luck.Breaks[4].Accepted! with { ReviewOn = new(2026, 11, 20) } }) with { Id = new(sample.IncidentId.Workspace, number + 1) });
        if (element.IsEnum) return Enum.GetValues(element);
        if (element == typeof(VoidApproval)) return new VoidApproval[] { new(new(sample.Ben, sample.Now), [DraftPart.Title, DraftPart.ActionItems, DraftPart.Timeline]) };
        if (element == typeof(ReviewComment)) return Many(number => sample.Comment(number + 1));
        if (element == typeof(string)) return Many(number => sample.Words("a text", 1000));
        if (element == typeof(TimelineEntry)) return Many(sample.Entry);
        if (element == typeof(FoundSecret)) return Secrets.Rules.Take(2).Select((rule, index) => new FoundSecret(rule, index, 1)).ToArray();
        if (element == typeof(TimelineLine)) return CuratedTimeline.Of(Many(sample.Entry)).Lines;
        if (element == typeof(HiddenBy)) return new HiddenBy[] { new(sample.Ana, 2), new(sample.Ben, 1) };
        if (element == typeof(Consequence)) return Many(number => SampleConsequences.Of(sample)[number % 5]);
        if (element == typeof(Incident)) return Many(number => sample.Incidents[number % 3]);
        if (element == typeof(Person)) return Many(number => sample.Person($"U{number}", "Person " + number));
        if (element == typeof(UnfinishedPostmortem)) return Many(number => new UnfinishedPostmortem(sample.Incidents[2], number % 2 == 0 ? null : PostmortemStatus.InWriting, sample.Now));
        if (element == typeof(FormField)) return ActionItemForm.Open(new(sample.Now, sample.Ana, sample.Room, sample.Item(7).Id.Label), sample.Situation with { ActionItem = sample.ActionItems[0] })!.Fields;
        if (element == typeof(Button)) return Many(number => ActionItemCards.DoneButton(sample.Item(number + 1), named: true));
        if (element == typeof(FormOption)) return Enumerable.Range(1, Math.Min(sample.Many, 99)).Select(number => new FormOption($"option {number}", sample.Words("Option", 200))).ToArray();
        if (element == typeof(RichText)) return Many(number => RichText.Of($"{sample.Words("line", 400)} {number}"));
        return null;
    }

    private T[] Many<T>(Func<int, T> one) => [.. Enumerable.Range(0, sample.Many).Select(one)];
}
