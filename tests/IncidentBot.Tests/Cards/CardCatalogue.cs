using System.Reflection;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;

namespace IncidentBot.Tests.Cards;

/// <summary>Every card and form that the product can show. What makes them is found by its type, so that a new one is in here from the start.</summary>
public static class CardCatalogue
{
    /// <summary>The classes that hold the words of a capability.</summary>
    public static IEnumerable<Type> Classes => typeof(Card).Assembly.GetTypes().Where(type => type.Name.EndsWith("Cards", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true }).OrderBy(type => type.Name, StringComparer.Ordinal);

    public static IEnumerable<Shown> All(Sample sample) => Classes.SelectMany(type => Of(type, sample)).Concat(Forms(sample));

    public static IEnumerable<Shown> Of(Type cards, Sample sample) => cards
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsPrivate && Shows(method.ReturnType))
        .OrderBy(method => method.Name, StringComparer.Ordinal)
        .SelectMany(method => Calls(method, new(sample)));

    /// <summary>The forms as they are opened.</summary>
    public static IEnumerable<Shown> Forms(Sample sample) =>
        from form in BotTables.Forms.Values
        from context in BotTables.Messages.ContainsKey(form.Key) ? [sample.Chosen.ToContext()] : ContextsOfCommandsAndButtons(sample)
        from now in sample.Situations
        let opened = form.Open(new(sample.Now, sample.Ana, sample.Room, context), now)
        where opened is not null
        select new Shown($"{form.Key} about “{(context.Length > 40 ? "a message, or many words" : context)}”", opened);

    private static string[] ContextsOfCommandsAndButtons(Sample sample) =>
        ["", sample.IncidentId.Label, sample.Item(7).Id.Label, sample.Luck.Breaks[0].Id.Label, new ReflectionButton(sample.Rounds[0].Id, Exercise.Safety).ToString(), new ReflectionButton(sample.Rounds[2].Id, null).ToString(), new ReviewButton(sample.IncidentId, 1).ToString(), new ConflictRef(sample.IncidentId, sample.Conflict.Number).ToString(), CleanText.Of(sample.Words("checkout is failing sev2"))];

    /// <summary>The usual arguments first, then each other value of each parameter.</summary>
    private static IEnumerable<Shown> Calls(MethodInfo method, SampleArguments arguments)
    {
        var name = method.Name.Replace("get_", "", StringComparison.Ordinal);
        var values = method.GetParameters().Select(arguments.For).ToList();
        var usual = values.Select(some => some[0]).ToArray();
        foreach (var shown in Call(name, usual)) yield return shown;
        foreach (var (parameter, some) in method.GetParameters().Zip(values))
            for (var other = 1; other < some.Count; other++)
            {
                var changed = usual.ToArray();
                changed[parameter.Position] = some[other];
                foreach (var shown in Call($"{name}, {parameter.Name} {other + 1}", changed)) yield return shown;
            }

        IEnumerable<Shown> Call(string called, object?[] given) => method.Invoke(null, given) switch
        {
            Card card => [new(called, card)],
            RichText text => [new(called, Card.Of(text)) { Sentence = text }],
            IEnumerable<Card> cards => cards.Select((card, index) => new Shown($"{called}, card {index + 1}", card)).ToList(),
            Form form => [new(called, form)],
            null => [],
            var other => throw new NotSupportedException($"{called} returns {other.GetType()}"),
        };
    }

    private static bool Shows(Type type) => type == typeof(Card) || type == typeof(RichText) || type == typeof(Form) || type.IsAssignableTo(typeof(IEnumerable<Card>));
}

/// <summary>A card or a form, by the method that makes it.</summary>
public sealed record Shown(string Name, Card? Card, Form? Form)
{
    public Shown(string name, Card card)
        : this(name, card, null)
    {
    }

    public Shown(string name, Form form)
        : this(name, null, form)
    {
    }

    /// <summary>Not null: the card is this sentence and nothing else.</summary>
    public RichText? Sentence { get; init; }
}
