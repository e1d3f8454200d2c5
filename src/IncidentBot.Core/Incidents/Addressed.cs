using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Incidents;

/// <summary>A command may name another incident than the room's as its first word: <c>resolve INC-7 rolled back</c>.</summary>
internal static class Addressed
{
    public static Needs NeedsOf(Call call) => new() { Incident = IdIn(call, FirstWord(call.Words)) };

    /// <summary>The call without that first word.</summary>
    public static Call Stripped(Call call) => IdIn(call, FirstWord(call.Words)) is null ? call : call with { Words = call.Words[FirstWord(call.Words).Length..].TrimStart() };

    /// <summary>Only the whole label counts: a bare number may be anything.</summary>
    public static IncidentId? IdIn(Call call, string word) =>
        word.StartsWith("inc-", StringComparison.OrdinalIgnoreCase) ? IncidentId.TryParse(call.Place.Channel.Workspace, word.TrimEnd(':', ',')) : null;

    private static string FirstWord(string words) => words.AsSpan().IndexOfAny(" \t\r\n\u00A0") is >= 0 and var end ? words[..end] : words;
}
