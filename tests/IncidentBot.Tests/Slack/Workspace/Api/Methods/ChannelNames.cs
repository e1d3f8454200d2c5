using IncidentBot.Tests.Slack.Workspace.State;

namespace IncidentBot.Tests.Slack.Workspace.Api.Methods;

/// <summary>Rules for names of channels. https://docs.slack.dev/reference/methods/conversations.create#naming</summary>
internal static class ChannelNames
{
    private const int Most = 80;

    public static string Checked(string name, WorkspaceState state)
    {
        if (name.Length > Most) throw new RefusalException("invalid_name_maxlength");
        if (!name.Any(char.IsLetterOrDigit)) throw new RefusalException("invalid_name_punctuation");
        if (name.Any(sign => char.IsUpper(sign) || !(char.IsLetterOrDigit(sign) || sign is '-' or '_'))) throw new RefusalException("invalid_name_specials");
        return state.Conversations.Exists(channel => channel.Name == name) ? throw new RefusalException("name_taken") : name; // an archived channel keeps its name
    }
}
