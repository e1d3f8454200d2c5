using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Demo;

/// <summary>One step: time goes by, or a person does one thing.</summary>
public sealed partial class DemoStep
{
    /// <summary>How much time goes by first, e.g. <c>45s</c>, <c>10m</c>, <c>8d</c>.</summary>
    public string? Wait { get; set; }

    /// <summary>Who does it: the name of a person of the browser chat.</summary>
    public string? By { get; set; }

    /// <summary>What is said; a command when it starts with a slash.</summary>
    public string? Says { get; set; }

    /// <summary>A name for this message, for later steps.</summary>
    public string? Name { get; set; }

    /// <summary>The named message in whose thread it is said; <c>review</c> is the review's thread.</summary>
    public string? Thread { get; set; }

    /// <summary>A named message whose text becomes <see cref="To"/>.</summary>
    public string? Edits { get; set; }

    public string? To { get; set; }

    /// <summary>A named message to delete.</summary>
    public string? Deletes { get; set; }

    /// <summary>A named message to highlight with 📌.</summary>
    public string? Highlights { get; set; }

    /// <summary>The label of a button on the bot's newest card that has it.</summary>
    public string? Presses { get; set; }

    public TimeSpan WaitTime => Wait is null ? TimeSpan.Zero : Parse(Wait) ?? TimeSpan.Zero;

    /// <summary>What is wrong with the step; null when nothing is.</summary>
    public string? Fault
    {
        get
        {
            if (Wait is not null && Parse(Wait) is null) return $"wait is \"{Wait}\". It can be a number with s, m, h or d, such as 45s.";
            var deeds = new[] { Says, Edits, Deletes, Highlights, Presses }.Count(deed => deed is not null);
            if (deeds == 0 && Wait is null) return "it says neither how long to wait nor what is done (says, edits, deletes, highlights, presses).";
            if (deeds > 1) return "it does more than one thing. Make a step of each.";
            if (deeds == 1 && By is null) return "it does not say who does it (by).";
            if (Edits is not null && To is null) return "an edit needs the new text (to).";
            return null;
        }
    }

    private static TimeSpan? Parse(string text)
    {
        if (Length().Match(text.Trim()) is not { Success: true } match) return null;
        var number = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    [GeneratedRegex(@"^(\d{1,4}(?:\.\d+)?)\s*([smhd])$")]
    private static partial Regex Length();
}
