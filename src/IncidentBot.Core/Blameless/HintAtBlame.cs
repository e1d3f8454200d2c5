using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;

namespace IncidentBot.Core.Blameless;

/// <summary>Adds to a decision a private hint for whoever wrote words for the record that blame a person. What was decided stands either way.</summary>
public static class HintAtBlame
{
    /// <summary>For a message of the review: an answer, an action item, a comment on the draft, or an edit of one. At most one hint a message, whatever becomes of its words.</summary>
    public static Decision After(Decision decided, ChatEvent said, MessageRef message, string text, Situation now)
    {
        if (!now.Settings.Blameless.Hints || decided.Save.Count == 0) return decided;
        if ((decided.Save.OfType<Postmortem>().LastOrDefault() ?? now.Postmortem) is not { } review || review.Hinted.Contains(message)) return decided;
        if (Hint(said, [text], now) is not { } hint) return decided;
        return decided with { Save = [.. decided.Save.Where(saved => saved is not Postmortem), review with { Hinted = [.. review.Hinted, message] }], Say = [.. decided.Say, hint] };
    }

    /// <summary>For a command or a form, which is given once.</summary>
    public static Decision After(Decision decided, ChatEvent said, IEnumerable<string> texts, Situation now) =>
        now.Settings.Blameless.Hints && decided.Save.Count > 0 && Hint(said, texts.Where(text => text != now.ActionItem?.Text), now) is { } hint
            ? decided with { Say = [.. decided.Say, hint] }
            : decided;

    private static Whisper? Hint(ChatEvent said, IEnumerable<string> texts, Situation now)
    {
        var people = new NamedPeople([said.By, .. MentionedIn(said), .. now.Incident is { } incident ? KnownFrom(incident) : [], .. now.Postmortem is { } review ? KnownFrom(review) : [], .. now.ActionItems.Select(item => item.Owner).OfType<Person>()]);
        return texts.Select(text => Blame.In(text, people)).FirstOrDefault(found => found is not null) is { } found ? new(said.Place, said.By.Ref, HintCards.Hint(found)) : null;
    }

    private static IEnumerable<Person> MentionedIn(ChatEvent said) => said switch
    {
        MessagePosted posted => posted.Mentions,
        MessageEdited edited => edited.Mentions,
        CommandGiven given => given.Mentions,
        FormSubmitted submitted => submitted.People.Values,
        _ => [],
    };

    private static IEnumerable<Person> KnownFrom(Incident incident) =>
        [incident.DeclaredBy, .. incident.Roles.Select(holder => holder.Person), .. incident.Facts.Select(fact => fact.By), .. incident.Milestones.Select(milestone => milestone.ConfirmedBy)];

    private static IEnumerable<Person> KnownFrom(Postmortem review) => [review.StartedBy, .. review.Answers.SelectMany(answer => answer.People), .. review.Reviewers];
}
