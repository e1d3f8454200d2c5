using System.Text;

namespace IncidentBot.Tests.Support;

/// <summary>Bodies that began as good JSON, each changed a little.</summary>
internal static class Mutation
{
    private static readonly string[] Values = ["null", "[]", "{}", "-1", "1e400", "\"\"", "true"];
    private static readonly string[] Pieces = [.. Values, "\\u0000", "\\ud83d", ",", ":", "}", "{", "\"", "\\"];

    /// <param name="pieces">What else may turn up in it.</param>
    public static byte[] Of(byte[] body, Random random, params string[] pieces)
    {
        if (body.Length == 0) return body;
        var at = random.Next(body.Length);
        var choice = random.Next(Pieces.Length + pieces.Length);
        var piece = Encoding.UTF8.GetBytes(choice < Pieces.Length ? Pieces[choice] : pieces[choice - Pieces.Length]);
        return random.Next(6) switch
        {
            0 => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
            1 => [.. body[..at], .. piece, .. body[at..]],
            2 => [.. body[..at], .. piece, .. body[Math.Min(body.Length, at + piece.Length)..]],
            3 => Encoding.UTF8.GetBytes(WithValue(Encoding.UTF8.GetString(body), Values[random.Next(Values.Length)], random)),
            4 => body[..at],
            _ => [.. body[..at], .. body[Math.Min(body.Length, at + random.Next(1, 20))..]],
        };
    }

    /// <summary>One of its texts replaced, so that it stays JSON.</summary>
    private static string WithValue(string json, string value, Random random)
    {
        var colons = Enumerable.Range(0, json.Length).Where(index => json[index] == ':' && index + 1 < json.Length && json[index + 1] == '"').ToList();
        if (colons.Count == 0) return json;
        var start = colons[random.Next(colons.Count)] + 1;
        var end = json.IndexOf('"', start + 1);
        return end < 0 ? json : json[..start] + value + json[(end + 1)..];
    }
}
