using System.Globalization;

namespace IncidentBot.Core.Incidents;

/// <summary>Identity of an incident; people see <c>INC-42</c>. Numbers come from the store's counter of the workspace.</summary>
public sealed record IncidentId(string Workspace, int Number)
{
    /// <summary>What people see and type.</summary>
    public string Label => $"INC-{Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Unique over all workspaces; the key in the store.</summary>
    public string Key => $"{Workspace}/{Label}";

    public override string ToString() => Key;

    /// <summary>The incident of this <see cref="Key"/>; null when it is none.</summary>
    public static IncidentId? OfKey(string key)
    {
        var slash = key.LastIndexOf('/');
        return slash > 0 && TryParse(key[..slash], key[(slash + 1)..]) is { } id && id.Key == key ? id : null;
    }

    /// <summary>Reads "INC-42", "inc 42", "#42" or "42"; null when it is none of these.</summary>
    public static IncidentId? TryParse(string workspace, string text)
    {
        var rest = text.Trim();
        if (rest.StartsWith("inc", StringComparison.OrdinalIgnoreCase)) rest = rest[3..].TrimStart('-', ' ');
        else if (rest.StartsWith('#')) rest = rest[1..];
        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new(workspace, number) : null;
    }
}
