using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Masking;

/// <summary>Tells whoever wrote a secret where others read it, privately and once a message, to rotate it. What is found late, in a room's history, is only masked.</summary>
public static class WarnOfSecrets
{
    public static Decision Decide(ChatEvent said, Situation now) => said switch
    {
        _ when now.Incident is null || !now.Settings.WarnOfSecrets => Decision.Nothing,
        MessagePosted { FromHistory: false } posted => Decide(posted, posted.Text, now),
        MessageEdited edited => Decide(edited, edited.Text, now),
        CommandGiven { Message: null } given => Decide(given, given.Text, now),
        FormSubmitted submitted => Decide(submitted, string.Join('\n', submitted.Values.Values), now),
        _ => Decision.Nothing,
    };

    private static Decision Decide(ChatEvent said, string text, Situation now) => Secrets.Mask(text).Found is { Count: > 0 } found && !Before(said, now).Any(Secrets.AreIn)
        ? new() { Say = [new Whisper(said.Place, said.By.Ref, SecretCards.Rotate(found))] }
        : Decision.Nothing;

    /// <summary>What the same message said before: its writer was told then.</summary>
    private static IEnumerable<string> Before(ChatEvent said, Situation now)
    {
        if (Routing.MessageOf(said) is not { } message) return [];
        string[] answered = [.. (now.Postmortem?.Answers ?? []).Where(answer => answer.Source == message).Select(answer => answer.Text), .. now.ItemFromMessage is { } item ? [item.Text] : Array.Empty<string>()];
        return now.Entry is { } entry ? [.. answered, entry.Text, .. entry.Revisions.Select(revision => revision.Text)] : answered;
    }
}
