using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;

namespace IncidentBot.Core.Postmortems;

/// <summary>Where a review is held and how one speaks to it: by plain replies in its thread; by mentioning the bot where there are no threads, or where the bot hears nothing else.</summary>
public sealed record ReviewForum(RoomKind Room, bool ByMention, string Prefix)
{
    /// <summary>A form, in which nobody needs to be mentioned.</summary>
    public static readonly ReviewForum Form = new(RoomKind.None, ByMention: false, "");

    public static ReviewForum Of(Incident incident, Situation now) => new(now.RoomKind, now.RoomKind is RoomKind.Chat || incident.HeardPartly is not null, now.CommandPrefix);

    /// <summary>A room that is a chat has no threads, so the review is held in it.</summary>
    public bool HasThread => Room is not RoomKind.Chat;

    /// <summary>How a word is said to the review.</summary>
    public TextSpan Saying(string word) => RichText.Code(ByMention ? $"{Prefix} {word}" : word);
}
