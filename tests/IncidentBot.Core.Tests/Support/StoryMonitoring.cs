using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Slos.Measuring;

namespace IncidentBot.Core.Tests.Support;

/// <summary>The monitoring of a story: it counts 1000 interactions a minute, and as many bad ones as it is told.</summary>
public sealed class StoryMonitoring(TimeProvider time) : IOutlet
{
    private const double PerMinute = 1000;

    /// <summary>What it was asked, in order.</summary>
    public List<MeasureSlo> Asked { get; } = [];

    /// <summary>Bad ones in every window.</summary>
    public double Bad { get; set; }

    /// <summary>Of what happens in an incident's impact, this share is bad.</summary>
    public double BadShare { get; set; }

    /// <summary>Why it answers nothing; null: it answers.</summary>
    public string? Silent { get; set; }

    public bool Does(Errand errand) => errand is MeasureSlo;

    public Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct)
    {
        var measure = (MeasureSlo)errand;
        Asked.Add(measure);
        var (now, by) = (time.GetUtcNow(), MeasuringBy.In(measure.In));
        if (Silent is { } why) return Task.FromResult<ChatEvent?>(new SloNotMeasured(now, by, measure.Place, measure.Slo, measure.Incident, why));
        var total = measure.Window.Length.TotalMinutes * PerMinute;
        var reading = new SloReading(now, measure.Window, new(total - Bad, total), []);
        var impact = measure.Impact is { } when ? new Measured(when, new(when.Length.TotalMinutes * PerMinute * (1 - BadShare), when.Length.TotalMinutes * PerMinute), now) : null;
        return Task.FromResult<ChatEvent?>(new SloMeasured(now, by, measure.Place, measure.Slo, reading, measure.Incident, impact, null));
    }
}
