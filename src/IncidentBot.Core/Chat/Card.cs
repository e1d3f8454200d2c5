using System.Text.Json.Serialization;

namespace IncidentBot.Core.Chat;

/// <summary>What the bot says: a few blocks that mean something, drawn by one renderer a platform.</summary>
/// <param name="Fallback">The card in one line: notifications, old clients and screen readers may show only this.</param>
public sealed record Card(string Fallback, params IReadOnlyList<CardBlock> Blocks)
{
    /// <summary>A card of one paragraph.</summary>
    public static Card Of(RichText text) => new(text.ToPlainText(), new Paragraph(text));

    /// <summary>A card of one paragraph with buttons under it.</summary>
    public static Card Of(RichText text, params Button[] buttons) => new(text.ToPlainText(), new Paragraph(text), new Choices(buttons));
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Bullets), "bullets")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Choices), "choices")]
public abstract record CardBlock
{
    public abstract T Accept<T>(ICardRenderer<T> renderer);
}

/// <param name="Level">1 is the card's title, 2 a section.</param>
public sealed record Heading(string Text, int Level = 1) : CardBlock
{
    public override T Accept<T>(ICardRenderer<T> renderer) => renderer.Heading(this);
}

/// <summary>Running text; a line break in it is a line break.</summary>
public sealed record Paragraph(RichText Text) : CardBlock
{
    public override T Accept<T>(ICardRenderer<T> renderer) => renderer.Paragraph(this);
}

public sealed record Bullets(IReadOnlyList<RichText> Items) : CardBlock
{
    public override T Accept<T>(ICardRenderer<T> renderer) => renderer.Bullets(this);
}

/// <summary>Labels with their values.</summary>
public sealed record Facts(IReadOnlyList<LabelledText> Items) : CardBlock
{
    public override T Accept<T>(ICardRenderer<T> renderer) => renderer.Facts(this);
}

public sealed record LabelledText(string Label, RichText Value);

/// <summary>What a person said, to the letter.</summary>
/// <param name="Byline">Who and when; empty when the words around the quote say it.</param>
public sealed record Quote(string Text, RichText Byline) : CardBlock
{
    public override T Accept<T>(ICardRenderer<T> renderer) => renderer.Quote(this);
}

/// <summary>A table; every row has as many cells as there are columns.</summary>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<RichText>> Rows) : CardBlock
{
    public override T Accept<T>(ICardRenderer<T> renderer) => renderer.Table(this);
}

/// <summary>Buttons, most wanted first.</summary>
public sealed record Choices(IReadOnlyList<Button> Buttons) : CardBlock
{
    public override T Accept<T>(ICardRenderer<T> renderer) => renderer.Choices(this);
}

/// <param name="Action">A constant such as <c>postmortem.skip</c>, never renamed: old messages still hold it.</param>
/// <param name="Value">What the button is about, e.g. <c>INC-42</c>.</param>
public sealed record Button(string Action, string Label, string Value, ButtonKind Kind = ButtonKind.Normal);

public enum ButtonKind
{
    Normal,
    Primary,
    Danger,
}

/// <summary>One method a kind of block: a new kind does not compile until each renderer decides.</summary>
public interface ICardRenderer<out T>
{
    T Heading(Heading block);
    T Paragraph(Paragraph block);
    T Bullets(Bullets block);
    T Facts(Facts block);
    T Quote(Quote block);
    T Table(Table block);
    T Choices(Choices block);
}
