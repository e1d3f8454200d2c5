using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Masking;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Slos.Policy;

/// <summary>Says what kind of incident it is. Incidents of one class are counted together over a quarter.</summary>
public static class ClassifyIncident
{
    public const string Class = "class";

    internal const int MostCharacters = 60;
    private const string None = "none";

    internal static Command Command { get; } = IncidentCommand.Of("class", "class TEXT", "Says what kind of incident it is: kinds are counted together over a quarter.", Decide) with
    {
        Examples = ["class expired certificate", "class INC-7 expired certificate", "class none"],
    };

    internal static IReadOnlyList<ButtonUse> Buttons { get; } =
    [
        new(PolicyButtons.Class, (pressed, now) => About(pressed, now, (incident, text) => Classify(incident, text, pressed, now))) { Needs = pressed => NeedsOf(pressed.Place, pressed.Value) },
        new(PolicyButtons.NoClass, (pressed, now) => About(pressed, now, (incident, _) => Settled(incident, ClassCards.NoClass, now))) { Needs = pressed => NeedsOf(pressed.Place, pressed.Value) },
        new(PolicyButtons.OtherClass, (pressed, now) => Decision.Refuse(pressed, HelpCards.NotVisible(now))) { OpensForm = PolicyButtons.OtherClass },
    ];

    internal static FormUse Form { get; } = IncidentForm.Of(
        PolicyButtons.OtherClass,
        ClassCards.Form,
        (_, submitted) => Refuses(Given(submitted)) is { } why ? new() { [Class] = why } : new Dictionary<string, string>(),
        (incident, submitted, now) => Classify(incident, Given(submitted), submitted, now));

    private static Decision Decide(Incident incident, Call call, Situation now) =>
        call.Words.Length == 0 ? call.Refuse(ClassCards.Forms(incident, now.CommandPrefix)) : Classify(incident, call.Words, call.Said, now);

    private static Decision Classify(Incident incident, string text, ChatEvent said, Situation now)
    {
        if (Refuses(text) is { } why) return Decision.Refuse(said, why);
        var named = text.Equals(None, StringComparison.OrdinalIgnoreCase) ? null : Secrets.Mask(text).Text; // other rooms read it too
        if (named == incident.Class) return Decision.Refuse(said, ClassCards.IsThat(incident));
        var changed = new IncidentChange(incident, incident with { Class = named }, said, now)
        {
            Kind = EntryKind.Review, // it is for the planning, and no part of what people approve
            Entry = ClassCards.Entry(named),
            Line = Card.Of(ClassCards.Classed(incident, named, said.By)),
        };
        return changed.Decide().And(Settled(incident, ClassCards.Settled(named), now));
    }

    /// <summary>The question in the review, where it was asked, is answered.</summary>
    private static Decision Settled(Incident incident, RichText answer, Situation now) =>
        incident.Room is { } room ? new() { Say = [new Say(room, Card.Of(answer), AskForClass.CardKey(incident)) { OnlyUpdate = true, Under = ReviewForum.Of(incident, now).HasThread ? CardKeys.Review(incident.Id) : null }] } : Decision.Nothing;

    private static string? Refuses(string text) => text.Length switch
    {
        0 => ClassCards.NoText,
        > MostCharacters => ClassCards.TooLong(MostCharacters),
        _ => ClassShare.SlugOf(text).Length == 0 ? ClassCards.NoText : null,
    };

    private static Needs NeedsOf(Place place, string value) => new() { Incident = IncidentId.TryParse(place.Channel.Workspace, value.Split('|', 2)[0]) };

    private static Decision About(ButtonPressed pressed, Situation now, Func<Incident, string, Decision> decide) =>
        now.Incident is { } incident ? decide(incident, pressed.Value.Split('|', 2) is [_, var text] ? text : "") : Decision.Refuse(pressed, HelpCards.NotVisible(now));

    private static string Given(FormSubmitted submitted) => submitted.Values.GetValueOrDefault(Class, "").Trim();
}
