using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Glossary;
using IncidentBot.Core.Incidents;
using IncidentBot.Core.Postmortems;
using IncidentBot.Core.Timeline;

namespace IncidentBot.Core.Bot;

/// <summary>All commands, buttons and forms, each capability's in the order of the help.</summary>
public static class BotTables
{
    private static readonly IReadOnlyList<Capability> Capabilities =
    [
        IncidentCapability.Table, TimelineCapability.Table, ActionItemCapability.Table, PostmortemCapability.Table, GlossaryCapability.Table, HelpCapability.Table,
    ];

    public static IReadOnlyList<Command> Commands { get; } = [.. Capabilities.SelectMany(capability => capability.Commands)];

    private static readonly Dictionary<string, Command> CommandsByWord = Commands
        .SelectMany(command => command.Aliases.Prepend(command.Name), (command, word) => (command, word))
        .ToDictionary(row => row.word, row => row.command, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ButtonUse> Buttons = Capabilities.SelectMany(capability => capability.Buttons).ToDictionary(button => button.Action);

    private static readonly Dictionary<string, FormUse> Forms = Capabilities.SelectMany(capability => capability.Forms).ToDictionary(form => form.Key);

    public static Command? Command(string word) => CommandsByWord.GetValueOrDefault(word);

    /// <summary>Every word that names a command, for suggestions.</summary>
    public static IEnumerable<string> Words => CommandsByWord.Keys;

    public static ButtonUse? Button(string action) => Buttons.GetValueOrDefault(action);

    public static FormUse? Form(string key) => Forms.GetValueOrDefault(key);
}
