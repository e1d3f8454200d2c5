using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Exports.Folder;

namespace IncidentBot.Exports;

/// <summary>Writes published postmortems into the folder that is set. A file appears whole or not at all, and is not touched when it says the same already.</summary>
/// <param name="path">Null: none is set.</param>
internal sealed class ExportFolder(string? path, ILogger<ExportFolder> log) : IOutlet, IIntegrationHealth
{
    private const int MostOfOneName = 100;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Name => "exportFolder";

    public string? Fault { get; private set; }

    public bool Does(Errand errand) => errand is SaveToFolder;

    public async Task<ChatEvent?> DoAsync(Errand errand, SayingKey key, CancellationToken ct)
    {
        var file = (SaveToFolder)errand;
        if (path is null)
        {
            log.LogInformation("{Incident} was to be written into a folder that is no longer set; it is not", file.Incident);
            return null;
        }
        try
        {
            await SaveAsync(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), file, ct);
            Fault = null;
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Fault = $"The postmortem of {file.Incident} could not be written into the folder of Postmortems:ExportPath: {failure.Message}";
            throw new ChatException(ChatFault.Temporary, Fault, inner: failure);
        }
    }

    private static async Task SaveAsync(string root, SaveToFolder file, CancellationToken ct)
    {
        if (!IsPlain(file.Year) || !IsPlain(file.Name)) throw new ChatException(ChatFault.Refused, $"{file.Incident} has a name that no file may have.");
        var heads = Heads(root);
        var standing = heads.FirstOrDefault(head => head.Value.Key == file.Incident).Key;
        var relative = standing ?? FreeName(root, file);
        await ReplaceAsync(root, relative, file.Content, ct);
        if (FrontMatter.Read(file.Content.Split('\n')) is { } written) heads[relative] = written;
        await ReplaceAsync(root, FolderIndex.FileName, FolderIndex.Of(heads.Select(head => (head.Key, head.Value))), ct);
    }

    /// <summary>Our files that stand in the folder, by their paths within it.</summary>
    private static SortedDictionary<string, FrontMatter> Heads(string root)
    {
        var heads = new SortedDictionary<string, FrontMatter>(StringComparer.Ordinal);
        if (!Directory.Exists(root)) return heads;
        foreach (var year in new DirectoryInfo(root).EnumerateDirectories().Where(year => year.LinkTarget is null && IsPlain(year.Name)))
            foreach (var file in year.EnumerateFiles("*.md").Where(file => file.LinkTarget is null)) // editors put links that lead nowhere beside what they edit
                if (FrontMatter.Read(File.ReadLines(file.FullName)) is { } head) heads[$"{year.Name}/{file.Name}"] = head;
        return heads;
    }

    /// <summary>Another workspace, or a person, may have a file of this name already.</summary>
    private static string FreeName(string root, SaveToFolder file) => Enumerable.Range(1, MostOfOneName)
        .Select(number => $"{file.Year}/{file.Name}{(number == 1 ? "" : $"-{number}")}.md")
        .FirstOrDefault(name => !File.Exists(Path.Combine(root, name))) ?? throw new IOException($"There are {MostOfOneName} files named {file.Name} already.");

    private static async Task ReplaceAsync(string root, string relative, string content, CancellationToken ct)
    {
        var target = Path.Combine(root, relative);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (folder.FullName != root && folder.LinkTarget is not null) throw new IOException($"{folder.Name} is a link to another place.");
        var bytes = Utf8.GetBytes(content);
        if (File.Exists(target) && await File.ReadAllBytesAsync(target, ct) is var standing && standing.AsSpan().SequenceEqual(bytes)) return;
        var temporary = Path.Combine(folder.FullName, $".{Path.GetFileName(target)}.tmp");
        File.Delete(temporary); // of an earlier try; or a link, through which nothing is written
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(bytes, ct);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool IsPlain(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
