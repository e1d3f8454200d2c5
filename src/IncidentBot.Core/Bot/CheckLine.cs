namespace IncidentBot.Core.Bot;

public enum CheckResult
{
    Fine,

    /// <summary>Not wrong, but worth knowing.</summary>
    Remark,

    /// <summary>It will not work so.</summary>
    Fault,
}

/// <summary>One thing that was checked.</summary>
/// <param name="Subject">A setting, or what it stands for.</param>
/// <param name="Words">How it stands; of a fault, exactly what to do.</param>
public sealed record CheckLine(CheckResult Result, string Subject, string Words)
{
    public static CheckLine Fine(string subject, string words) => new(CheckResult.Fine, subject, words);

    public static CheckLine Remark(string subject, string words) => new(CheckResult.Remark, subject, words);

    public static CheckLine Fault(string subject, string words) => new(CheckResult.Fault, subject, words);
}
