using System.Globalization;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Luck;

/// <summary>Keeps the ledger as the review's answers read: whatever changes them, each answer about luck is one lucky break, asked about once.</summary>
public static class KeepLuckyBreaks
{
    public static Decision After(ChatEvent said, Situation now, Decision decision)
    {
        if (now.Incident is not { } incident || decision.Save.OfType<Postmortem>().FirstOrDefault() is not { } review) return decision;
        var turn = new ReviewTurn(said, incident, review, now);
        var answers = review.AnswersTo(QuestionKind.GotLucky).DistinctBy(KeyOf).ToDictionary(KeyOf);
        var counter = now.LuckCounter;
        List<LuckyBreak> added = [];
        foreach (var (key, answer) in answers)
        {
            if (now.Luck.OfAnswer(key) is not null) continue;
            counter = counter.Next();
            added.Add(new() { Id = new(incident.Id.Workspace, counter.Value), Incident = incident.Id, Answer = key, Text = TextOf(answer), By = answer.By, At = answer.At });
        }
        var changed = now.Luck.Breaks.Select(one => (Before: one, After: As(one, answers.GetValueOrDefault(one.Answer)))).Where(pair => pair.Before != pair.After).Select(pair => pair.After).ToList();
        if (added.Count + changed.Count == 0) return decision;
        return decision.And(new()
        {
            Save = [.. added.Count > 0 ? [counter] : Array.Empty<IAggregate>(), .. added, .. changed],
            Say =
            [
                .. changed.Select(one => turn.InThread(LuckCards.Standing(one, now.Luck), CardKeys.LuckyBreak(one.Id)) with { OnlyUpdate = true }),
                .. added.Select(one => turn.InThread(LuckCards.Standing(one, now.Luck), CardKeys.LuckyBreak(one.Id))),
            ],
        });
    }

    /// <summary>Which answer it is: the reply, what was taken over, or the form that somebody sent at a time.</summary>
    public static string KeyOf(Answer answer) => answer switch
    {
        { Source: { } reply } => $"reply:{reply}",
        { Known: { } known } => $"known:{known}",
        _ => string.Create(CultureInfo.InvariantCulture, $"form:{answer.By.Ref}:{answer.At.UtcTicks}"),
    };

    private static LuckyBreak As(LuckyBreak one, Answer? answer) => answer is null ? one with { TakenBack = true } : one with { Text = TextOf(answer), TakenBack = false };

    private static string TextOf(Answer answer) => answer.Text.Trim() is { Length: > 0 } text ? text : string.Join(", ", answer.Files.Select(file => file.Name));
}
