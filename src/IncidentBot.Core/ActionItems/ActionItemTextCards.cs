using IncidentBot.Core.Chat;
using static IncidentBot.Core.Chat.RichText;

namespace IncidentBot.Core.ActionItems;

/// <summary>What is said when an action item cannot be read.</summary>
internal static class ActionItemTextCards
{
    public const string Example = "Add a canary to the checkout deploy @ana p1 due friday";

    public static RichText NoText => Of($"What is to be done? Write it like this: {Code(Example)}. Owner, priority, date and ticket link are optional, in any order.");

    public static RichText SeveralItems(int count) => Of($"That reads like a list of {count} items. Write each one by itself, so that each has its own owner and date.");

    public static RichText Nothing(string words) => Of($"“{words}” adds nothing. If that was all, say {Code("done")} in the review thread.");

    public static RichText TwoPriorities => Of($"There is more than one priority. Keep one of p0, p1, p2 and p3: {Code(Example)}");

    public static RichText NoSuchPriority(string word) => Of($"There is no priority {Code(word)}. Use p0 (most urgent), p1, p2 or p3.");

    public static RichText UnknownPerson(string word) =>
        Of($"I do not know who {Code(word.Trim('(', ')', '[', ']', ',', ':', ';', '!', '?'))} is. Pick the name from the list that opens after @, or leave it out: somebody can take the item later.");

    public static RichText TwoOwners(IReadOnlyList<Person> people) =>
        Of($"An action item has one owner, and this names {string.Join(" and ", people.Select(person => person.Name))}. Name one of them, or add an item for each.");

    public static RichText TooLong(int length) =>
        Of($"An action item has at most {ActionItemText.MostCharacters} characters, and this has {length}. Say what is to be done in a sentence, and link the ticket for the rest.");
}
