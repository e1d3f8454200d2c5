using IncidentBot.Core.Alerts;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Support;

namespace IncidentBot.Core.Tests.Alerts;

/// <summary>A story in which monitoring speaks too.</summary>
internal sealed class AlertScene(AlertSettings? settings = null, RoomKind kind = RoomKind.Channel)
{
    public static readonly Person Alertmanager = new(PersonRef.Machine(Some.Workspace, "alertmanager"), "Alertmanager");

    public Story Story { get; } = new(Some.Settings with { Alerts = settings ?? new() }, kind);

    public DateTimeOffset Now => Story.Time.GetUtcNow();

    /// <summary>A notification of a group.</summary>
    public Task Notifies(params HeardAlert[] alerts) => NotifiesOf("checkout", alerts);

    public Task NotifiesOf(string group, params HeardAlert[] alerts) => Story.Does(new AlertsHeard(Now, Alertmanager, Some.Place("incidents"), "alertmanager", group, alerts));

    /// <summary>An alert that fires since some minutes.</summary>
    public HeardAlert Fires(string fingerprint = "f1", int since = 2, string? severity = "critical", string? service = "checkout", string name = "HighErrorRate") => new(fingerprint, name, true, Now.AddMinutes(-since))
    {
        Summary = "Checkout answers 5 % of requests with errors",
        Severity = severity,
        Service = service,
        Url = "http://prometheus.example/graph?g0.expr=errors",
    };

    public HeardAlert Over(HeardAlert fired) => fired with { Firing = false, EndsAt = Now };

    public async Task<Incident> Incident(int number = 1) => await ((IIncidents)Story.Store).FindAsync(new(Some.Workspace, number), CancellationToken.None) ?? throw new InvalidOperationException($"There is no INC-{number}.");

    public async Task<int> Incidents() => (await ((IIncidents)Story.Store).ListAsync(Some.Workspace, new IncidentQuery(OpenOnly: false, Limit: 1000), CancellationToken.None)).Count;

    /// <summary>What the timelines tell of alerts.</summary>
    public IEnumerable<string> Entries => Story.Store.Entries.Where(entry => entry.Kind is Core.Timeline.EntryKind.Alert).Select(entry => entry.Text);
}
