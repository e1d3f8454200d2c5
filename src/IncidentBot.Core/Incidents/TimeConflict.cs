using System.Globalization;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Incidents;

/// <summary>A time that was stated and cannot be true together with one that stands. Nothing of it counts until somebody chooses.</summary>
/// <param name="Number">Names it in buttons and forms.</param>
/// <param name="Against">The milestone that stands.</param>
/// <param name="Waits">What was said, to be decided on again once it is settled; null: the milestone alone waits.</param>
public sealed record TimeConflict(int Number, Milestone Stated, MilestoneKind Against, ChatEvent? Waits)
{
    /// <summary>The same with another time in what was said.</summary>
    public TimeConflict At(DateTimeOffset at) => this with
    {
        Stated = Stated with { At = at },
        Waits = Waits switch
        {
            CommandGiven given => given with { Text = given.Text.Replace(Written(Stated.At), Written(at), StringComparison.Ordinal) },
            FormSubmitted submitted => submitted with { Values = new Dictionary<string, string>(submitted.Values) { [Statement.AtField] = Written(at) } },
            _ => Waits,
        },
    };

    /// <summary>The time as it is written into what waits: the same for every reader.</summary>
    internal static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Which conflict a button or a form is about; written into its value.</summary>
internal sealed record ConflictRef(IncidentId Incident, int Number)
{
    public override string ToString() => $"{Incident.Label}|{Number.ToString(CultureInfo.InvariantCulture)}";

    public static ConflictRef? TryParse(string workspace, string value) =>
        value.Split('|') is [var label, var number] && IncidentId.TryParse(workspace, label) is { } incident && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? new(incident, read) : null;

    /// <summary>Null when it is settled.</summary>
    public static TimeConflict? In(Incident? incident, string value) =>
        incident is not null && TryParse(incident.Id.Workspace, value) is { } about && about.Incident == incident.Id ? incident.TimeConflicts.FirstOrDefault(conflict => conflict.Number == about.Number) : null;
}
