using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.ActionItems.FollowUps;

/// <summary>The words of the form that snoozes, hands over, drops or closes an item.</summary>
internal static class ChangeItemCards
{
    /// <summary>Slack shows no more of an option, https://docs.slack.dev/reference/block-kit/composition-objects/option-object.</summary>
    private const int MostOfAnOption = 75;

    public const string ChooseWhat = "Choose what is to become of it.";

    public const string NothingOpen = "You have no open action items any more.";

    public static Form Form(string context, string title, IReadOnlyList<FormField> fields) => new(ActionItemButtons.Change, title, "Save", context, fields);

    public static ChoiceField Choose(string id, IReadOnlyList<ActionItem> items) =>
        new(id, "Which one?", [.. items.Select(item => new FormOption(item.Id.Label, Excerpt.Of($"{item.Id.Label} {item.Text}", MostOfAnOption - 1)))]) { Required = true, Initial = items[0].Id.Label };

    public static IReadOnlyList<FormField> Fields(string what, string to, string until, string reason) =>
    [
        new ChoiceField(what, "What about it?", [.. Enum.GetValues<Change>().Select(change => new FormOption(change.ToString(), Label(change)))]) { Required = true, Initial = nameof(Change.Snooze) },
        new TextField(until, "Snooze it until") { Hint = $"Empty: for a week. Else for example {TimeCards.DateForms}." },
        new PersonField(to, "Hand it over to") { Hint = HandOverCards.ToldDirectly },
        new TextField(reason, "Drop it because") { Hint = "Stays on record.", MaxLength = ActionItemText.MostCharacters },
    ];

    private static string Label(Change change) => change switch
    {
        Change.Snooze => "Snooze it",
        Change.HandOver => "Hand it over",
        Change.Drop => "Drop it, it is no longer needed",
        Change.Done => "It is done",
    };
}
