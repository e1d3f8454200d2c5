using Xunit;

namespace IncidentBot.Tests.Slack.EndToEnd;

/// <summary>One running program for all stories of a class. Each declares an incident of its own.</summary>
public abstract class SlackScenes(SlackScene.WayIn way) : IAsyncLifetime
{
    private SlackScene? _scene;

    public SlackScene Scene => _scene!;

    public async ValueTask InitializeAsync() => _scene = await SlackScene.BeginAsync(way, new() { AppIn = [] }, "--Incidents:PromptAfter", "00:00:01", "--Reminders:Schedule", "* * * * *", "--Reminders:QuietHours", "", "--Reminders:Weekends", "true", "--Reminders:EscalateTo", "incidents");

    public async ValueTask DisposeAsync()
    {
        if (_scene is not null) await _scene.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class SocketModeScene() : SlackScenes(SlackScene.WayIn.SocketMode);

public sealed class HttpScene() : SlackScenes(SlackScene.WayIn.Http);
