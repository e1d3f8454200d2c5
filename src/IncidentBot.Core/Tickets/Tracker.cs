namespace IncidentBot.Core.Tickets;

/// <summary>Where tickets are kept.</summary>
public enum Tracker
{
    GitHub,
    Jira,
}
