namespace IncidentBot.Core.Slos.Charts;

/// <summary>A picture as shapes, the first ones below those that follow, from which every format is made.</summary>
public sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes);

public readonly record struct Spot(double X, double Y);

/// <summary>One of a fixed set: what draws a drawing handles each.</summary>
public abstract record Shape(Ink Ink);

public sealed record Area(Ink Ink, IReadOnlyList<Spot> Outline) : Shape(Ink);

public sealed record Line(Ink Ink, IReadOnlyList<Spot> Along, double Width) : Shape(Ink);

public sealed record Dot(Ink Ink, Spot At, double Radius) : Shape(Ink);

/// <param name="At">On the text's baseline.</param>
public sealed record Label(Ink Ink, Spot At, string Text, double Size, Anchor Anchor, bool Bold = false) : Shape(Ink);

/// <summary>Which part of a text stands at its spot.</summary>
public enum Anchor
{
    Start,
    Middle,
    End,
}
