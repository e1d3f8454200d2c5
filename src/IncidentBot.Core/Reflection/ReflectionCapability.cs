using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Reflection;

public static class ReflectionCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("reflect", "reflect [results]", "Asks the team two questions about how it works, anonymously; shows the answers.", AskToReflect.Decide)
            {
                Needs = AskToReflect.NeedsOf,
                Examples = ["reflect", "reflect results"],
            },
        ],
        Buttons =
        [
            new(ReflectionButton.Write, WriteReflection.Decide) { Needs = pressed => ReflectionButton.NeedsOf(pressed.Place, pressed.Value), OpensForm = ReflectionButton.Write },
            new(ReflectionButton.Pulse, GivePulse.Decide) { Needs = pressed => ReflectionButton.NeedsOf(pressed.Place, pressed.Value), OpensForm = ReflectionButton.Pulse },
        ],
        Forms = [WriteReflection.Form, GivePulse.Form],
    };
}
