namespace IncidentBot.Teams.Events;

/// <summary>What reading an activity needs to know beyond it.</summary>
internal sealed record Reading(PeopleLookup People, KnownChannels Channels);
