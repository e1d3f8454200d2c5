using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.People;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Rooms;

/// <summary>Opens a channel for an incident, or finds the one that an earlier try opened.</summary>
internal sealed class RoomOpening(SlackApi api, SlackBot bot, Topics topics, Invitations invitations, InviteGroups groups, ILogger<RoomOpening> log) : IDisposable
{
    private const int MostNames = 20;

    private readonly SemaphoreSlim _claiming = new(1);

    public async Task<OpenedRoom> OpenAsync(OpenRoom request, CancellationToken ct)
    {
        await bot.AskAsync(ct);
        var room = await ClaimAsync(request, ct);
        var id = room.Text("id") ?? throw new ChatException(ChatFault.Temporary, "Slack opened a channel and did not say which.");
        var place = new Place(request.From.Channel with { Id = id });
        await SoftlyAsync("topic", id, () => topics.SetAsync(place, request.Topic, ct));
        var people = request.Invite.Prepend(request.AskedBy.Ref).Concat(request.Private ? [] : await groups.MembersAsync(request.Workspace, ct)).Where(person => !person.IsMachine && !bot.Is(person.Id, null)).Distinct().ToList();
        await SoftlyAsync("invitations", id, () => invitations.InviteAsync(place, people, ct));
        return new(place, room.Text("name") ?? request.Name, await MembersAsync(place, people, ct));
    }

    public void Dispose() => _claiming.Dispose();

    // One at a time: between its creation and its purpose a room of ours could be taken for that of another request.
    private async Task<JsonElement> ClaimAsync(OpenRoom request, CancellationToken ct)
    {
        await _claiming.WaitAsync(ct);
        try
        {
            List<JsonElement>? own = null;
            for (var number = 1; number <= MostNames; number++)
            {
                var name = RoomName.Of(request.Name, number);
                if ((await CreateAsync(name, request.Private, ct) ?? OfAnEarlierTry(own ??= await OwnAsync(ct), name, request.Purpose)) is not { } room) continue;
                if (room.Text("id") is { } id) await SoftlyAsync("purpose", id, () => topics.SetPurposeAsync(id, request.Purpose, room, ct));
                return room;
            }
            throw new ChatException(ChatFault.Refused, $"Slack has channels named {request.Name} and the like already. Archived ones keep their names.");
        }
        finally
        {
            _claiming.Release();
        }
    }

    /// <summary>Null: the name is taken.</summary>
    private async Task<JsonElement?> CreateAsync(string name, bool isPrivate, CancellationToken ct)
    {
        try
        {
            return (await api.CallAsync("conversations.create", new() { ["name"] = name, ["is_private"] = isPrivate }, ct)).Part("channel");
        }
        catch (SlackApiException taken) when (taken.Error == "name_taken")
        {
            return null;
        }
    }

    /// <summary>The channels that the bot created. Who creates one is in it, and those that it is in are fewer than all of the workspace.</summary>
    private async Task<List<JsonElement>> OwnAsync(CancellationToken ct)
    {
        var own = new List<JsonElement>();
        var all = new SlackArguments { ["types"] = "public_channel,private_channel", ["exclude_archived"] = true };
        await foreach (var page in api.PagesAsync("users.conversations", all, ct)) own.AddRange(page.Items("channels").Where(channel => channel.Text("creator") == bot.Known.User));
        return own;
    }

    /// <summary>The one that an earlier try of the same request created: its purpose says so, or was not set yet.</summary>
    private static JsonElement? OfAnEarlierTry(List<JsonElement> own, string name, string purpose)
    {
        foreach (var channel in own)
            if (channel.Text("name") == name && Topics.Value(channel, "purpose") is var said && (said.Length == 0 || said == Topics.Fit(purpose)))
                return channel;
        return null;
    }

    private async Task<IReadOnlyList<PersonRef>> MembersAsync(Place room, IReadOnlyList<PersonRef> invited, CancellationToken ct)
    {
        try
        {
            var members = new List<PersonRef>();
            await foreach (var page in api.PagesAsync("conversations.members", new() { ["channel"] = room.Channel.Id }, ct))
                members.AddRange(page.Items("members").Select(member => member.ToString()).Where(member => member != bot.Known.User).Select(member => new PersonRef(room.Channel.Workspace, member)));
            return members;
        }
        catch (SlackApiException unseen) when (unseen.Fault is not ChatFault.Temporary)
        {
            log.LogWarning("Who is in the room {Room} cannot be seen, so it is taken to be who was invited: {Reason}", room, unseen.Message);
            return invited;
        }
    }

    // The room stands; what Slack will never allow in it makes it no worse than that.
    private async Task SoftlyAsync(string what, string room, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (ChatException refused) when (refused.Fault is not ChatFault.Temporary)
        {
            log.LogWarning("The room {Room} is open without its {What}: {Reason}", room, what, refused.Message);
        }
    }
}
