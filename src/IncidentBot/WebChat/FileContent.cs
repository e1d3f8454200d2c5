using System.Text;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;

namespace IncidentBot.WebChat;

/// <param name="Content">As <see cref="FileContent"/> writes it.</param>
public sealed record PostedFile(string Name, string Content, long Bytes)
{
    public static PostedFile Of(string name, byte[] bytes) => new(FileContent.NameOf(name), FileContent.Write(bytes), bytes.LongLength);

    public static PostedFile Of(string name, string text) => new(FileContent.NameOf(name), text, Encoding.UTF8.GetByteCount(text));
}

/// <summary>Contents of files as the store keeps them: text as it is, other bytes as base64 behind a mark.</summary>
public static class FileContent
{
    public const int LargestFile = 2 * 1024 * 1024;
    private const string Mark = "data:;base64,";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Cannot be guessed: who has the link may read the file.</summary>
    public static string NewId() => Guid.NewGuid().ToString("N");

    /// <summary>The name without folders; one that says nothing becomes <c>file</c>.</summary>
    public static string NameOf(string name) => Path.GetFileName(name.Replace('\\', '/')).Trim() is { } bare && bare.Trim('.').Length > 0 ? bare : "file";

    public static string PathOf(WebFile file) => $"/chat/files/{file.Content}/{Uri.EscapeDataString(file.Name)}";

    public static string PicturePathOf(WebFile file) => $"/chat/pictures/{file.Content}";

    public static FileLink LinkTo(WebFile file) => new(file.Name, PathOf(file));

    public static string Write(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.StartsWith(Mark, StringComparison.Ordinal) || text.Contains('\0') ? Mark + Convert.ToBase64String(bytes) : text;
        }
        catch (DecoderFallbackException)
        {
            return Mark + Convert.ToBase64String(bytes);
        }
    }

    public static byte[] Bytes(string content) => IsText(content) ? Encoding.UTF8.GetBytes(content) : Convert.FromBase64String(content[Mark.Length..]);

    public static bool IsText(string content) => !content.StartsWith(Mark, StringComparison.Ordinal);
}
