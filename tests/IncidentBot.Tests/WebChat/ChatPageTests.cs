using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Tests.WebChat;

[Collection(OpenChatCollection.Name)]
public sealed partial class ChatPageTests(OpenChat chat)
{
    [Fact]
    public async Task A_message_shows_on_every_open_page_without_reloading()
    {
        await using var ana = await chat.AsAsync("ana", "random");
        await using var ben = await chat.AsAsync("ben", "random");
        var words = OpenChat.Unique("Hello");
        await ana.SaysAsync(words);
        await Expect(ben.Row(words)).ToBeVisibleAsync();
        await Expect(ana.Box).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Markup_is_shown_as_it_was_typed()
    {
        await using var ana = await chat.AsAsync("ana", "random");
        var words = OpenChat.Unique("<img src=x onerror=alert(1)><b>bold</b>");
        await ana.SaysAsync(words);
        await Expect(ana.Row(words)).ToBeVisibleAsync();
        await Expect(ana.Row(words).Locator("img, b")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_chart_is_seen_and_has_its_description()
    {
        await using var ana = await chat.AsAsync("ana", OpenChat.Pictures);
        var picture = ana.Page.GetByRole(AriaRole.Img, new() { Name = OpenChat.ChartAlt });
        await Expect(picture).ToBeVisibleAsync();
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 1024);
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Preview draft.md" })).ToBeVisibleAsync(); // a file stays one
    }

    [Fact]
    public async Task Only_a_picture_is_shown_as_a_picture()
    {
        using var http = new HttpClient { BaseAddress = chat.Program.Url };
        using var picture = await http.GetAsync("chat/pictures/chart", TestContext.Current.CancellationToken);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        using var page = await http.GetAsync("chat/pictures/page", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task A_thread_opens_beside_the_channel_and_its_replies_are_counted_live()
    {
        await using var ana = await chat.AsAsync("ana", "random");
        await using var ben = await chat.AsAsync("ben", "random");
        var (head, reply) = (OpenChat.Unique("It is down"), OpenChat.Unique("Looking"));
        await ana.SaysAsync(head);
        await ana.OnAsync(ana.Row(head), "Reply in thread");
        await ana.ReplyBox.FillAsync(reply);
        await ana.ReplyBox.PressAsync("Enter");
        await Expect(ana.Thread).ToContainTextAsync(reply);
        await Expect(ana.Row(reply)).ToHaveCountAsync(0);
        await ben.Row(head).GetByRole(AriaRole.Link, new() { Name = "1 reply" }).ClickAsync();
        await Expect(ben.Thread).ToContainTextAsync(reply);
        await ben.Page.GetByRole(AriaRole.Link, new() { Name = "Close thread" }).ClickAsync();
        await Expect(ben.Thread).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_message_is_edited_and_deleted_by_its_author_only()
    {
        await using var ana = await chat.AsAsync("ana", "random");
        await using var ben = await chat.AsAsync("ben", "random");
        var (words, better) = (OpenChat.Unique("Teh"), OpenChat.Unique("The"));
        await ana.SaysAsync(words);
        await ana.OnAsync(ana.Row(words), "Edit message");
        var box = ana.Page.GetByRole(AriaRole.Textbox, new() { Name = "Edit message" });
        await box.FillAsync(better);
        await box.PressAsync("Enter");
        await Expect(ben.Row(better)).ToContainTextAsync("(edited)");
        await ben.Row(better).HoverAsync();
        await Expect(ben.Row(better).GetByRole(AriaRole.Button, new() { Name = "Pin message" })).ToBeVisibleAsync();
        await Expect(ben.Row(better).GetByRole(AriaRole.Button, new() { Name = "Edit message" })).ToHaveCountAsync(0);
        await ana.OnAsync(ana.Row(better), "Delete message");
        await ana.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(ben.Row(better)).ToHaveCountAsync(0);
        await Expect(ben.Row("This message was deleted.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reactions_are_added_and_taken_away_and_pins_are_listed()
    {
        await using var ana = await chat.AsAsync("ana", "checkout");
        await using var ben = await chat.AsAsync("ben", "checkout");
        var words = OpenChat.Unique("Error rate is 38 %");
        await ana.SaysAsync(words);
        await ben.OnAsync(ben.Row(words), "Highlight with 📌");
        var pushpin = ana.Row(words).GetByRole(AriaRole.Button, new() { NameRegex = Pushpin() });
        await pushpin.ClickAsync();
        await Expect(pushpin).ToHaveAccessibleNameAsync("📌 2, Ben, Ana");
        await pushpin.ClickAsync();
        await Expect(pushpin).ToHaveAccessibleNameAsync("📌 1, Ben");
        await ana.OnAsync(ana.Row(words), "Pin message");
        await ben.Page.GetByRole(AriaRole.Button, new() { NameRegex = Pinned() }).ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(words);
    }

    [Fact]
    public async Task Commands_are_suggested_and_completed_by_keyboard()
    {
        await using var ana = await chat.AsAsync("ana", "general");
        await ana.Box.PressSequentiallyAsync("/");
        await Expect(ana.Suggestions).ToContainTextAsync("/incident start");
        await ana.Box.PressSequentiallyAsync("incident hel");
        await Expect(ana.Suggestions.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await ana.Box.PressAsync("Tab");
        await Expect(ana.Box).ToHaveValueAsync("/incident help ");
        await Expect(ana.Suggestions).ToHaveCountAsync(0);
        await ana.Box.PressAsync("Enter");
        await Expect(ana.Row("Only visible to you")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_whisper_is_seen_by_the_person_alone()
    {
        await using var ben = await chat.AsAsync("ben", "checkout");
        await using var dana = await chat.AsAsync("dana", "checkout");
        await dana.SaysAsync("/incident help");
        await Expect(dana.Row("Only visible to you")).ToBeVisibleAsync();
        var words = OpenChat.Unique("after it");
        await dana.SaysAsync(words);
        await Expect(ben.Row(words)).ToBeVisibleAsync();
        await Expect(ben.Row("Only visible to you")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_unknown_slash_word_stays_in_the_box_with_the_reason()
    {
        await using var ana = await chat.AsAsync("ana", "general");
        await ana.SaysAsync("/remind me");
        await Expect(ana.Page.GetByText("/remind is no command here")).ToBeVisibleAsync();
        await Expect(ana.Box).ToHaveValueAsync("/remind me");
    }

    [Fact]
    public async Task A_path_is_no_command()
    {
        await using var ana = await chat.AsAsync("ana", "general");
        var words = OpenChat.Unique("/var/log is full");
        await ana.SaysAsync(words);
        await Expect(ana.Row(words)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_forms_faults_stand_at_their_fields_and_are_put_right_there()
    {
        await using var ana = await chat.AsAsync("ana", "general");
        await ana.SaysAsync("/incident start");
        var form = ana.Page.GetByRole(AriaRole.Dialog);
        await form.GetByRole(AriaRole.Button, new() { Name = "Declare" }).ClickAsync();
        await Expect(form).ToContainTextAsync("Please fill this in.");
        var title = OpenChat.Unique("payments are slow");
        await form.GetByRole(AriaRole.Textbox, new() { Name = "What is happening?" }).FillAsync(title);
        await form.GetByRole(AriaRole.Combobox, new() { Name = "Severity" }).SelectOptionAsync("SEV2");
        await form.GetByRole(AriaRole.Button, new() { Name = "Declare" }).ClickAsync();
        await Expect(form).ToHaveCountAsync(0);
        await Expect(ana.Row(title)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_is_named_from_the_suggestions_and_sees_that_something_is_unread()
    {
        await using var ana = await chat.AsAsync("ana", "incidents");
        await using var chidi = await chat.AsAsync("chidi", "general");
        await ana.Box.PressSequentiallyAsync("Can you look, @chi");
        await ana.Suggestions.GetByRole(AriaRole.Option, new() { Name = "@Chidi" }).ClickAsync();
        await Expect(ana.Box).ToHaveValueAsync("Can you look, @Chidi ");
        await ana.Box.PressAsync("Enter");
        var link = chidi.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { NameRegex = UnreadIncidents() });
        await link.ClickAsync();
        await Expect(chidi.Row("Can you look, @Chidi")).ToBeVisibleAsync();
        await Expect(chidi.Log.GetByText("New", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(link).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_file_is_posted_previewed_and_downloaded_as_a_file()
    {
        await using var ana = await chat.AsAsync("ana", "random");
        await ana.Page.GetByLabel("Attach a file").SetInputFilesAsync(new FilePayload { Name = "trace.html", MimeType = "text/html", Buffer = "<script>alert(1)</script>"u8.ToArray() });
        await Expect(ana.Page.GetByText("trace.html")).ToBeVisibleAsync();
        var words = OpenChat.Unique("The trace");
        await ana.SaysAsync(words);
        await ana.Row(words).GetByRole(AriaRole.Button, new() { Name = "Preview trace.html" }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Dialog).Locator("pre")).ToHaveTextAsync("<script>alert(1)</script>");
        var path = await ana.Row(words).GetByRole(AriaRole.Link, new() { Name = "Download trace.html" }).GetAttributeAsync("href");
        using var answer = await chat.Program.Http.GetAsync(new Uri(path!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task Times_are_in_the_zone_of_the_person_who_looks()
    {
        await using var ana = await chat.AsAsync("ana", "long");
        await Expect(ana.Row("Message number 10000").Locator("time").First).ToHaveTextAsync("22:40");
        await ana.Page.GetByRole(AriaRole.Combobox, new() { Name = "You speak as" }).SelectOptionAsync("Dana");
        await Expect(ana.Row("Message number 10000").Locator("time").First).ToHaveTextAsync("07:40");
        await Expect(ana.Row("Message number 10000").Locator("time").First).ToHaveAttributeAsync("title", "2026-11-07 22:40:00 UTC");
    }

    [GeneratedRegex("^📌")]
    private static partial Regex Pushpin();

    [GeneratedRegex("^Pinned messages")]
    private static partial Regex Pinned();

    [GeneratedRegex("incidents.*unread")]
    private static partial Regex UnreadIncidents();
}
