using IncidentBot.Core.Bot;

namespace IncidentBot.Core.Luck;

public static class LuckCapability
{
    public static readonly Capability Table = new()
    {
        Commands =
        [
            new("lucky", "lucky [open|all|L-3]", "Lists lucky breaks and what became of them; L-3 shows one, to decide on it.", ListLuckyBreaks.Decide)
            {
                Aliases = ["luck"],
                Needs = ListLuckyBreaks.NeedsOf,
                Examples = ["lucky", "lucky all", "lucky L-3"],
            },
        ],
        Buttons =
        [
            new(LuckButtons.Safeguard, MakeSafeguard.Decide) { Needs = pressed => AskedLuckyBreak.NeedsOf(pressed.Place, pressed.Value), OpensForm = LuckButtons.Safeguard },
            new(LuckButtons.Accept, AcceptRisk.Decide) { Needs = pressed => AskedLuckyBreak.NeedsOf(pressed.Place, pressed.Value), OpensForm = LuckButtons.Accept },
        ],
        Forms = [MakeSafeguard.Form, AcceptRisk.Form],
    };
}
