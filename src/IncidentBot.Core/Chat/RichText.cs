using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace IncidentBot.Core.Chat;

/// <summary>A text of neutral spans. Renderers escape; nobody writes platform markup.</summary>
/// <remarks>Written as an interpolated string: <c>RichText.Of($"Severity is now {Bold("SEV1")}, says {person}.")</c>.
/// A plain <c>string</c> converts to one plain span.</remarks>
public sealed record RichText(IReadOnlyList<TextSpan> Spans)
{
    public static readonly RichText Empty = new([]);

    public static implicit operator RichText(string text) => new([new Plain(text)]);

    public static RichText Of(RichTextHandler text) => text.Build();

    /// <summary>A sentence of ours in which <c>`…`</c> marks commands to type, each shown with how commands begin on the platform.</summary>
    public static RichText Sentence(string text, string prefix) => new([.. text.Split('`').Select((part, index) => index % 2 == 0 ? (TextSpan)new Plain(part) : new Code($"{prefix} {part}"))]);

    public static TextSpan Bold(string text) => new Bold(text);

    public static TextSpan Italic(string text) => new Italic(text);

    public static TextSpan Code(string text) => new Code(text);

    public static TextSpan Link(string url, string label) => new LinkTo(url, label);

    /// <summary>A time, shown in each reader's zone where the platform can.</summary>
    public static TextSpan Moment(DateTimeOffset at) => new Moment(at);

    public static TextSpan Mention(Person person) => new Mention(person.Ref, person.Name);

    /// <summary>The way to a room, shown as its name.</summary>
    public static TextSpan Room(Place place, string name) => new RoomLink(place, name);

    public static RichText operator +(RichText left, RichText right) => new([.. left.Spans, .. right.Spans]);

    public static RichText Add(RichText left, RichText right) => left + right;

    /// <summary>The words alone, for fallbacks and notifications; times in UTC.</summary>
    public string ToPlainText() => string.Concat(Spans.Select(span => span.Accept(PlainTextSpans.Instance)));

    public override string ToString() => ToPlainText();
}

/// <summary>A piece of text with one meaning.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Plain), "text")]
[JsonDerivedType(typeof(Bold), "bold")]
[JsonDerivedType(typeof(Italic), "italic")]
[JsonDerivedType(typeof(Code), "code")]
[JsonDerivedType(typeof(LinkTo), "link")]
[JsonDerivedType(typeof(Mention), "mention")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(RoomLink), "room")]
public abstract record TextSpan
{
    public abstract T Accept<T>(ISpanRenderer<T> renderer);
}

public sealed record Plain(string Text) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Plain(this);
}

public sealed record Bold(string Text) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Bold(this);
}

public sealed record Italic(string Text) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Italic(this);
}

/// <summary>Something to type or to read to the letter, such as a command.</summary>
public sealed record Code(string Text) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Code(this);
}

/// <summary>A link. Renderers show the bare label when the address is not http, https or an app-relative path.</summary>
public sealed record LinkTo(string Url, string Label) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Link(this);
}

/// <summary>A person, notified where the platform notifies.</summary>
public sealed record Mention(PersonRef Person, string Name) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Mention(this);
}

/// <summary>A point in time, shown in the reader's zone where the platform can, else in UTC and saying so.</summary>
public sealed record Moment(DateTimeOffset At) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Moment(this);
}

/// <summary>A room by its name; a way there where the platform can.</summary>
/// <param name="Name">Without a leading #.</param>
public sealed record RoomLink(Place Place, string Name) : TextSpan
{
    public override T Accept<T>(ISpanRenderer<T> renderer) => renderer.Room(this);
}

/// <summary>One method a kind of span: a new kind does not compile until each renderer decides.</summary>
public interface ISpanRenderer<out T>
{
    T Plain(Plain span);
    T Bold(Bold span);
    T Italic(Italic span);
    T Code(Code span);
    T Link(LinkTo span);
    T Mention(Mention span);
    T Moment(Moment span);
    T Room(RoomLink span);
}

/// <summary>Lets a <see cref="RichText"/> be written as an interpolated string.</summary>
[InterpolatedStringHandler]
public readonly ref struct RichTextHandler(int literalLength, int formattedCount)
{
    private readonly List<TextSpan> _spans = new(formattedCount * 2 + Math.Min(literalLength, 1));

    public void AppendLiteral(string text) => _spans.Add(new Plain(text));

    public void AppendFormatted(TextSpan span) => _spans.Add(span);

    public void AppendFormatted(RichText text) => _spans.AddRange(text.Spans);

    public void AppendFormatted(Person person) => _spans.Add(RichText.Mention(person));

    public void AppendFormatted(string? text) => _spans.Add(new Plain(text ?? ""));

    public void AppendFormatted(int number) => _spans.Add(new Plain(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    internal RichText Build() => new(_spans);
}
