using CsCheck;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Budgets;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Slos.Budgets;

/// <summary>What holds for every budget, whatever was measured and stated.</summary>
public sealed class BudgetReportProperties
{
    private const int Many = 2000;

    private static readonly Gen<SloWindow> AnyWindow = Gen.OneOf(
        Gen.Int[1, 90].Select(SloWindow.Rolling),
        Some.Of("Etc/UTC", "Europe/Lisbon", "America/Havana").Select(zone => new SloWindow(SloWindowKind.CalendarMonth, TimeZone: zone)),
        Some.Of("Etc/UTC", "Australia/Lord_Howe").Select(zone => new SloWindow(SloWindowKind.CalendarQuarter, TimeZone: zone)));

    private static readonly Gen<Slo> AnySlo = Gen.Select(AnyWindow, Gen.Int[1, 99_999], Gen.Enum<SliKind>()).Select((window, objective, kind) => SomeSlo.Of(window, objective / 100_000m, kind: kind));

    private static readonly Gen<DateTimeOffset> AnyTime = Gen.Int[0, 3 * 365 * 24 * 60].Select(minutes => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));

    private static readonly Gen<Counted> AnyCount = Gen.Select(Gen.Double[0, 1], Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 1_000_000])).Select((good, total) => new Counted(good * total, total));

    private static readonly Gen<Case> AnyCase = Gen.Select(AnySlo, AnyTime, Gen.Int[0, 3 * 24 * 60], AnyCount, Gen.Bool, Gen.Int[0, 40], AnyCount.Array[0, 40]).SelectMany((slo, now, age, counted, isRead, missing, course) =>
    {
        var at = now.AddMinutes(-age);
        var window = slo.Window.SoFar(at);
        var step = window.Length / Math.Max(1, course.Length);
        var reading = new SloReading(at, window, counted, [.. course.Select((one, index) => new SloStep(new(window.From + step * index, window.From + step * (index + 1)), one)).Where((_, index) => index != missing)]);
        return AnyCharge(now).Array[0, 8].Select(charges => new Case(slo, isRead ? new() { Slo = slo.Name, Reading = reading } : null, [.. charges.Select((charge, index) => charge with { Incident = new(Some.Workspace, index + 1) })], now));
    });

    [Fact]
    public void Every_figure_is_a_number_and_what_is_spent_and_left_is_all() => AnyCase.Sample(any =>
    {
        var report = any.Report();
        Assert.Equal(report.Spent is null, report.Unknown is not null);
        Assert.Equal(report.Spent is null, report.Method is null);
        Assert.True(report.Spent is null or (>= 0 and < double.PositiveInfinity));
        if (report.Spent is { } spent) Assert.Equal(1, spent + report.Left!.Value, 9);
        Assert.True(report.BurnRate is null or (>= 0 and < double.PositiveInfinity));
        Assert.True(report.ExhaustedIn is null || report.ExhaustedIn >= TimeSpan.Zero);
        Assert.Equal(report.Left <= 0, report.ExhaustedIn == TimeSpan.Zero);
        Assert.All(report.Incidents, share =>
        {
            Assert.True(share is { Counts: >= 0 and < double.PositiveInfinity, Unseen: >= 0 and < double.PositiveInfinity });
            Assert.True(share.When.From >= report.Window.From && share.When.To <= any.Now && share.When.Length > TimeSpan.Zero);
        });
    }, iter: Many);

    [Fact]
    public void A_budget_never_grows_from_an_incident() => AnyCase.SelectMany(any => AnyCharge(any.Now).Select(charge => (any, charge))).Sample((any, charge) =>
    {
        var (before, after) = (any.Report(), (any with { Charges = [.. any.Charges, charge] }).Report());
        if (before.Spent is null) return;
        Assert.True(after.Left <= before.Left + Exact(before), $"{before.Left} grew to {after.Left}");
        Assert.True(after.Left - after.Unseen <= before.Left - before.Unseen + Exact(before));
    }, iter: Many);

    [Fact]
    public void What_incidents_took_is_never_more_than_was_measured_in_all() => AnyCase.Where(any => any.State is not null).Sample(any =>
    {
        var report = any.Report();
        if (report.Spent is { } spent) Assert.True(report.Incidents.Sum(share => share.Counts) <= spent + Exact(report));
    }, iter: Many);

    [Fact]
    public void No_incident_is_charged_more_than_it_alone_would_be() => AnyCase.Sample(any => Assert.All(any.Report().Incidents, share =>
        Assert.True(share.Took <= (share.Method == BudgetMethod.Measured ? share.Measured : share.Estimated) + 1e-9 * (1 + share.Took))), iter: Many);

    [Fact]
    public void The_order_of_charges_makes_no_difference() => Gen.Select(AnyCase, Gen.Int).Sample((any, seed) =>
    {
        var charges = any.Charges.ToArray();
        new Random(seed).Shuffle(charges);
        var (one, other) = (any.Report(), (any with { Charges = charges }).Report());
        Assert.Equal(one with { Incidents = [] }, other with { Incidents = [] });
        Assert.Equal(one.Incidents, other.Incidents);
    }, iter: Many);

    [Fact]
    public void An_incident_that_is_told_as_two_is_charged_the_same() => Gen.Select(AnyCase.Where(any => any.Charges.Count > 0), Gen.Double[0, 1]).Sample((any, where) =>
    {
        var (one, other) = Split(any.Charges[0], where);
        var (whole, parts) = (any.Report(), (any with { Charges = [one, other, .. any.Charges.Skip(1)] }).Report());
        Assert.Equal(whole.Spent is null, parts.Spent is null);
        Assert.Equal(whole.Incidents.Sum(share => share.Took), parts.Incidents.Sum(share => share.Took), Exact(whole));
        if (whole.Spent is { } spent) Assert.Equal(spent, parts.Spent!.Value, Exact(whole));
    }, iter: Many);

    [Fact]
    public void Twice_the_traffic_with_twice_as_much_bad_makes_no_difference() => Gen.Select(AnyCase, Gen.Double[0.001, 1000]).Sample((any, factor) =>
    {
        var (one, other) = (any.Report(), any.Times(factor).Report());
        Near(one.Spent, other.Spent);
        Near(one.BurnRate, other.BurnRate);
        Assert.Equal(one.Incidents.Count, other.Incidents.Count);
        foreach (var (share, scaled) in one.Incidents.Zip(other.Incidents))
        {
            Near(share.Counts, scaled.Counts);
            Near(share.Unseen, scaled.Unseen);
        }
    }, iter: Many);

    private static void Near(double? one, double? other)
    {
        Assert.Equal(one is null, other is null);
        if (one is { } expected) Assert.Equal(expected, other!.Value, 1e-6 * (1 + Math.Abs(expected)));
    }

    private static double Exact(BudgetReport report) => 1e-9 * (1 + (report.Spent ?? 0) + report.Incidents.Sum(share => share.Took));

    private static Gen<BudgetCharge> AnyCharge(DateTimeOffset now) =>
        Gen.Select(Gen.Int[-120 * 24 * 60, 24 * 60], Gen.Int[-60, 5 * 24 * 60], Gen.Double[0, 1], AnyCount, Gen.Int[0, 2], Gen.Int[-30, 30]).Select((begins, lasts, share, counted, which, shift) =>
        {
            var when = new Period(now.AddMinutes(begins), now.AddMinutes(begins + lasts));
            return new BudgetCharge
            {
                Incident = new(Some.Workspace, 99),
                Slo = "checkout-availability",
                Estimated = which == 1 ? null : new(share, when, Some.Ana, now),
                Measured = which == 0 ? null : new(new(when.From.AddMinutes(shift), when.To), counted, now),
            };
        });

    /// <summary>Each figure cut in two at one moment.</summary>
    private static (BudgetCharge, BudgetCharge) Split(BudgetCharge charge, double where)
    {
        return (Part(first: true) with { Incident = new(Some.Workspace, 98) }, Part(first: false));

        BudgetCharge Part(bool first) => charge with
        {
            Estimated = charge.Estimated is { } stated ? stated with { When = Cut(stated.When, first) } : null,
            Measured = charge.Measured is { } measured ? measured with { When = Cut(measured.When, first), Counted = Share(measured, Cut(measured.When, first)) } : null,
        };

        Period Cut(Period whole, bool first) => whole.Length == TimeSpan.Zero ? whole : first ? whole with { To = whole.From + whole.Length * where } : whole with { From = whole.From + whole.Length * where };
    }

    private static Counted Share(Measured measured, Period part)
    {
        var share = measured.When.Length > TimeSpan.Zero ? part.Length / measured.When.Length : 1;
        return new(measured.Counted.Good * share, measured.Counted.Total * share);
    }

    private sealed record Case(Slo Slo, SloState? State, IReadOnlyList<BudgetCharge> Charges, DateTimeOffset Now)
    {
        public BudgetReport Report() => BudgetReport.Of(Slo, State, Charges, Now);

        public Case Times(double factor)
        {
            return this with
            {
                State = State is { Reading: { } reading } ? State with { Reading = reading with { Counted = By(reading.Counted), Course = [.. reading.Course.Select(step => step with { Counted = By(step.Counted) })] } } : State,
                Charges = [.. Charges.Select(charge => charge.Measured is { } measured ? charge with { Measured = measured with { Counted = By(measured.Counted) } } : charge)],
            };

            Counted By(Counted counted) => new(Math.Min(counted.Total * factor, counted.Good * factor), counted.Total * factor);
        }
    }
}
