using System.Text.Json.Nodes;
using IncidentBot.Tests.EndToEnd;
using Xunit;

namespace IncidentBot.Tests.Slack.Ingest;

/// <summary>Messages of the largest size, and of the strangest letters.</summary>
[Collection(ProgramCollection.Name)]
public sealed class GiantMessageTests : OneHeardProgram
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Forty_thousand_characters_reach_the_file()
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"é{number:D6} "));
        Assert.Equal(40_000, text.Length);
        Assert.Equal(200, await StatusAsync(Said.Post(1, text)));
        Assert.Contains(text.Trim(), await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_blocks_reach_the_file()
    {
        var told = Said.Event(1, "the fallback");
        told["event"]!["blocks"] = new JsonArray([.. Enumerable.Range(0, 50).Select(block => new JsonObject
        {
            ["type"] = "section",
            ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = $"block{block} {new string('y', 2_990)}" },
        })]);
        told["event"]!["bot_id"] = "B0OTHER"; // people's messages tell in their text what stands in their blocks
        told["event"]!["text"] = "";
        Assert.Equal(200, await StatusAsync(new(told.ToJsonString())));
        var export = await ExportAsync();
        Assert.All(Enumerable.Range(0, 50), block => Assert.Contains($"block{block} yyy", export, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_heard()
    {
        var told = Said.Event(1, "all of a megabyte");
        told["event"]!["padding"] = new string('z', Megabyte - 1_000);
        Assert.Equal(200, await StatusAsync(new(told.ToJsonString())));
        Assert.Contains("all of a megabyte", await ExportAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 20971520\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n", "1400000\r\n")]
    public async Task A_body_of_twenty_megabytes_is_refused_without_waiting_for_it(string framing, string chunk)
    {
        using var connection = await RawConnection.OpenAsync(Program.Url);
        var began = TimeProvider.System.GetTimestamp();
        var answer = await connection.AskAsync((new SlackPost(chunk + new string('x', Megabyte + 1)) { Framing = framing }).ToBytes()); // as much as it must see to know
        Assert.Equal((413, true), (answer!.Status, answer.Closes));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("""half an emoji \ud83d and another half \udd25.""", "half an emoji \ufffd and another half \ufffd.")]
    [InlineData("""\ud83d\udd25 and \u0000 and \u0007""", "\ud83d\udd25 and \0 and \u0007")]
    [InlineData("""\u202egnihtemos dne\u202c فشل الدفع""", "\u202egnihtemos dne\u202c فشل الدفع")]
    [InlineData("👩\u200d👩\u200d👧\u200d👦 ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴A̴", "👩\u200d👩\u200d👧\u200d👦 ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴A̴")]
    public async Task Strange_letters_are_kept_and_their_neighbours_too(string json, string text)
    {
        const int Neighbours = 255;
        var strange = new SlackPost(Said.Event(500, "STRANGE").ToJsonString().Replace("STRANGE", json, StringComparison.Ordinal));
        SlackPost[] posts = [.. Enumerable.Range(0, Neighbours).Select(number => Said.Post(number)), strange];
        new Random(3).Shuffle(posts);
        // All at once, so that they are stored together.
        Assert.All(await Task.WhenAll(posts.Select(StatusAsync)), status => Assert.Equal(200, status));
        await Program.SettlesAsync();
        Assert.Equal([.. Enumerable.Range(0, Neighbours).Select(SaidInRoom.Text), text], await Program.TextsAsync());
        Assert.Contains(text.Split('\0')[0], await ExportAsync(), StringComparison.Ordinal);
    }

    private async Task<string> ExportAsync()
    {
        await Program.SettlesAsync();
        Program.Faults.AreNone();
        return await Program.ExportAsync();
    }

    private async Task<int> StatusAsync(SlackPost post)
    {
        using var connection = await RawConnection.OpenAsync(Program.Url);
        return (await connection.AskAsync(post.ToBytes()))!.Status;
    }
}
