namespace IncidentBot.Core.Slos.Charts;

/// <summary>What a colour is for.</summary>
public enum Ink
{
    Paper,
    Text,
    Soft,
    Grid,

    /// <summary>What is left.</summary>
    Budget,
    BudgetArea,

    /// <summary>What was spent beyond the budget.</summary>
    Over,
    OverArea,

    Incident,

    /// <summary>The incident that the chart is shown for.</summary>
    Current,

    /// <summary>A time of which nothing is known.</summary>
    Gap,
}

/// <summary>Colours by day and in the dark. Blue, orange and vermilion are told apart whatever colours an eye lacks, and none of them is the only sign of what it means.</summary>
public static class Inks
{
    /// <summary>As <c>#RRGGBB</c>, or <c>#RRGGBBAA</c> where what is below shows through.</summary>
    public static string Light(Ink ink) => ink switch
    {
        Ink.Paper => "#ffffff",
        Ink.Text => "#1c2128",
        Ink.Soft => "#59636e",
        Ink.Grid => "#dfe4e9",
        Ink.Budget => "#0072b2",
        Ink.BudgetArea => "#0072b224",
        Ink.Over => "#c24e00",
        Ink.OverArea => "#d55e0038",
        Ink.Incident => "#f7dca8",
        Ink.Current => "#f0a92e",
        Ink.Gap => "#eef1f4",
    };

    /// <inheritdoc cref="Light" />
    public static string Dark(Ink ink) => ink switch
    {
        Ink.Paper => "#14181d",
        Ink.Text => "#e3e8ee",
        Ink.Soft => "#9aa5b1",
        Ink.Grid => "#313942",
        Ink.Budget => "#56b4e9",
        Ink.BudgetArea => "#56b4e92e",
        Ink.Over => "#ff8f4d",
        Ink.OverArea => "#d55e0059",
        Ink.Incident => "#5c4519",
        Ink.Current => "#c8841a",
        Ink.Gap => "#20262d",
    };

    /// <summary>The class of what is drawn with it.</summary>
    public static string Name(Ink ink) => $"ink-{ink.ToString().ToLowerInvariant()}";
}
