using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Monitoring.Servers;
using IncidentBot.Tests.Support;
using Xunit;

namespace IncidentBot.Tests.Monitoring.Prometheus;

/// <summary>The real program against a real Prometheus.</summary>
[Collection(ProgramCollection.Name)]
public sealed partial class PrometheusProgramTests
{
    private const double Allowed = 0.001;
    private readonly KnownTraffic _shop = Shop();

    [Fact]
    public async Task The_draft_tells_what_an_incident_cost_and_what_is_left_within_one_per_cent()
    {
        await using var prometheus = await PrometheusServer.StartAsync(history: $"{_shop.OpenMetrics()}# EOF\n");
        using var folder = new TemporaryFolder();
        await using var program = await RunningProgram.StartAsync(folder.FullPath, SettingsFor(prometheus.Url));
        var room = await program.Chat.DeclareAsync("ana", "checkout is failing sev2 service:checkout");
        await program.Chat.AnswerAsync("ana", room, $"/incident trigger at {Iso(_shop.Outage.From)} deploy 4711");
        await program.Chat.AnswerAsync("ana", room, $"/incident mitigate at {Iso(_shop.Outage.To)}");
        await program.Chat.AnswerAsync("ana", room, "/incident resolve rolled back");
        var (cost, left) = Known();
        await program.Chat.HearsAsync(room, "of the 28-day budget (measured at", which: said => Figures().Match(said.Words) is { Success: true } figures && IsWithinOnePerCent(figures.Groups["cost"].Value, cost));

        await program.Chat.SaysAsync("ana", room, "/incident postmortem");
        var review = await program.Chat.HearsAsync(room, "Postmortem review ·");
        await program.Chat.HearsAsync(room, "1 of 10 ·", which: said => said.Thread == review.Id);
        var draft = await program.Chat.AnswerAsync("ana", room, "done", said => said.Files.Any(IsMarkdown), review.Id);
        var text = (await program.Chat.FileAsync(draft.Files.Single(IsMarkdown))).Replace("\\", "", StringComparison.Ordinal); // as it is read, without escapes
        var told = Figures().Match(text);
        Assert.True(told.Success, text);
        Assert.True(IsWithinOnePerCent(told.Groups["cost"].Value, cost), $"{told.Value}, and it was {cost}");
        Assert.Equal(left, Number(told.Groups["left"].Value), tolerance: 0.6); // whole per cents are told
        Assert.Contains("37 % was bad from", text, StringComparison.Ordinal);
        Assert.Equal("ok", (await program.ReadyAsync()).GetProperty("integrations").GetProperty("prometheus").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Check_prometheus_says_a_line_for_each_SLO()
    {
        await using var prometheus = await PrometheusServer.StartAsync(history: $"{_shop.OpenMetrics()}# EOF\n");
        using var folder = new TemporaryFolder();
        var (exitCode, output, _) = await RunningProgram.RunToEndAsync(folder.FullPath, ["check", "prometheus", .. SettingsFor(prometheus.Url)]);
        Assert.Equal(0, exitCode);
        var told = GoodShare().Match(output);
        Assert.True(told.Success, output);
        var window = _shop.Served(new(_shop.To.AddDays(-28), _shop.To));
        Assert.Equal(100 * window.Bad / window.Total, 100 - Number(told.Groups["good"].Value), tolerance: window.Bad / window.Total);
        Assert.Contains("Prometheus is set up.", output, StringComparison.Ordinal);
    }

    private string[] SettingsFor(Uri prometheus) =>
    [
        "--Incidents:PromptAfter", "7.00:00:00", "--Slos:Prometheus:Url", prometheus.ToString(),
        "--Slos:Catalogue:0:Name", "checkout-availability", "--Slos:Catalogue:0:Service", "checkout", "--Slos:Catalogue:0:Objective", "99.9%", "--Slos:Catalogue:0:Window", "28d",
        "--Slos:Catalogue:0:Sli:Good", "requests that did not fail", "--Slos:Catalogue:0:Sli:Total", "requests", "--Slos:Catalogue:0:Sli:GoodQuery", _shop.Good, "--Slos:Catalogue:0:Sli:TotalQuery", _shop.Total,
    ];

    /// <summary>An outage an hour ago, in a service that is well otherwise.</summary>
    private static KnownTraffic Shop()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 60 * 60);
        return new("shop", now.AddDays(-29), now) { Usually = 0.0002, Outage = new(now.AddMinutes(-90), now.AddMinutes(-61)) };
    }

    /// <summary>In per cent of the budget.</summary>
    private (double Cost, double Left) Known()
    {
        var window = _shop.Served(new(_shop.To.AddDays(-28), _shop.To));
        var budget = Allowed * window.Total;
        return (100 * _shop.Served(_shop.Outage).Bad / budget, 100 * (1 - window.Bad / budget));
    }

    private static bool IsMarkdown(ChatFile file) => file.Name.EndsWith(".md", StringComparison.Ordinal);

    private static bool IsWithinOnePerCent(string told, double known) => Math.Abs(Number(told) - known) <= known * 0.01;

    private static double Number(string told) => double.Parse(told, CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"spent (?<cost>[\d.]+) % of the 28-day budget \(measured at .*?\), (?<left>\d+) % left")]
    private static partial Regex Figures();

    [GeneratedRegex(@"ok    checkout-availability: (?<good>[\d.]+)% was good in its window so far")]
    private static partial Regex GoodShare();
}
