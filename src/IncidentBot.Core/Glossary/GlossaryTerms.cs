namespace IncidentBot.Core.Glossary;

/// <summary>The terms that the bot's words, cards and metrics rely on.</summary>
public static class GlossaryTerms
{
    public static IReadOnlyList<GlossaryGroup> Groups { get; } =
    [
        new("During an incident",
        [
            new("incident", "Something that hurts the users of a service, or is about to, and cannot wait for normal working hours or the normal queue. When in doubt, declare one: closing it early costs little.") { Aliases = ["outage"], SeeAlso = ["severity", "incident commander"] },
            new("severity", "How much users are hurt, from SEV1 (worst) to SEV5. It decides who is told and how fast, and may change as more is known.") { Aliases = ["sev"], SeeAlso = ["impact"] },
            new("incident commander", "The one person who leads the response: keeps the overview, hands out the work, decides. The commander does not have to fix anything.") { Aliases = ["commander", "ic"], SeeAlso = ["role", "escalation"] },
            new("role", "A job in the response that one person holds at a time, for example incident commander, communications or scribe. Named roles save asking who does what.") { Aliases = ["responder", "scribe"], SeeAlso = ["incident commander"] },
            new("escalation", "Calling in somebody with more knowledge or more say. A clear path tells everybody whom to call next, so that nobody hesitates.") { Aliases = ["escalation path"], SeeAlso = ["incident commander"] },
            new("timeline", "Everything that was said and done, in the order in which it happened, with times. The bot writes it while the team works.") { SeeAlso = ["highlight"] },
            new("highlight", "A message marked with 📌 as a turning point of the incident. Highlights come up again in the review."),
            new("impact", "Who was hurt, in which way, for how long: failed requests, slow pages, lost data, missed revenue. Say it in numbers where you have them.") { SeeAlso = ["severity", "SLI"] },
            new("trigger", "The event that set the incident off, such as a deploy, a traffic peak or an expired certificate. The weakness that it met was usually there before.") { SeeAlso = ["contributing factor", "root cause"] },
            new("detection", "The moment when an alert or a person first noticed, and how. Hearing it from users first means that an alert is missing.") { SeeAlso = ["TTD"] },
            new("mitigation", "What stops the harm to users, for example a rollback or a failover. The cause may still be there.") { Aliases = ["mitigated"], SeeAlso = ["resolution", "TTM"] },
            new("resolution", "What ended the incident for good: users are well and nothing has to be held up by hand any more.") { Aliases = ["resolved"], SeeAlso = ["mitigation", "TTR"] },
            new("runbook", "Written steps for a known situation, so that anybody on call can carry them out without having to invent them at night.") { Aliases = ["playbook"] },
        ]),
        new("Learning from it",
        [
            new("blameless postmortem", "A written account of an incident: what happened, what it did to users, why it could happen, and what will change. It asks what made each step sensible at the time, not who to blame.") { Aliases = ["postmortem", "post-mortem", "retrospective", "review"], SeeAlso = ["psychological safety", "action item"] },
            new("blamelessness", "The assumption that everybody acted with good intent on what they knew. It moves the question from the person to the system that let a slip become an outage.") { Aliases = ["blameless", "just culture"], SeeAlso = ["psychological safety"] },
            new("psychological safety", "People can ask, disagree and admit a mistake without fearing for their standing. Without it the important facts of an incident stay unsaid.") { SeeAlso = ["blamelessness"] },
            new("contributing factor", "One of the conditions that together made the incident possible or worse. There are nearly always several; each is a place where something can be improved.") { Aliases = ["factor"], SeeAlso = ["root cause", "trigger"] },
            new("root cause", "The heading that people expect for why it could happen. Incidents rarely have a single cause, so list every contributing factor under it.") { Aliases = ["cause"], SeeAlso = ["contributing factor", "trigger"] },
            new("lucky break", "Something that kept the incident small and that nobody had planned. Each one is a hint at a safeguard to build before luck runs out.") { Aliases = ["luck", "lucky"], SeeAlso = ["safeguard", "accepted risk"] },
            new("safeguard", "Something built or agreed on that does by design what luck did last time: a check, a limit, a copy, a habit. Here it is an action item that knows its lucky break.") { SeeAlso = ["lucky break", "action item"] },
            new("accepted risk", "Luck that the team goes on relying on, knowingly: with the reason, an owner, and a day on which to look at it again.") { Aliases = ["risk"], SeeAlso = ["lucky break", "safeguard"] },
            new("pulse", "Three statements about a review to agree with from 1 to 5, answered anonymously once its postmortem is published. It shows whether people could speak freely.") { SeeAlso = ["psychological safety", "blameless postmortem"] },
            new("action item", "A change that somebody agreed to make so that the next incident is rarer, shorter or milder. It has an owner and a date, and may change a procedure as well as code.") { Aliases = ["action", "follow-up"], SeeAlso = ["lucky break"] },
        ]),
        new("Reliability",
        [
            new("reliability", "The share of all interactions with a service that were good ones: good ÷ total. It is measured where users feel it.") { SeeAlso = ["SLI", "SLO"] },
            new("SLI", "Service level indicator: the share of what users do with a service that is good: good ÷ total, for example checkouts that succeed within a second ÷ all checkouts. It counts interactions, or time.") { Aliases = ["service level indicator", "indicator"], SeeAlso = ["SLO", "reliability"] },
            new("SLO", "Service level objective: the value that an SLI should reach over a window of time, for example 99.9 % in 28 days. Less than 100 % on purpose, so that there is room to change things.") { Aliases = ["service level objective", "objective"], SeeAlso = ["SLI", "error budget"] },
            new("SLA", "Service level agreement: a promise to customers with a penalty when it is broken. The SLO behind it should be stricter, so that the team notices first.") { Aliases = ["service level agreement"], SeeAlso = ["SLO"] },
            new("error budget", "The bad interactions that an SLO leaves room for: (1 − SLO) × all interactions of the window, as minutes 40 in 28 days at 99.9 %. Releases and incidents spend it; when it is gone, reliability work comes first.") { Aliases = ["budget"], SeeAlso = ["SLO", "burn rate", "error budget policy"] },
            new("error budget policy", "What product and operations agreed to do at given levels of the remaining error budget, for example to stop risky releases. Agreed before it is needed, so that nobody has to argue during it.") { Aliases = ["policy"], SeeAlso = ["error budget"] },
            new("burn rate", "How fast the error budget is being spent: the share that is bad ÷ the share that may be. At 1 a whole budget lasts exactly one window; at 10, a tenth of it. Here it is that of the last 24 hours or, while an incident hits users, since that began.") { Aliases = ["burn"], SeeAlso = ["error budget"] },
            new("SRE", "Site reliability engineering: running services with the methods of software engineering, and weighing new features against reliability by numbers that both sides agreed on.") { Aliases = ["site reliability engineering"], SeeAlso = ["SLO", "error budget"] },
        ]),
        new("Times that are measured",
        [
            new("TTD", "Time to detect = detected − started: from the first harm to users until somebody or something noticed.") { Aliases = ["time to detect", "mttd"], SeeAlso = ["detection", "TTA"] },
            new("TTA", "Time to acknowledge = acknowledged − detected: from the first notice until somebody took command.") { Aliases = ["time to acknowledge", "mtta"], SeeAlso = ["TTD", "incident commander"] },
            new("TTM", "Time to mitigate = mitigated − started: how long users were hurt.") { Aliases = ["time to mitigate", "mttm"], SeeAlso = ["mitigation", "TTR"] },
            new("TTR", "Time to resolve = resolved − started: from the first harm to users until the incident was over for good.") { Aliases = ["time to resolve", "mttr"], SeeAlso = ["resolution", "TTM"] },
        ]),
    ];

    public static IReadOnlyList<GlossaryTerm> All { get; } = [.. Groups.SelectMany(group => group.Terms)];

    private static readonly Dictionary<string, GlossaryTerm> ByWord = All
        .SelectMany(term => term.Aliases.Prepend(term.Name), (term, word) => (term, word))
        .ToDictionary(row => row.word, row => row.term, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word that names a term, names before aliases.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(term => term.Name), .. All.SelectMany(term => term.Aliases)];

    /// <summary>By its name or an alias, in the singular or plural.</summary>
    public static GlossaryTerm? Find(string word) => ByWord.GetValueOrDefault(word) ?? (word.EndsWith('s') ? ByWord.GetValueOrDefault(word[..^1]) : null);
}
