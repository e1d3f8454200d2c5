using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace IncidentBot.Slack.Events.Text;

/// <summary>The emoji that people use most in incidents, for the names by which they come. Others stay as their names.</summary>
internal static partial class Emoji
{
    private const string Common = """
        +1 👍  thumbsup 👍  -1 👎  thumbsdown 👎  ok_hand 👌  pray 🙏  clap 👏  raised_hands 🙌  wave 👋  muscle 💪  point_up ☝️  white_check_mark ✅
        heavy_check_mark ✔️  x ❌  warning ⚠️  rotating_light 🚨  fire 🔥  boom 💥  bell 🔔  no_entry ⛔  question ❓  exclamation ❗  red_circle 🔴
        large_yellow_circle 🟡  large_orange_circle 🟠  large_green_circle 🟢  large_blue_circle 🔵  white_circle ⚪  pushpin 📌  round_pushpin 📍  eyes 👀
        mag 🔍  bulb 💡  memo 📝  wrench 🔧  hammer_and_wrench 🛠️  gear ⚙️  bug 🐛  lock 🔒  rocket 🚀  hourglass ⌛  hourglass_flowing_sand ⏳  stopwatch ⏱️
        chart_with_upwards_trend 📈  chart_with_downwards_trend 📉  arrow_right ➡️  rewind ⏪  recycle ♻️  tada 🎉  heart ❤️  100 💯  smile 😄
        slightly_smiling_face 🙂  joy 😂  sweat_smile 😅  thinking_face 🤔  cry 😢  sob 😭  scream 😱  face_palm 🤦  shrug 🤷  coffee ☕  robot_face 🤖
        """;

    private static readonly FrozenDictionary<string, string> ByName = Common
        .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static string Shown(string text) => Name().Replace(text, match => ByName.GetValueOrDefault(match.Groups["name"].Value, match.Value));

    // Not within a word: a12:x:7 is no emoji.
    [GeneratedRegex(@"(?<![\p{L}\p{N}`:]):(?<name>[a-z0-9_+-]+):(?![\p{L}\p{N}`])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
