using System.Text.Json;
using IncidentBot.Slack.Events.Text;
using Xunit;

namespace IncidentBot.Tests.Slack.Events.Text;

public sealed class ReadableTextTests
{
    [Theory]
    [InlineData("""{"text":"said","blocks":[{"type":"header","text":{"text":"drawn"}}]}""", "said")]
    [InlineData("""{"text":" ","blocks":[{"type":"header","text":{"type":"plain_text","text":"Alert"}}]}""", "Alert")]
    [InlineData("""{"blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*High* errors"},"fields":[{"type":"mrkdwn","text":"Service: pay"}]}]}""", "*High* errors\nService: pay")]
    [InlineData("""{"blocks":[{"type":"context","elements":[{"type":"image","alt_text":"x"},{"type":"mrkdwn","text":"by"},{"type":"plain_text","text":"Alertmanager"}]}]}""", "by Alertmanager")]
    [InlineData("""{"blocks":[{"type":"image","title":{"type":"plain_text","text":"Graph"},"alt_text":"errors"}]}""", "Graph")]
    [InlineData("""{"blocks":[{"type":"image","alt_text":"errors"}]}""", "errors")]
    [InlineData("""{"blocks":[{"type":"markdown","text":"**hi**"}]}""", "**hi**")]
    [InlineData("""{"blocks":[{"type":"table","rows":[[{"type":"raw_text","text":"a"},{"type":"raw_text","text":"b"}],[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"c"}]}]}]]}]}""", "a | b\nc")]
    [InlineData("""{"blocks":[{"type":"divider"},{"type":"actions","elements":[{"type":"button","text":{"text":"Go"}}]},{"type":"brand_new"}]}""", "")]
    [InlineData("""{"attachments":[{"fallback":"all of it"}]}""", "all of it")]
    [InlineData("""{"attachments":[{"fallback":"f","pretext":"Look","title":"Errors","title_link":"https://example.com/e","text":"95%","fields":[{"title":"Host","value":"pay-1"},{"value":"alone"}]}]}""", "Look\nErrors (<https://example.com/e>)\n95%\nHost: pay-1\nalone")]
    [InlineData("""{"attachments":[{"fallback":"f","blocks":[{"type":"section","text":{"text":"in blocks"}}]},{"text":"second"}]}""", "in blocks\nsecond")]
    [InlineData("""{"attachments":"odd","blocks":{"type":"section"}}""", "")]
    public void Blocks_and_attachments_speak_where_there_is_no_text(string message, string text) =>
        Assert.Equal(text, ReadableText.Of(JsonSerializer.Deserialize<JsonElement>(message)));

    [Fact]
    public async Task Rich_text_reads_as_it_was_written()
    {
        const string Blocks = """
            {"blocks":[{"type":"rich_text","elements":[
              {"type":"rich_text_section","elements":[
                {"type":"user","user_id":"U1"},{"type":"text","text":" a < b & c ","style":{"bold":true}},{"type":"link","url":"https://example.com","text":"graph"},
                {"type":"text","text":" "},{"type":"emoji","name":"fire"},{"type":"channel","channel_id":"C1"},{"type":"broadcast","range":"here"},
                {"type":"usergroup","usergroup_id":"S1"},{"type":"date","timestamp":1,"fallback":"today"},{"type":"color","value":"#fff"},{"type":"text","text":"\n"}]},
              {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]},
              {"type":"rich_text_quote","elements":[{"type":"text","text":"they said\nso"}]},
              {"type":"rich_text_preformatted","elements":[{"type":"text","text":"x := 1"},{"type":"link","url":"https://example.com/y"}]}]}]}
            """;
        var read = await IncomingText.ReadAsync(Hearing.Reading, ReadableText.Of(JsonSerializer.Deserialize<JsonElement>(Blocks)), CancellationToken.None);
        Assert.Equal("@Ana a < b & c graph (https://example.com) 🔥#a channel@here@a user grouptoday\n• one\n• two\n> they said\n> so\nx := 1https://example.com/y", read.Text);
        Assert.Equal("Ana", Assert.Single(read.Mentions).Name);
    }
}
