using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Core.Timeline;

/// <summary>Short names by which people type of entries, such as <c>k7q2</c>: made of the entry's id, so that they never change.</summary>
/// <remarks>No vowels, so that no word comes out, and nothing that looks like something else. Where four letters would fit two entries of an incident, more are shown.</remarks>
public sealed class EntryHandles
{
    private const string Letters = "bcdfghjkmnpqrstvwxyz23456789";
    private const int Shortest = 4;
    private const int Longest = 12;

    private readonly IReadOnlyList<(string Code, TimelineEntry Entry)> _codes;
    private readonly Dictionary<string, string> _handles = [];

    public EntryHandles(IEnumerable<TimelineEntry> entries)
    {
        _codes = [.. entries.Select(entry => (CodeOf(entry.Id), entry)).OrderBy(row => row.Item1, StringComparer.Ordinal)];
        for (var index = 0; index < _codes.Count; index++)
        {
            var near = Math.Max(index > 0 ? Shared(_codes[index - 1].Code, _codes[index].Code) : 0, index + 1 < _codes.Count ? Shared(_codes[index + 1].Code, _codes[index].Code) : 0);
            _handles[_codes[index].Entry.Id] = _codes[index].Code[..Math.Clamp(near + 1, Shortest, Longest)];
        }
    }

    public string Of(TimelineEntry entry) => _handles[entry.Id];

    /// <summary>The entries that a handle fits: one; none; or several when it has become too short.</summary>
    public IReadOnlyList<TimelineEntry> Find(string handle) =>
        handle.Length < Shortest ? [] : [.. _codes.Where(row => row.Code.StartsWith(handle, StringComparison.OrdinalIgnoreCase)).Select(row => row.Entry)];

    private static string CodeOf(string id)
    {
        var bits = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        return string.Create(Longest, bits, (code, left) =>
        {
            for (var index = 0; index < code.Length; index++, left /= (ulong)Letters.Length) code[index] = Letters[(int)(left % (ulong)Letters.Length)];
        });
    }

    private static int Shared(string one, string other) => one.AsSpan().CommonPrefixLength(other);
}
