using CsCheck;
using IncidentBot.Core.Tests.Support;
using IncidentBot.Core.Timeline;
using Xunit;

namespace IncidentBot.Core.Tests.Timeline;

public sealed class EntryHandlesTests
{
    [Fact]
    public void A_handle_is_four_letters_and_the_same_in_every_list()
    {
        var entry = Some.Entry();
        var handle = new EntryHandles([entry]).Of(entry);
        Assert.Matches("^[b-df-hj-km-np-tv-z2-9]{4}$", handle);
        Assert.Equal(handle, new EntryHandles([entry, Some.Entry("other", "m2")]).Of(entry));
    }

    [Fact]
    public void Every_handle_that_is_shown_finds_its_entry_and_no_other() => Gen.Int[1, 4000].Sample(
        count =>
        {
            var entries = Enumerable.Range(0, count).Select(number => Some.Entry("", $"m{number}")).ToList();
            var handles = new EntryHandles(entries);
            Assert.All(entries, entry => Assert.Equal([entry], handles.Find(handles.Of(entry).ToUpperInvariant())));
        },
        iter: 5);

    [Fact]
    public void Four_letters_that_fit_two_entries_find_both_and_more_are_shown()
    {
        var byCode = new Dictionary<string, TimelineEntry>();
        for (var number = 0; ; number++)
        {
            var entry = Some.Entry("", $"m{number}");
            var code = new EntryHandles([entry]).Of(entry);
            if (byCode.TryAdd(code, entry)) continue;
            var handles = new EntryHandles([byCode[code], entry]);
            Assert.Equal(2, handles.Find(code).Count);
            Assert.Equal([entry], handles.Find(handles.Of(entry)));
            return;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("k7q")]
    [InlineData("hello")]
    public void Other_words_find_nothing(string word) => Assert.Empty(new EntryHandles([Some.Entry()]).Find(word));
}
