using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Exports;
using IncidentBot.Core.Glossary;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Luck;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Reflection;
using IncidentBot.Core.Slos;
using IncidentBot.Core.Slos.Policy;
using IncidentBot.Core.Tickets;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>All commands, buttons and forms, each capability's in the order of the help.</summary>
public static class BotTables
{
    private static readonly IReadOnlyList<(string Title, Capability Capability)> Capabilities =
    [
        (HelpCards.Incidents, IncidentCapability.Table),
        (HelpCards.Timeline, TimelineCapability.Table),
        (HelpCards.ActionItems, ActionItemCapability.Table),
        (HelpCards.ActionItems, TicketCapability.Table),
        (HelpCards.Postmortems, PostmortemCapability.Table),
        (HelpCards.Postmortems, ExportCapability.Table),
        (HelpCards.Postmortems, LuckCapability.Table),
        (HelpCards.Postmortems, ReflectionCapability.Table),
        (HelpCards.ErrorBudgets, SloCapability.Table),
        (HelpCards.ErrorBudgets, PolicyCapability.Table),
        (HelpCards.Words, GlossaryCapability.Table),
        (HelpCards.Words, HelpCapability.Table),
    ];

    /// <summary>The commands under the titles of the help.</summary>
    public static IReadOnlyList<CommandGroup> Groups { get; } =
        [.. Capabilities.GroupBy(row => row.Title, row => row.Capability.Commands).Select(group => new CommandGroup(group.Key, [.. group.SelectMany(commands => commands)]))];

    public static IReadOnlyList<Command> Commands { get; } = [.. Groups.SelectMany(group => group.Commands)];

    private static readonly Dictionary<string, Command> CommandsByWord = Commands
        .SelectMany(command => command.Aliases.Prepend(command.Name), (command, word) => (command, word))
        .ToDictionary(row => row.word, row => row.command, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ButtonUse> Buttons = Capabilities.SelectMany(row => row.Capability.Buttons).ToDictionary(button => button.Action);

    internal static readonly IReadOnlyDictionary<string, MessageUse> Messages = Capabilities.SelectMany(row => row.Capability.Messages).ToDictionary(message => message.Action);

    internal static readonly IReadOnlyDictionary<string, FormUse> Forms = Capabilities.SelectMany(row => row.Capability.Forms).ToDictionary(form => form.Key);

    public static Command? Command(string word) => CommandsByWord.GetValueOrDefault(word);

    /// <summary>Every word that names a command, for suggestions.</summary>
    public static IEnumerable<string> Words => CommandsByWord.Keys;

    public static ButtonUse? Button(string action) => Buttons.GetValueOrDefault(action);

    public static MessageUse? Message(string action) => Messages.GetValueOrDefault(action);

    public static FormUse? Form(string key) => Forms.GetValueOrDefault(key);
}

/// <param name="Title">As in the help.</param>
public sealed record CommandGroup(string Title, IReadOnlyList<Command> Commands);
