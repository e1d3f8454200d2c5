using System.Globalization;

namespace IncidentBot.Core.Chat;

/// <summary>Spans as bare words.</summary>
public sealed class PlainTextSpans : ISpanRenderer<string>
{
    public static readonly PlainTextSpans Instance = new();

    public string Plain(Plain span) => span.Text;

    public string Bold(Bold span) => span.Text;

    public string Italic(Italic span) => span.Text;

    public string Code(Code span) => span.Text;

    public string Link(LinkTo span) => span.Label == span.Url ? span.Url : $"{span.Label} ({span.Url})";

    public string Mention(Mention span) => "@" + span.Name;

    public string Room(RoomLink span) => "#" + span.Name;

    public string Moment(Moment span) => span.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
