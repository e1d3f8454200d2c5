namespace IncidentBot.Core.Bot;

/// <summary>What one capability adds to the bot: rows of the tables behind dispatch and help.</summary>
public sealed record Capability
{
    public IReadOnlyList<Command> Commands { get; init; } = [];

    public IReadOnlyList<ButtonUse> Buttons { get; init; } = [];

    public IReadOnlyList<MessageUse> Messages { get; init; } = [];

    public IReadOnlyList<FormUse> Forms { get; init; } = [];
}
