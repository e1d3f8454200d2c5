using IncidentBot.Core.Chat;
using IncidentBot.WebChat;
using Xunit;
using static IncidentBot.Tests.WebChat.WebChatUnderTest;

namespace IncidentBot.Tests.WebChat;

public sealed class BrowserChatTests
{
    private static readonly Place Incidents = Workspace.PlaceOf("incidents");
    private static readonly Card Hello = Card.Of("Hello");

    [Fact]
    public async Task A_post_that_is_repeated_with_its_key_stands_once()
    {
        await using var chat = await OpenAsync();
        var first = await chat.Chat.PostAsync(Incidents, Hello, new("out:1"), Ct);
        var second = await chat.Chat.PostAsync(Incidents, Hello, new("out:1"), Ct);
        Assert.Equal(first, second);
        Assert.Single(await chat.InAsync("incidents"));
    }

    [Fact]
    public async Task An_update_replaces_the_card()
    {
        await using var chat = await OpenAsync();
        var message = await chat.Chat.PostAsync(Incidents, Hello, new("out:1"), Ct);
        await chat.Chat.UpdateAsync(message, Card.Of("Good bye"), Ct);
        Assert.Equal("Good bye", Assert.Single(await chat.InAsync("incidents")).Card?.Fallback);
    }

    [Fact]
    public async Task An_update_of_what_was_deleted_says_that_it_is_gone()
    {
        await using var chat = await OpenAsync();
        var message = await chat.Chat.PostAsync(Incidents, Hello, new("out:1"), Ct);
        await chat.Channels.DeleteAsync(chat["ana"], "incidents", Ct);
        var gone = await Assert.ThrowsAsync<ChatException>(() => chat.Chat.UpdateAsync(message, Hello, Ct));
        Assert.Equal(ChatFault.Gone, gone.Fault);
        var unknown = await Assert.ThrowsAsync<ChatException>(() => chat.Chat.UpdateAsync(new(new("local", "general"), "never"), Hello, Ct));
        Assert.Equal(ChatFault.Gone, unknown.Fault);
    }

    [Fact]
    public async Task A_post_into_a_deleted_channel_says_that_it_is_gone()
    {
        await using var chat = await OpenAsync();
        await chat.Channels.DeleteAsync(chat["ana"], "incidents", Ct);
        var gone = await Assert.ThrowsAsync<ChatException>(() => chat.Chat.PostAsync(Incidents, Hello, new("out:1"), Ct));
        Assert.Equal(ChatFault.Gone, gone.Fault);
    }

    [Fact]
    public async Task A_topic_that_is_set_stays_and_is_told_to_nobody()
    {
        await using var chat = await OpenAsync();
        await chat.Chat.SetTopicAsync(Incidents, "INC-1 · SEV1 · Resolved", Ct);
        Assert.Equal("INC-1 · SEV1 · Resolved", chat.Workspace.Channel("incidents")?.Topic);
        Assert.Empty(await chat.InAsync("incidents"));
    }

    [Fact]
    public async Task A_whisper_is_one_persons_only_and_is_said_once()
    {
        await using var chat = await OpenAsync();
        await chat.Chat.WhisperAsync(Incidents, new("local", "ana"), Hello, new("out:1"), Ct);
        await chat.Chat.WhisperAsync(Incidents, new("local", "ana"), Hello, new("out:1"), Ct);
        var whisper = Assert.Single(await chat.InAsync("incidents"));
        Assert.True(whisper.VisibleTo("ana"));
        Assert.False(whisper.VisibleTo("ben"));
    }

    [Fact]
    public async Task A_room_is_opened_once_a_key_and_has_who_was_invited()
    {
        await using var chat = await OpenAsync();
        var request = new OpenRoom("room:INC-1", Incidents, "inc-1-checkout", "", Private: true, Workspace.PersonOf(chat["ana"]), [new("local", "ben"), new("local", "nobody")]);
        var first = await chat.Chat.OpenRoomAsync(request, Ct);
        var second = await chat.Chat.OpenRoomAsync(request, Ct);
        Assert.Equal(first.Place, second.Place);
        Assert.Equal(["ana", "ben"], first.Members.Select(member => member.Id));
        Assert.True(chat.Workspace.Channel(first.Place.Channel.Id)!.VisibleTo("ben"));
        Assert.False(chat.Workspace.Channel(first.Place.Channel.Id)!.VisibleTo("chidi"));
    }

    [Fact]
    public async Task A_room_whose_name_is_taken_gets_a_number()
    {
        await using var chat = await OpenAsync();
        var opened = await chat.Chat.OpenRoomAsync(new("room:INC-1", Incidents, "Incidents!", "", Private: false, Workspace.PersonOf(chat["ana"]), []), Ct);
        Assert.Equal("incidents-2", opened.Name);
    }

