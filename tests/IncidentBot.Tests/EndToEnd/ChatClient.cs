using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace IncidentBot.Tests.EndToEnd;

/// <summary>The browser chat of a running program, as scripts use it.</summary>
public sealed class ChatClient(RunningProgram program)
{
    public static readonly IReadOnlyList<string> Everybody = ["ana", "ben", "chidi", "dana"];

    /// <summary>Posts a message, or gives a command, as a person. Returns the message's id; null for a command.</summary>
    public async Task<string?> SaysAsync(string who, string channel, string text, string? thread = null)
    {
        using var answer = await PostAsync(who, channel, text, thread);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} to “{text}”: {await answer.Content.ReadAsStringAsync()}\n{program.Output}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    /// <summary>The same, whatever the answer is.</summary>
    public Task<HttpResponseMessage> PostAsync(string who, string channel, string text, string? thread = null) =>
        program.Http.PostAsJsonAsync("/chat/api/messages", new { As = who, Channel = channel, Text = text, Thread = thread });

    /// <summary>A channel's messages as a person sees them, oldest first.</summary>
    public async Task<IReadOnlyList<ChatMessage>> MessagesAsync(string channel, string who = "ana")
    {
        var all = new List<ChatMessage>();
        for (var page = await PageAsync(null); page.Count > 0; page = await PageAsync(all[^1].Id)) all.AddRange(page);
        return all;

        async Task<List<ChatMessage>> PageAsync(string? after) => await program.Http.GetFromJsonAsync<List<ChatMessage>>($"/chat/api/channels/{channel}/messages?as={who}" + (after is null ? "" : $"&after={after}")) ?? [];
    }

    public async Task<IReadOnlyList<ChatChannel>> ChannelsAsync(string who = "ana") => await program.Http.GetFromJsonAsync<List<ChatChannel>>($"/chat/api/channels?as={who}") ?? [];

    /// <summary>Declares an incident in #general and has everybody join its room. Returns the room's id.</summary>
    public async Task<string> DeclareAsync(string who, string words)
    {
        var known = (await ChannelsAsync(who)).Select(channel => channel.Id).ToHashSet();
        await SaysAsync(who, "general", $"/incident start {words}");
        var room = await program.EventuallyAsync(async () => (await ChannelsAsync(who)).FirstOrDefault(channel => !known.Contains(channel.Id)), "a room opens");
        foreach (var other in Everybody) await JoinAsync(other, room.Id);
        await HearsAsync(room.Id, "INC-");
        return room.Id;
    }

    public async Task JoinAsync(string who, string channel)
    {
        using var answer = await program.Http.PostAsJsonAsync($"/chat/api/channels/{channel}/members", new { As = who });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Waits for something said by the bot.</summary>
    public Task<ChatMessage> HearsAsync(string channel, string words, string who = "ana", Func<ChatMessage, bool>? which = null) => program.EventuallyAsync(
        async () => (await MessagesAsync(channel, who)).LastOrDefault(message => message.IsByBot && message.Words.Contains(words, StringComparison.Ordinal) && (which?.Invoke(message) ?? true)),
        $"{who} hears “{words}” in #{channel}");

    /// <summary>Gives a command and returns what the bot says to it.</summary>
    /// <param name="which">Tells the answer from other things that the bot says meanwhile.</param>
    public async Task<ChatMessage> AnswerAsync(string who, string channel, string text, Func<ChatMessage, bool>? which = null, string? thread = null)
    {
        var known = (await MessagesAsync(channel, who)).Select(message => message.Id).ToHashSet();
        await SaysAsync(who, channel, text, thread);
        return await program.EventuallyAsync(
            async () => (await MessagesAsync(channel, who)).FirstOrDefault(message => message.IsByBot && !known.Contains(message.Id) && (which?.Invoke(message) ?? true)), $"an answer to “{text}”");
    }

    public Task<string> FileAsync(ChatFile file) => program.Http.GetStringAsync(file.Url);

    /// <summary>The whole timeline as the bot posts it, after all that was said in the room before.</summary>
    public async Task<string> TimelineAsync(string room, string who = "ana") => await FileAsync((await AnswerAsync(who, room, "/incident timeline all", answer => answer.Files.Count > 0)).Files[0]);
}
