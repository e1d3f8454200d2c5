using IncidentBot.Core.Chat;
using IncidentBot.Core.Times;

namespace IncidentBot.Core.Bot;

public static class HelpCards
{
    public const string Incidents = "Incidents";
    public const string Timeline = "Timeline";
    public const string ActionItems = "Action items";
    public const string Postmortems = "Postmortem";
    public const string ErrorBudgets = "Error budgets";
    public const string Words = "Words";

    private const int LongestEcho = 40;
    private const int MostRepeated = 200;

    public static RichText NotVisible(Situation now) => RichText.Of($"There is no such incident that you can see. {Typed("list all", now)} shows those that you can.");

    public static RichText Outdated(Situation now) => RichText.Of($"This button or form belongs to an older version and no longer does anything. {Typed("help", now)} shows the command to type instead.");

    public static RichText NoIncidentHere(Command command, Situation now)
    {
        var here = RichText.Of($"There is no incident here for {Typed(command.Name, now)}.");
        var other = Typed($"{command.Name} INC-7", now);
        return now.Chat.Rooms switch
        {
            RoomKind.Channel => RichText.Of($"{here} Name one, such as {other}, or go to its room. To declare one: {Typed("start TITLE", now)} opens a room, {Typed("start here TITLE", now)} uses this channel."),
            RoomKind.Thread => RichText.Of($"{here} Name one, such as {other}, or go to its thread. To declare one: {Typed("start TITLE", now)} opens a thread in this channel, {Typed("start here TITLE", now)} uses this thread."),
            RoomKind.Chat => RichText.Of($"{here} Name one, such as {other}, or go to where it was declared. To declare one in this chat: {Typed("start TITLE", now)}."),
            RoomKind.None => RichText.Of($"{here} Name one, such as {other}, or go to where it was declared. To declare one, type {Typed("start TITLE", now)} in a team's channel or a group chat."),
        };
    }

    /// <summary>In answer to a typed command that wants a form, where only a button can open one.</summary>
    /// <param name="words">What was typed already, to begin the form with; too much of it is left out.</param>
    public static Card WantsForm(Command command, Form form, string words, Situation now) =>
        Card.Of(RichText.Of($"Press the button to fill it in, or type it: {Typed(command.Usage, now)}"), new Button(form.Key, $"{form.Title}…", words.Length <= MostRepeated ? words : "", ButtonKind.Primary));

    /// <summary>Every command, by group.</summary>
    public static Card Everything(Situation now) => new($"Commands: {string.Join(", ", BotTables.Commands.Select(command => command.Name))}",
    [
        new Heading("What you can type"),
        new Paragraph(RichText.Of($"{Typed("", now)} and one of these; {Typed("help COMMAND", now)} tells more about one.")),
        .. BotTables.Groups.Where(group => group.Commands.Count > 0).SelectMany(Group),
    ]);

    /// <summary>One command in full.</summary>
    public static Card Of(Command command, Situation now)
    {
        List<LabelledText> facts = [];
        if (command.Aliases.Count > 0) facts.Add(new("Also", string.Join(", ", command.Aliases)));
        if (command.InIncident) facts.Add(new("Where", "in an incident's room, or anywhere with its number first, such as INC-7"));
        if (command.Usage.Contains("TIME", StringComparison.Ordinal)) facts.Add(new("TIME", TimeCards.Forms));
        if (command.Usage.Contains("DATE", StringComparison.Ordinal)) facts.Add(new("DATE", TimeCards.DateForms));
        List<CardBlock> blocks = [new Heading(command.Name), new Paragraph(RichText.Of($"{Typed(command.Usage, now)}\n{command.Help}"))];
        if (facts.Count > 0) blocks.Add(new Facts(facts));
        if (command.Examples.Count > 0) blocks.Add(new Bullets([.. command.Examples.Select(example => RichText.Of($"{Typed(example, now)}"))]));
        return new($"{now.CommandPrefix} {command.Usage}: {command.Help}", blocks);
    }

    /// <summary>A word that names no command, with the help of the command that was probably meant, else with the whole help.</summary>
    /// <param name="words">What followed the word: the suggestion repeats it, to be copied.</param>
    public static Card Unknown(string word, Command? meant, string words, Situation now)
    {
        var nothing = RichText.Of($"There is no command {RichText.Code(Echo(word))}, so nothing was done.");
        if (meant is null) return Lead(nothing, Everything(now));
        var suggestion = RichText.Of($"{nothing} Did you mean {Typed(words.Length <= MostRepeated ? $"{meant.Name} {words}" : meant.Name, now)}?");
        return meant == HelpCapability.Help ? Lead(suggestion, Everything(now)) : Lead(RichText.Of($"{suggestion} {Typed("help", now)} lists all commands."), Of(meant, now));
    }

    /// <summary>Words that begin with no command: perhaps a sentence that lacks one.</summary>
    public static Card Unknown(string word, string words, Situation now)
    {
        var (aim, name) = now.Incident is null ? ("declare an incident", "start") : ("write it on the timeline", "note");
        return Lead(RichText.Of($"There is no command {RichText.Code(Echo(word))}, so nothing was done. To {aim}, type {Typed($"{name} {Echo($"{word} {words}")}", now)}."), Everything(now));
    }

    private static Card Lead(RichText sentence, Card help) => new(sentence.ToPlainText(), [new Paragraph(sentence), .. help.Blocks]);

    private static IEnumerable<CardBlock> Group(CommandGroup group) =>
    [
        new Heading(group.Title, Level: 2),
        new Bullets([.. group.Commands.Select(command => RichText.Of($"{RichText.Code(command.Usage)} – {command.Help}"))]),
    ];

    private static TextSpan Typed(string words, Situation now) => RichText.Code($"{now.CommandPrefix} {words}".TrimEnd());

    private static string Echo(string text) => text.Length > LongestEcho ? $"{text[..LongestEcho]}…" : text;
}
