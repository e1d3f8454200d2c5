using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Events;
using Xunit;

namespace IncidentBot.Tests.Teams.Events;

/// <summary>What collected activities tell: each is listed by what it means to the bot. What means nothing is counted at the intake.</summary>
public sealed class FixtureActivitiesTests
{
    private const string Nothing = "nothing";

    [Fact]
    public async Task Each_collected_activity_tells_what_it_means()
    {
        var told = new Dictionary<string, string>();
        foreach (var activities in FixtureActivities.Read().GroupBy(row => row.Name, row => row.Activity))
            told[activities.Key] = await TellAsync(activities);
        Assert.Equal(Lines(Listed()), Lines(told));
    }

    /// <summary>What each of a conversation's activities tells, counted.</summary>
    private static async Task<string> TellAsync(IEnumerable<JsonElement> activities)
    {
        var kinds = new List<string>();
        foreach (var activity in activities) kinds.AddRange((await ReadAsync(activity)).Select(said => said.GetType().Name));
        return kinds.Count == 0 ? Nothing : string.Join(' ', kinds.GroupBy(kind => kind).Select(kind => kind.Count() == 1 ? kind.Key : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind.Count()}×{kind.Key}")));
    }

    private static async Task<IReadOnlyList<ChatEvent>> ReadAsync(JsonElement activity) => await ActivityReading.ReadAsync(activity, Heard.Reading, Heard.Now, CancellationToken.None);

    private static string Lines(Dictionary<string, string> told) => string.Join('\n', told.Select(row => $"{row.Key}: {row.Value}").Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Listed() => new (string Kinds, string Names)[]
    {
        ("CommandGiven", """
            docs/message-personal-richtext playground-default-ids/message-personal playground-default-ids/mock-mention-in-word playground/message-personal
            """),
        ("MessageEdited", """
            custom/messageUpdate-editMessage
            """),
        ("MessagePosted", """
            custom/message-channel-unmentioned
            """),
        ("MessagePosted CommandGiven", """
            playground/message-channel-newpost-mention playground/message-channel-threadreply-mention playground/message-groupchat-mention
            """),
        ("PersonCame", """
            playground/mock-group-add-user playground/mock-team-add-user
            """),
        ("PersonCame 10×MessagePosted", """
            bfdotnet/transcript-ConfirmPrompt
            """),
        ("PersonCame 11×MessagePosted", """
            bfdotnet/transcript-BotAdapted_Bracketing
            """),
        ("PersonCame 17×MessagePosted", """
            bfdotnet/transcript-ConversationStateTest
            """),
        ("PersonCame 3×MessagePosted", """
            bfdotnet/transcript-AttachmentPrompt
            """),
        ("PersonLeft", """
            playground/mock-team-remove-user
            """),
        ("RoomGone", """
            custom/conversationUpdate-teamArchived playground/mock-team-remove-channel playground/mock-team-remove-team
            """),
        ("RoomRenamed", """
            playground-default-ids/conversationUpdate-channelRenamed playground/mock-team-rename-channel
            """),
        (Nothing, """
            bfdotnet/application/vnd.microsoft.meetingEnd bfdotnet/application/vnd.microsoft.meetingParticipantJoin
            bfdotnet/application/vnd.microsoft.meetingParticipantLeave bfdotnet/application/vnd.microsoft.meetingStart
            bfdotnet/application/vnd.microsoft.readReceipt bfdotnet/composeExtension/fetchTask bfdotnet/composeExtension/querySettingUrl
            bfdotnet/composeExtension/setting bfdotnet/config/fetch bfdotnet/config/submit bfdotnet/tab/fetch bfdotnet/tab/submit bfdotnet/task/fetch
            bfdotnet/task/submit custom/invoke-task-fetch custom/messageReaction-like docs/conversationUpdate-channelCreated docs/messageDelete-softDeleteMessage
            docs/messageUpdate-editMessage docs/messageUpdate-undeleteMessage playground-default-ids/action-submit-personal
            playground-default-ids/conversationUpdate-membersAdded-personal playground-default-ids/installationUpdate-add-personal
            playground-default-ids/invoke-adaptiveCard-action-personal playground/action-submit-channel-thread playground/action-submit-personal
            playground/http-envelope-message playground/invoke-adaptiveCard-action-channel-thread playground/invoke-adaptiveCard-action-personal
            playground/invoke-composeExtension-fetchTask playground/invoke-composeExtension-query playground/invoke-composeExtension-queryLink
            playground/invoke-composeExtension-submitAction playground/mock-group-add-application playground/mock-group-install-application
            playground/mock-group-remove-application playground/mock-personal-add-application playground/mock-personal-add-user
            playground/mock-personal-install-application playground/mock-personal-remove-application playground/mock-personal-uninstall-application
            playground/mock-team-add-application playground/mock-team-add-channel playground/mock-team-install-application playground/mock-team-remove-application
            playground/mock-team-rename-team playground/mock-team-uninstall-application playground/startup-group-conversationUpdate
            playground/startup-group-installationUpdate playground/startup-personal-conversationUpdate playground/startup-personal-installationUpdate
            playground/startup-team-conversationUpdate playground/startup-team-installationUpdate
            """),
    }.SelectMany(row => row.Names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries), (row, name) => (name, row.Kinds)).ToDictionary(row => row.name, row => row.Kinds);
}
