using SkiaSharp;

namespace IncidentBot.Charts;

/// <summary>The font that the pictures carry with them: a machine may have none at all.</summary>
internal static class Letters
{
    private static readonly SKTypeface Regular = Embedded("Inter-Regular.otf");
    private static readonly SKTypeface SemiBold = Embedded("Inter-SemiBold.otf");

    public static SKFont Of(double size, bool bold) => new(bold ? SemiBold : Regular, (float)size) { Edging = SKFontEdging.Antialias, Subpixel = true };

    /// <summary>Whether the font has every letter of the text.</summary>
    public static bool Have(string text)
    {
        using var regular = Of(12, bold: false);
        using var semiBold = Of(12, bold: true);
        return regular.ContainsGlyphs(text) && semiBold.ContainsGlyphs(text);
    }

    private static SKTypeface Embedded(string name)
    {
        using var font = typeof(Letters).Assembly.GetManifestResourceStream(name)!;
        return SKTypeface.FromStream(font) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    }
}
