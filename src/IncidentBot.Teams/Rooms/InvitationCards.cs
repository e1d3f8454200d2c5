using IncidentBot.Core.Chat;

namespace IncidentBot.Teams.Rooms;

/// <summary>The words that ask people into a room.</summary>
internal static class InvitationCards
{
    public static Card Come(IReadOnlyList<Person> people) => Card.Of(new RichText([.. people.SelectMany((person, index) => index == 0 ? (TextSpan[])[new Mention(person.Ref, person.Name)] : [new Plain(", "), new Mention(person.Ref, person.Name)]), new Plain(": your help is wanted here.")]));
}
