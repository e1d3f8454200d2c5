using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems.Publishing;
using IncidentBot.Core.Slos;

namespace IncidentBot.Core.Postmortems;

/// <summary>What the words after <c>postmortem</c> ask for.</summary>
public enum PostmortemVerb
{
    /// <summary>Start, continue or show.</summary>
    Open,
    Review,
    Approve,
    Publish,

    /// <summary>Show what was published.</summary>
    Version,

    /// <summary>None is needed.</summary>
    Waive,
}

/// <param name="Verb">Null: the words are not understood.</param>
/// <param name="Incident">Named by the words; null: the room's.</param>
/// <param name="Reason">Why none is needed.</param>
/// <param name="Number">Of the version; 0: the newest.</param>
public sealed record PostmortemCall(PostmortemVerb? Verb, IncidentId? Incident, string Reason = "", int Number = 0)
{
    /// <summary>A verb, an incident, both in any order, or nothing. Mentions are read from the call, not from its words.</summary>
    public static PostmortemCall Read(Call call)
    {
        if (Waiving(call) is { } waiving) return waiving;
        var words = call.Mentions.OrderByDescending(person => person.Name.Length).Aggregate(call.Words, (text, person) => text.Replace("@" + person.Name, " ", StringComparison.OrdinalIgnoreCase))
            .Split([' ', '\t', '\r', '\n', ',', ';', '.', '!', '?', '"', '\''], StringSplitOptions.RemoveEmptyEntries).ToList();
        var number = TakeVersion(words);
        var ids = words.Select(word => IncidentId.TryParse(call.Place.Channel.Workspace, word)).OfType<IncidentId>().ToList();
        var verbs = words.Where(word => IncidentId.TryParse(call.Place.Channel.Workspace, word) is null).ToList();
        return new(ids.Count > 1 ? null : verbs switch
        {
            [] => PostmortemVerb.Open,
            [var verb] when Is(verb, "start", "continue", "show") => PostmortemVerb.Open,
            [var verb] when Is(verb, "review") => PostmortemVerb.Review,
            [var verb] when Is(verb, "approve") => PostmortemVerb.Approve,
            [var verb] when Is(verb, "publish") => PostmortemVerb.Publish,
            [var verb] when Is(verb, VersionWord) => PostmortemVerb.Version,
            _ => null,
        }, ids.FirstOrDefault(), Number: number);
    }

    private const string VersionWord = "version";

    /// <summary>The number right after <c>version</c>, which names no incident, is taken out of the words.</summary>
    private static int TakeVersion(List<string> words)
    {
        var at = words.FindIndex(word => Is(word, VersionWord)) + 1;
        if (at == 0 || at == words.Count || !int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return 0;
        words.RemoveAt(at);
        return number;
    }

    /// <summary>Null when the words do not begin with <c>skip</c>. What follows is the reason; an incident is named before or right after the word.</summary>
    private static PostmortemCall? Waiving(Call call)
    {
        var named = Addressed.Stripped(call);
        if (named.Words.Split((char[]?)null, 2) is not [var verb, .. var rest] || !Is(verb.TrimEnd(':', ',', '.'), "skip", "waive", "none")) return null;
        var after = named with { Words = string.Concat(rest).TrimStart() };
        return new(PostmortemVerb.Waive, Addressed.NeedsOf(call).Incident ?? Addressed.NeedsOf(after).Incident, Addressed.Stripped(after).Words);
    }

    public static Needs NeedsOf(Call call)
    {
        var read = Read(call);
        return new() { Incident = read.Incident, Postmortem = true, ActionItems = true, Slos = SloScope.OfIncident, Timeline = read.Verb is PostmortemVerb.Publish, TimelineAsHeard = read.Verb is PostmortemVerb.Approve, TimelineAtRest = read.Verb is PostmortemVerb.Open or PostmortemVerb.Review, PublishedVersion = read.Verb is PostmortemVerb.Publish or PostmortemVerb.Version ? read.Number : null };
    }

    public static Decision Decide(Call call, Situation now) => Read(call) switch
    {
        { Verb: null } => call.Refuse(ReviewCards.Usage(now.CommandPrefix)),
        { Incident: not null } when now.Incident is null => call.Refuse(HelpCards.NotVisible(now)),
        { Verb: { } verb, Reason: var reason } => Decide(verb, reason, call, now),
    };

    private static Decision Decide(PostmortemVerb verb, string reason, Call call, Situation now) => verb switch
    {
        PostmortemVerb.Open => StartReview.Decide(call.Said, now),
        PostmortemVerb.Review => AskForReview.Decide(call, now),
        PostmortemVerb.Approve => ApprovePostmortem.Decide(call.Said, now),
        PostmortemVerb.Publish => PublishPostmortem.Decide(call.Said, now),
        PostmortemVerb.Version => ShowVersion.Decide(call, now),
        PostmortemVerb.Waive => WaivePostmortem.Decide(call, reason, now),
    };

    private static bool Is(string word, params string[] verbs) => verbs.Contains(word, StringComparer.OrdinalIgnoreCase);
}
