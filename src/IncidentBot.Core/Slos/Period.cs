namespace IncidentBot.Core.Slos;

/// <summary>A stretch of time: its beginning belongs to it, its end does not.</summary>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Never negative.</summary>
    public TimeSpan Length => To > From ? To - From : TimeSpan.Zero;

    /// <summary>What both have in common; of no length when that is nothing.</summary>
    public Period And(Period other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return new(from, to > from ? to : from);
    }
}
