using Xunit;

namespace IncidentBot.Tests.Storage;

public abstract class AdapterRecordsContract(IStorageUnderTest made) : StorageContract(made)
{
    [Fact]
    public async Task A_record_is_there_after_a_restart()
    {
        await SaveAsync("conversation/a", """{"serviceUrl":"https://one.example"}""");
        await RestartAsync();
        Assert.Equal("""{"serviceUrl":"https://one.example"}""", await FindAsync("conversation/a"));
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        Assert.Null(await FindAsync("conversation/a"));
        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task The_last_one_that_was_saved_stands()
    {
        await SaveAsync("a", new string('x', 2_000_000));
        await SaveAsync("a", "2");
        await RestartAsync();

        Assert.Equal("2", await FindAsync("a"));
        Assert.Equal([new("a", "2")], await ListAsync("a"));
    }

    [Fact]
    public async Task A_removed_one_is_gone_and_removing_it_again_is_no_mistake()
    {
        await SaveAsync("a", "1");
        await SaveAsync("ab", "2");

        await AdapterRecords.RemoveAsync("teams", "a", Ct);
        await AdapterRecords.RemoveAsync("teams", "a", Ct);
        await RestartAsync();

        Assert.Null(await FindAsync("a"));
        Assert.Equal([new("ab", "2")], await ListAsync(""));
    }

    [Fact]
    public async Task Each_adapter_has_its_own()
    {
        await SaveAsync("a", "1");
        await AdapterRecords.SaveAsync("teams2", "a", "2", Ct);
        await AdapterRecords.SaveAsync("team", "sa", "3", Ct);
        await AdapterRecords.RemoveAsync("teams2", "a", Ct);

        Assert.Equal("1", await FindAsync("a"));
        Assert.Null(await AdapterRecords.FindAsync("teams2", "a", Ct));
        Assert.Equal([new("a", "1")], await ListAsync(""));
    }

    [Fact]
    public async Task Those_that_begin_alike_are_listed_by_key_letter_for_letter()
    {
        foreach (var key in (string[])["person/é", "person/b", "Person/a", "person/B", "person", "person/", "person/b1", "team/a"]) await SaveAsync(key, $"\"{key}\"");

        Assert.Equal(["person/", "person/B", "person/b", "person/b1", "person/é"], (await ListAsync("person/")).Select(record => record.Key));
        Assert.Equal("\"person/B\"", (await ListAsync("person/"))["person/B"]);
    }

    [Fact]
    public async Task Keys_of_any_length_are_told_apart_and_listed()
    {
        var beginning = "conversation/" + new string('x', 2_000);
        await SaveAsync(beginning + "1", "1");
        await SaveAsync(beginning + "2", "2");
        await SaveAsync("conversation/y", "3");

        Assert.Equal("2", await FindAsync(beginning + "2"));
        Assert.Equal([beginning + "1", beginning + "2", "conversation/y"], (await ListAsync("conversation/")).Select(record => record.Key));
        Assert.Equal([beginning + "2"], (await ListAsync(beginning + "2")).Select(record => record.Key));
    }

    private Task SaveAsync(string key, string json) => AdapterRecords.SaveAsync("teams", key, json, Ct);

    private Task<string?> FindAsync(string key) => AdapterRecords.FindAsync("teams", key, Ct);

    private Task<IReadOnlyDictionary<string, string>> ListAsync(string prefix) => AdapterRecords.ListAsync("teams", prefix, Ct);
}