    [Fact]
    public async Task A_file_can_be_fetched_and_is_posted_once()
    {
        await using var chat = await OpenAsync();
        await chat.Chat.UploadAsync(Incidents, "draft.md", "# Draft", "Here it is", new("out:1"), Ct);
        await chat.Chat.UploadAsync(Incidents, "draft.md", "# Draft", "Here it is", new("out:1"), Ct);
        var file = Assert.Single(Assert.Single(await chat.InAsync("incidents")).Files);
        Assert.Equal("# Draft", await chat.Store.ContentAsync(file.Content, Ct));
    }

    [Fact]
    public async Task A_picture_has_its_description_and_is_posted_once()
    {
        await using var chat = await OpenAsync();
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        await chat.Chat.PostImageAsync(Incidents, new("error-budget.png", png, "41 % left"), "checkout", new("out:1"), Ct);
        await chat.Chat.PostImageAsync(Incidents, new("error-budget.png", png, "41 % left"), "checkout", new("out:1"), Ct);
        var message = Assert.Single(await chat.InAsync("incidents"));
        var file = Assert.Single(message.Files);
        Assert.Equal(("checkout", "41 % left", 4), (message.Text, file.AltText, file.Bytes));
        Assert.Equal(png, FileContent.Bytes((await chat.Store.ContentAsync(file.Content, Ct))!));
    }

    [Fact]
    public async Task A_reply_is_counted_at_the_head_of_its_thread_and_a_whisper_is_not()
    {
        await using var chat = await OpenAsync();
        var head = await chat.SaysAsync("ana", "incidents", "It is down");
        var thread = Incidents with { Thread = head.Id };
        await chat.Chat.PostAsync(thread, Hello, new("out:1"), Ct);
        await chat.Chat.WhisperAsync(thread, new("local", "ana"), Hello, new("out:2"), Ct);
        Assert.Equal(1, (await chat.Store.FindAsync("incidents", head.Id, Ct))!.Replies!.Count);
    }

    [Fact]
    public async Task Reacting_and_pinning_again_change_nothing()
    {
        await using var chat = await OpenAsync();
        var message = await chat.SaysAsync("ana", "incidents", "It is down");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await chat.Chat.ReactAsync(Workspace.RefOf(message), "✅", Ct);
            await chat.Chat.PinAsync(Workspace.RefOf(message), Ct);
        }
        var standing = await chat.Store.FindAsync("incidents", message.Id, Ct);
        Assert.Equal(["incidentbot"], Assert.Single(standing!.Reactions).By);
        Assert.Equal(["incidentbot"], standing.PinnedBy);
        Assert.Equal([message.Id], chat.Workspace.Channel("incidents")!.Pinned);
    }

    [Fact]
    public async Task The_direct_conversation_with_a_person_is_always_the_same()
    {
        await using var chat = await OpenAsync();
        var place = await chat.Chat.DirectAsync(new("local", "ana"), Ct);
        Assert.Equal(place, await chat.Chat.DirectAsync(new("local", "ana"), Ct));
        Assert.True(chat.Workspace.Channel(place.Channel.Id)!.HeardByBot(chat.Workspace));
        await Assert.ThrowsAsync<ChatException>(() => chat.Chat.DirectAsync(new("local", "nobody"), Ct));
    }

    [Fact]
    public async Task History_is_what_people_said_as_it_stands_since_a_time()
    {
        await using var chat = await OpenAsync();
        await chat.SaysAsync("ana", "incidents", "Before");
        chat.Time.Advance(TimeSpan.FromMinutes(1));
        var since = chat.Time.GetUtcNow();
        var head = await chat.SaysAsync("ana", "incidents", "It is down");
        var gone = await chat.SaysAsync("ben", "incidents", "Never mind");
        await chat.SaysAsync("ben", "incidents", "Looking, @ana", head);
        await chat.Messages.EditAsync(chat["ana"], Workspace.RefOf(head), "It is down again", Ct);
        await chat.Messages.DeleteAsync(chat["ben"], Workspace.RefOf(gone), Ct);
        await chat.Channels.LeaveAsync(chat["dana"], "incidents", Ct);
        await chat.Chat.PostAsync(Incidents, Hello, new("out:1"), Ct);
        var said = new List<MessagePosted>();
        await foreach (var message in chat.Chat.HistoryAsync(Incidents, since, Ct)) said.Add(message.Posted);
        Assert.Equal(["It is down again", "Looking, @Ana"], said.Select(message => message.Text));
        Assert.All(said, message => Assert.True(message.FromHistory));
        Assert.Equal(head.Id, said[1].Place.Thread);
        Assert.Equal("Ana", Assert.Single(said[1].Mentions).Name);
    }
}
