using System.Net;
using IncidentBot.Tests.Teams.Workspace.People;
using IncidentBot.Tests.Teams.Workspace.State;
using Xunit;

namespace IncidentBot.Tests.Teams.EndToEnd;

/// <summary>Actions chosen in the menu of a message.</summary>
internal static class Chosen
{
    /// <summary>Highlights the message, as a 📌 does.</summary>
    public static async Task AddToTimelineAsync(TeamsPerson by, Message message)
    {
        var chosen = await by.ChoosesAsync(message, "timeline.add", fetches: true);
        Assert.Equal(HttpStatusCode.OK, chosen.Status);
        Assert.Null(chosen.Dialog);
    }
}
