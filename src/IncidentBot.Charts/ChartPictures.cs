using IncidentBot.Core.Slos.Charts;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace IncidentBot.Charts;

/// <summary>Draws charts with Skia, by day: a chat shows the same picture to everybody, whatever their theme.</summary>
public sealed class ChartPictures(ILogger<ChartPictures> log) : IChartPictures
{
    /// <summary>Teams shows no wider picture: learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability</summary>
    public const int Width = 1024;

    public byte[]? Png(BudgetChart chart)
    {
        try
        {
            return Draw(BudgetDrawing.Of(chart));
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException or BadImageFormatException or EntryPointNotFoundException)
        {
            log.LogWarning("Charts cannot be drawn on this machine, so they are told in words: {Reason}", (missing.InnerException ?? missing).Message);
            return null;
        }
    }

    private static byte[]? Draw(Drawing drawing)
    {
        if (drawing.Shapes.OfType<Label>().Any(label => !Letters.Have(label.Text))) return null;
        var scale = (float)(Width / drawing.Width);
        using var bitmap = new SKBitmap(new SKImageInfo(Width, (int)Math.Round(drawing.Height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Colour(Ink.Paper));
        canvas.Scale(scale);
        foreach (var shape in drawing.Shapes) Draw(canvas, shape);
        canvas.Flush();
        return PalettePng.Of(bitmap.Width, bitmap.Height, bitmap.GetPixelSpan());
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        using var paint = new SKPaint { Color = Colour(shape.Ink), IsAntialias = true };
        switch (shape)
        {
            case Area area:
                using (var outline = Path(area.Outline, closed: true)) canvas.DrawPath(outline, paint);
                break;
            case Line line:
                paint.IsStroke = true;
                paint.StrokeWidth = (float)line.Width;
                paint.StrokeJoin = SKStrokeJoin.Round;
                using (var along = Path(line.Along, closed: false)) canvas.DrawPath(along, paint);
                break;
            case Dot dot:
                canvas.DrawCircle((float)dot.At.X, (float)dot.At.Y, (float)dot.Radius, paint);
                break;
            case Label label:
                using (var font = Letters.Of(label.Size, label.Bold)) canvas.DrawText(label.Text, (float)label.At.X, (float)label.At.Y, Align(label.Anchor), font, paint);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static SKPath Path(IReadOnlyList<Spot> spots, bool closed)
    {
        using var path = new SKPathBuilder();
        path.AddPoly((SKPoint[])[.. spots.Select(spot => new SKPoint((float)spot.X, (float)spot.Y))], closed);
        return path.Detach();
    }

    private static SKTextAlign Align(Anchor anchor) => anchor switch
    {
        Anchor.Start => SKTextAlign.Left,
        Anchor.Middle => SKTextAlign.Center,
        Anchor.End => SKTextAlign.Right,
    };

    // Skia writes the alpha first, the web last.
    private static SKColor Colour(Ink ink) => Inks.Light(ink) is { Length: 9 } seeThrough ? SKColor.Parse($"#{seeThrough[7..]}{seeThrough[1..7]}") : SKColor.Parse(Inks.Light(ink));
}
