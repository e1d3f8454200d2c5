using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

public static class HelpCapability
{
    public static readonly Command Help = new("help", "help [COMMAND]", "Shows what can be typed.", Decide)
    {
        Aliases = ["commands", "hi", "hello", "hey"],
        Examples = ["help status"],
    };

    public static readonly Capability Table = new() { Commands = [Help] };

    /// <summary>Words that begin with no command.</summary>
    public static Decision Unknown(Call call, Situation now)
    {
        var meant = Meant(call.Name);
        return Whisper(call, meant is null && call.Words.Length > 0 ? HelpCards.Unknown(call.Name, call.Words, now) : HelpCards.Unknown(call.Name, meant, call.Words, now));
    }

    private static Decision Decide(Call call, Situation now)
    {
        if (call.Words.Length == 0) return Whisper(call, HelpCards.Everything(now));
        var asked = CommandLine.Read(call.Said with { Text = call.Words });
        return Whisper(call, asked.Command is { } command ? HelpCards.Of(command, now) : HelpCards.Unknown(asked.Call.Name, Meant(asked.Call.Name), "", now));
    }

    private static Command? Meant(string word) => NearestWord.Of(word, BotTables.Words) is { } near ? BotTables.Command(near) : null;

    private static Decision Whisper(Call call, Card card) => new() { Say = [new Whisper(call.Place, call.By.Ref, card)] };
}
