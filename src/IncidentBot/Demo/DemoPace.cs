namespace IncidentBot.Demo;

/// <summary>How long a step stands before the next, so that one can read along, and its line in the terminal.</summary>
internal static class DemoPace
{
    private const int LongestCaption = 60;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(3.5);
    private static readonly TimeSpan ACharacter = TimeSpan.FromMilliseconds(18);

    public static TimeSpan Of(DemoStep step)
    {
        var reading = Least + ACharacter * Words(step).Length;
        return reading < Most ? reading : Most;
    }

    public static string Caption(DemoStep step)
    {
        var caption = step.By is null ? $"{step.Wait} go by" : $"{step.By}: {Words(step)}";
        return caption.Length <= LongestCaption ? caption.PadRight(LongestCaption) : caption[..(LongestCaption - 1)] + "…";
    }

    private static string Words(DemoStep step) => step switch
    {
        { Says: { } said } => said,
        { To: { } edited } => $"(edits) {edited}",
        { Deletes: not null } => "(deletes a message)",
        { Highlights: not null } => "(highlights a message)",
        { Presses: { } label } => $"[{label}]",
        _ => "",
    };
}
