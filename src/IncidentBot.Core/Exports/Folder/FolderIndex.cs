using System.Text;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Exports.Folder;

/// <summary>The table of all postmortems in the folder, newest first. Made from the files that stand there, so that one that people removed is gone from it.</summary>
public static class FolderIndex
{
    public static readonly string FileName = "index.md"; // no constant: those with a dot are ids of buttons

    /// <param name="files">With the path of each within the folder, by forward slashes.</param>
    public static string Of(IEnumerable<(string Path, FrontMatter Head)> files)
    {
        var index = new StringBuilder("# Postmortems\n\n| Date | Incident | Title | Severity | Version |\n|---|---|---|---|---|\n");
        foreach (var (path, head) in files.OrderByDescending(file => file.Head.Date, StringComparer.Ordinal).ThenByDescending(file => file.Path, StringComparer.Ordinal))
            index.Append(Words.Culture, $"| {Markdown.Cell(head.Date)} | [{Markdown.Cell(head.Incident)}](<{path}>) | {Markdown.Cell(head.Title)} | {Markdown.Cell(head.Severity)} | {Markdown.Cell(head.Version)} |\n");
        return index.ToString();
    }
}
