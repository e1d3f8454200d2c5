using IncidentBot.Charts;
using IncidentBot.Core.Slos.Charts;
using IncidentBot.Teams.Rendering;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;
using Xunit;

namespace IncidentBot.Tests.Charts;

public sealed class ChartPicturesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    private readonly ChartPictures _pictures = new(NullLogger<ChartPictures>.Instance);

    [Fact]
    public void A_picture_has_its_size_and_shows_what_is_left()
    {
        using var picture = Drawn(Chart("checkout-availability"));
        Assert.Equal((ChartPictures.Width, (int)Math.Round(ChartPictures.Width * BudgetDrawing.Height / BudgetDrawing.Width)), (picture.Width, picture.Height));
        Assert.Equal(SKColors.White, picture.GetPixel(2, picture.Height - 1));
        Assert.True(Count(picture, SKColor.Parse(Inks.Light(Ink.Budget)), 0, picture.Height) > 1000);
        Assert.True(Count(picture, SKColor.Parse(Inks.Light(Ink.Current)), 0, picture.Height) > 50);
    }

    [Fact]
    public void Its_texts_are_drawn_whatever_fonts_the_machine_has()
    {
        using var named = Drawn(Chart("mmmmmmmmmmmm"));
        using var dotted = Drawn(Chart("............"));
        var ink = SKColor.Parse(Inks.Light(Ink.Text));
        Assert.True(Count(dotted, ink, 0, 60) > 50);
        Assert.True(Count(named, ink, 0, 60) > 3 * Count(dotted, ink, 0, 60));
    }

    [Fact]
    public void It_is_small_enough_for_a_message_of_any_chat()
    {
        var marks = Enumerable.Range(1, 100).Select(number => new ChartMark(new(Now.AddHours(-6.5 * number), Now.AddHours(1 - (6.5 * number))), $"INC-{number}", number == 50)).Reverse().ToList();
        var run = marks.SelectMany((mark, index) => (BudgetPoint[])[new(mark.When.From, 1 - (index / 80.0)), new(mark.When.To, 1 - ((index + 1) / 80.0))]).ToList();
        Assert.InRange(_pictures.Png(Chart("checkout-availability") with { Marks = marks, Runs = [run] })!.Length, 1, TeamsImage.MostBytes);
    }

    [Theory]
    [InlineData("支払い")]
    [InlineData("checkout 🔥")]
    public void Where_a_letter_could_not_be_drawn_there_is_no_picture(string name) => Assert.Null(_pictures.Png(Chart(name)));

    [Theory]
    [InlineData("Überweisung – größer als 5 €")]
    [InlineData("Доставка писем")]
    [InlineData("Παραγγελίες")]
    public void Letters_of_europe_are_at_hand(string name) => Assert.NotNull(_pictures.Png(Chart(name)));

    private static BudgetChart Chart(string name) => new()
    {
        Slo = name,
        About = "Error budget of the last 28 days",
        Figure = "41 % left",
        Alt = "41 % left",
        Window = new(Now.AddDays(-28), Now),
        Runs = [[new(Now.AddDays(-28), 1), new(Now.AddDays(-2), 1), new(Now.AddDays(-1.9), 0.41), new(Now, 0.41)]],
        Marks = [new(new(Now.AddDays(-2), Now.AddDays(-1.9)), "INC-42", Current: true)],
    };

    private SKBitmap Drawn(BudgetChart chart) => SKBitmap.Decode(_pictures.Png(chart));

    /// <summary>How many pixels between two heights are of a colour, or as near as makes no difference.</summary>
    private static int Count(SKBitmap picture, SKColor colour, int from, int to)
    {
        var count = 0;
        for (var y = from; y < to; y++)
            for (var x = 0; x < picture.Width; x++)
                if (picture.GetPixel(x, y) is var pixel && Math.Abs(pixel.Red - colour.Red) + Math.Abs(pixel.Green - colour.Green) + Math.Abs(pixel.Blue - colour.Blue) < 40)
                    count++;
        return count;
    }
}
