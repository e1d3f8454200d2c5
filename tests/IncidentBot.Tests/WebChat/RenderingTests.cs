using IncidentBot.Core.Chat;
using IncidentBot.WebChat.Rendering;
using Xunit;

namespace IncidentBot.Tests.WebChat;

public sealed class RenderingTests
{
    private const string Nasty = "<script>alert('x')</script> \"&\" <img src=x onerror=alert(1)>";
    private static readonly DateTimeOffset At = new(2026, 7, 1, 13, 5, 0, TimeSpan.Zero);
    private static readonly Person Ana = new(new("local", "ana"), Nasty);

    private static readonly CardBlock[] Blocks =
    [
        new Heading(Nasty), new Heading(Nasty, Level: 2), new Paragraph(Nasty), new Bullets([Nasty]), new Facts([new(Nasty, Nasty)]), new Quote(Nasty, Nasty), new Table([Nasty], [[Nasty]]),
        new Choices([new("a.b", Nasty, Nasty), new("a.b", Nasty, Nasty, ButtonKind.Primary), new("a.b", Nasty, Nasty, ButtonKind.Danger)]),
    ];

    private static readonly TextSpan[] Spans =
    [
        new Plain(Nasty), new Bold(Nasty), new Italic(Nasty), new Code(Nasty), new LinkTo("https://example.com/?a=\"><script>", Nasty), new Mention(Ana.Ref, Nasty), new Moment(At),
        new RoomLink(new(new("local", "\"><script>")), Nasty),
    ];

    private static readonly FormField[] Fields =
    [
        new TextField("text", Nasty) { Hint = Nasty, Initial = Nasty }, new TextField("lines", Nasty) { Multiline = true, Initial = Nasty },
        new ChoiceField("choice", Nasty, [new(Nasty, Nasty)]) { Hint = Nasty }, new PersonField("person", Nasty) { Hint = Nasty },
    ];

    public static TheoryData<int> EveryBlock => [.. Enumerable.Range(0, Blocks.Length)];

    public static TheoryData<int> EverySpan => [.. Enumerable.Range(0, Spans.Length)];

    public static TheoryData<int> EveryField => [.. Enumerable.Range(0, Fields.Length)];

    [Fact]
    public void These_tests_know_every_kind_of_block_span_and_field()
    {
        Assert.Equal(KindsOf<CardBlock>(), Names(Blocks));
        Assert.Equal(KindsOf<TextSpan>(), Names(Spans));
        Assert.Equal(KindsOf<FormField>(), Names(Fields));
    }

    [Theory, MemberData(nameof(EveryBlock))]
    public async Task No_block_lets_markup_through(int index)
    {
        await using var drawn = await Drawn.OpenAsync();
        AssertHarmless(await drawn.CardAsync(Blocks[index]));
    }

    [Theory, MemberData(nameof(EverySpan))]
    public async Task No_span_lets_markup_through(int index)
    {
        await using var drawn = await Drawn.OpenAsync();
        AssertHarmless(await drawn.TextAsync(new([Spans[index]])));
    }

    [Theory, MemberData(nameof(EveryField))]
    public async Task No_field_lets_markup_through(int index)
    {
        await using var drawn = await Drawn.OpenAsync();
        AssertHarmless(await drawn.FieldAsync(Fields[index], Nasty));
    }

    [Fact]
    public async Task What_people_type_is_text_and_web_addresses_are_links()
    {
        await using var drawn = await Drawn.OpenAsync();
        var html = await drawn.SaidAsync($"See https://example.com/a?b=1&c=(2), @Ana.\n{Nasty}");
        AssertHarmless(html);
        Assert.Contains("""href="https://example.com/a?b=1&amp;c=(2" """.Trim(), html, StringComparison.Ordinal);
        Assert.Contains(">@Ana</span>.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/a", true)]
    [InlineData("HTTP://example.com", true)]
    [InlineData("/chat/files/1/a.md", true)]
    [InlineData("//example.com", false)]
    [InlineData("/\\example.com", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("", false)]
    public void Only_web_addresses_and_paths_of_the_app_are_links(string url, bool link) => Assert.Equal(link, SafeLink.Of(url) is not null);

    [Fact]
    public async Task A_link_that_is_none_shows_its_label()
    {
        await using var drawn = await Drawn.OpenAsync();
        Assert.Equal("dashboard", (await drawn.TextAsync(new([new LinkTo("javascript:alert(1)", "dashboard")]))).Trim());
    }

    [Fact]
    public async Task A_time_is_the_readers_with_UTC_beside_it()
    {
        await using var drawn = await Drawn.OpenAsync();
        var html = await drawn.TextAsync(new([new Moment(At)]));
        Assert.Contains("1 Jul 14:05", html, StringComparison.Ordinal);
        Assert.Contains("2026-07-01 13:05:00 UTC", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_field_is_told_with_it()
    {
        await using var drawn = await Drawn.OpenAsync();
        foreach (var field in Fields) Assert.Contains("Please fill this in.", await drawn.FieldAsync(field, "Please fill this in."), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no links")]
    [InlineData("https://a.example, https://b.example. @Ana@Ben x@Ana @Ana-Maria @ana")]
    [InlineData("")]
    public void Text_cut_into_pieces_is_the_same_text(string text) => Assert.Equal(text, string.Concat(TextPiece.Cut(text, ["Ana", "Ben"]).Select(piece => piece.Text)));

    private static void AssertHarmless(string html)
    {
        Assert.NotEqual("", html.Trim());
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> KindsOf<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => type.Name).Order();

    private static IEnumerable<string> Names(IEnumerable<object> samples) => samples.Select(sample => sample.GetType().Name).Distinct().Order();
}
