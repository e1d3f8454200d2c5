using System.Globalization;
using IncidentBot.Tests.Teams.Workspace.State;

namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>What a bot may do in one conversation. learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit</summary>
public sealed class RateLimits(TeamsState state)
{
    private static readonly (int Calls, TimeSpan Within)[] Sending = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    /// <summary>Calls under way when the limit was told are nobody's fault.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, List<DateTimeOffset>> _sent = [];
    private readonly Dictionary<string, (DateTimeOffset From, DateTimeOffset Until)> _told = [];

    /// <summary>How often a call was refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The seconds to wait; null: it may be done.</summary>
    public int? Refuses(string conversation)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (_told.TryGetValue(conversation, out var window) && now < window.Until)
        {
            if (now > window.From + Grace) state.Violations.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{conversation} was written to {(now - window.From).TotalSeconds:F1} s after it was told to wait {(window.Until - window.From).TotalSeconds:F1} s"));
            return Told(window.Until - now);
        }
        var sent = _sent.TryGetValue(conversation, out var known) ? known : _sent[conversation] = [];
        foreach (var (calls, within) in Sending)
        {
            if (sent.Count(at => now - at < within) < calls) continue;
            var free = sent[^calls] + within - now;
            _told[conversation] = (now, now + TimeSpan.FromSeconds(Math.Ceiling(free.TotalSeconds)));
            return Told(free);
        }
        sent.Add(now);
        return null;
    }

    private int Told(TimeSpan wait)
    {
        Refused++;
        return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
    }
}
