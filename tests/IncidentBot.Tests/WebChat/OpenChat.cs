using System.Globalization;
using IncidentBot.Charts;
using IncidentBot.Storage.LiteDb;
using IncidentBot.Storage.WebChat;
using IncidentBot.Tests.Cards;
using IncidentBot.Tests.EndToEnd;
using IncidentBot.Tests.Support;
using IncidentBot.WebChat;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Xunit;

namespace IncidentBot.Tests.WebChat;

/// <summary>The real program with its chat, one for all tests of pages; each test speaks with words of its own. #long has 10,000 messages.</summary>
public sealed class OpenChat(Chromium chromium) : IAsyncLifetime
{
    public const int LongChannel = 10_000;

    /// <summary>A channel in which the bot posted a chart.</summary>
    public const string Pictures = "pictures";
    public const string ChartAlt = "Error budget of checkout-availability: 41 % left";

    private readonly string _folder = Directory.CreateTempSubdirectory("incidentbot-").FullName;
    private RunningProgram? _program;

    public RunningProgram Program => _program!;

    public async ValueTask InitializeAsync()
    {
        await using (var storage = await LiteDbStorage.OpenAsync(Path.Combine(_folder, "data", "incidentbot.db"), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None))
            await FillAsync(storage.WebChat);
        _program = await RunningProgram.StartAsync(_folder);
    }

    /// <summary>A page on which a person speaks, in a channel.</summary>
    public async Task<Speaker> AsAsync(string person, string channel, int width = 1280, bool dark = false)
    {
        var page = await chromium.PageAsync(Program.Url, width, dark);
        await page.GotoAsync($"/chat/{person}/{channel}");
        var speaker = new Speaker(page);
        await Assertions.Expect(speaker.Box).ToBeEditableAsync();
        return speaker;
    }

    /// <summary>Words that no other test says.</summary>
    public static string Unique(string words) => $"{words} {Guid.NewGuid().ToString("N")[..8]}";

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task FillAsync(IWebChatStore store)
    {
        var began = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        string[] names = ["general", "incidents", "checkout", "random", "long", Pictures];
        var channels = names.Select(name => new WebChannel { Id = name, Name = name, Members = ["ana", "ben", "chidi", "dana", SeedWorkspace.Bot.Id], CreatedAt = began });
        WebPerson[] people = [new("ana", "Ana", "Europe/Lisbon"), new("ben", "Ben", "America/New_York"), new("chidi", "Chidi", "Africa/Lagos"), new("dana", "Dana", "Asia/Tokyo"), SeedWorkspace.Bot];
        var messages = Enumerable.Range(1, LongChannel).Select(number =>
        {
            var at = began + TimeSpan.FromMinutes(number);
            return new WebMessage { Channel = "long", Id = WebMessage.NewId(at, 1), Author = people[number % 4].Id, PostedAt = at, Text = string.Create(CultureInfo.InvariantCulture, $"Message number {number}") };
        });
        var chart = new WebMessage
        {
            Channel = Pictures,
            Id = WebMessage.NewId(began, 1),
            Author = SeedWorkspace.Bot.Id,
            PostedAt = began,
            Text = "checkout-availability: 41 % left",
            Files = [new("error-budget.png", "chart", 0) { AltText = ChartAlt }, new("draft.md", "page", 8)],
        };
        var png = new ChartPictures(NullLogger<ChartPictures>.Instance).Png(Sample.Ordinary.Chart)!;
        await store.SaveAsync(new() { People = people, Channels = [.. channels], Messages = [.. messages, chart], Contents = new Dictionary<string, string> { ["chart"] = FileContent.Write(png), ["page"] = "<script>" } }, CancellationToken.None);
    }
}

[CollectionDefinition(Name)]
public sealed class OpenChatCollection : ICollectionFixture<OpenChat>
{
    public const string Name = "Open chat";
}
