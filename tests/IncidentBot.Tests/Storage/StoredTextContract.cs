using Xunit;

namespace IncidentBot.Tests.Storage;

/// <summary>Whatever people and platforms write comes back as it was.</summary>
public abstract class StoredTextContract(IStorageUnderTest made) : StorageContract(made)
{
    [Theory]
    [InlineData("a\0b")]
    [InlineData("שלום ← ‮abc")]
    [InlineData("👩‍👩‍👧‍👦 zwj")]
    [InlineData("<b>&amp;\"'\\ `*_~")]
    [InlineData("\ufffe\uffff\u001f|")]
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        var entry = Sample.Entry(id: "m:" + text, text: text);
        await CommitAsync(Sample.Commit(entry));

        Assert.Equal(text, (await Store.Timeline.FindAsync(entry.Incident, entry.Id, Ct))?.Text);
        Assert.Equal([text], (await Store.Timeline.PageAsync(entry.Incident, null, 10, Ct)).Select(found => found.Text));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        await CommitAsync(Sample.Commit(Sample.Entry(text: "a\ud83d b\udca9")));
        Assert.Equal("a\ufffd b\ufffd", (await Store.Timeline.FindAsync(new(Sample.Workspace, 1), "m1", Ct))?.Text);
    }

    [Fact]
    public async Task Ids_that_differ_in_case_or_only_far_behind_are_different()
    {
        var far = new string('x', 5000);
        await CommitAsync(Sample.Commit(Sample.Entry("a"), Sample.Entry("A"), Sample.Entry(far + 1), Sample.Entry(far + 2)));

        Assert.Equal(4, await Store.Timeline.CountAsync(new(Sample.Workspace, 1), Ct));
        Assert.Equal(far + 2, (await Store.Timeline.FindAsync(new(Sample.Workspace, 1), far + 2, Ct))?.Id);
    }

    [Fact]
    public async Task A_text_of_many_megabytes_is_kept_and_replaced()
    {
        var noise = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 3_000_000).Select(_ => (char)noise.Next(' ', '~')));
        await CommitAsync(Sample.Commit(Sample.Incident(title: text)));
        var stored = await Store.Incidents.FindAsync(new(Sample.Workspace, 1), Ct);
        Assert.Equal(text, stored!.TitleAsWritten);

        await CommitAsync(Sample.Commit(stored with { TitleAsWritten = text[1..] }));
        await RestartAsync();
        Assert.Equal(text[1..], (await Store.Incidents.FindAsync(new(Sample.Workspace, 1), Ct))!.TitleAsWritten);
    }
}
