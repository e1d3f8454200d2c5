using IncidentBot.Core.Exports.Folder;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Tests.Postmortems;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Exports;

public sealed class SaveToFolderStories
{
    private readonly Errands<SaveToFolder> _files = new();

    [Fact]
    public async Task A_published_postmortem_goes_into_the_folder()
    {
        await Published(Some.Incident(IncidentStatus.Resolved));
        var file = Assert.Single(_files.Done);
        Assert.Equal(("2026", "INC-1-checkout-is-failing"), (file.Year, file.Name));
        Assert.StartsWith("---\nid: \"local/INC-1\"\nincident: \"INC-1\"\ntitle: \"checkout is failing\"\ndate: \"2026-11-22\"\nseverity: \"SEV2\"\nstatus: \"Published\"\n", file.Content, StringComparison.Ordinal);
        Assert.Contains("\n# Postmortem INC-1: checkout is failing\n", file.Content, StringComparison.Ordinal);
        Assert.Contains("Checkout failed.", file.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_private_one_only_where_that_is_asked_for(bool asked, int files)
    {
        await Published(Some.Incident(IncidentStatus.Resolved) with { Private = true }, new() { ToFolder = true, Private = asked });
        Assert.Equal(files, _files.Done.Count);
    }

    [Fact]
    public async Task Without_a_folder_there_is_nothing_to_do()
    {
        await Published(Some.Incident(IncidentStatus.Resolved), new());
        Assert.Empty(_files.Done);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b\\c:d*e?\0f\n")]
    [InlineData("…")]
    [InlineData("Überlast: Käufe schlagen fehl")]
    public async Task No_title_makes_a_name_that_leads_elsewhere(string title)
    {
        await Published(Some.Incident(IncidentStatus.Resolved, title: title));
        Assert.Matches("^INC-1-[a-z0-9_-]+$", Assert.Single(_files.Done).Name);
    }

    [Fact]
    public void Its_head_is_read_back_as_it_was_written()
    {
        var head = new FrontMatter("T1/INC-42", "INC-42", "a \"quoted\" title: with --- and \n a line", "2026-11-22", "SEV1", "Published", "2");
        Assert.Equal(head, FrontMatter.Read((head.Write() + "# Postmortem").Split('\n')));
    }

    [Theory]
    [InlineData("# A page of somebody's own")]
    [InlineData("---\ntitle: no quotes\n---")]
    [InlineData("")]
    public void What_somebody_else_wrote_is_no_file_of_ours(string text) => Assert.Null(FrontMatter.Read(text.Split('\n')));

    [Fact]
    public void The_index_lists_the_newest_first_and_titles_do_nothing_else()
    {
        var index = FolderIndex.Of([("2025/INC-1-old.md", Head("INC-1", "2025-01-02", "old")), ("2026/INC-2-new.md", Head("INC-2", "2026-01-02", "new | [x](javascript:y)"))]);
        Assert.Equal(
            """
            # Postmortems

            | Date | Incident | Title | Severity | Version |
            |---|---|---|---|---|
            | 2026-01-02 | [INC-2](<2026/INC-2-new.md>) | new \| \[x\](javascript:y) | SEV1 | 1 |
            | 2025-01-02 | [INC-1](<2025/INC-1-old.md>) | old | SEV1 | 1 |

            """, index);
    }

    private static FrontMatter Head(string label, string date, string title) => new($"local/{label}", label, title, date, "SEV1", "Published", "1");

    private async Task Published(Incident incident, Core.Exports.ExportSettings? settings = null)
    {
        var story = new Story(Some.Settings with { Exports = settings ?? new() { ToFolder = true } }) { Room = Some.Room };
        story.Outlets.Add(_files);
        await story.Has(incident with { Version = 0 });
        await story.Says("ana", "/incident postmortem");
        await story.Replies("ana", "Checkout failed.");
        await story.Replies("ana", "done");
        await story.Says("ana", "/incident postmortem review @ben");
        await story.Says("ben", "/incident postmortem approve");
        await story.Says("ana", "/incident postmortem publish");
    }
}
