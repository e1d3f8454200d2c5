using IncidentBot.Core.Alerts;

namespace IncidentBot.Tests.Cards;

public static class SampleAlerts
{
    /// <summary>Every other one is over.</summary>
    public static Alert Alert(this Sample sample, int number) => new()
    {
        Workspace = sample.IncidentId.Workspace,
        Source = "alertmanager",
        Fingerprint = $"f{number}",
        Group = "checkout",
        Name = sample.Words("CheckoutErrors", 300),
        Summary = sample.Words("More than 1 % of requests fail", 1000),
        Severity = "critical",
        Service = sample.Words("checkout", 100),
        Url = sample.Address,
        StartsAt = sample.Now.AddHours(-1),
        EndsAt = number % 2 == 1 ? sample.Now : null,
        Incident = sample.IncidentId,
    };
}
