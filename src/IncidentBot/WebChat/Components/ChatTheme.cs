using MudBlazor;

namespace IncidentBot.WebChat.Components;

/// <summary>Quiet colours and the reader's own system font.</summary>
public static class ChatTheme
{
    private static readonly string[] SystemFont = ["Inter", "system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"];

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#3b4f8f",
            PrimaryContrastText = "#ffffff",
            Secondary = "#0f766e",
            Background = "#ffffff",
            Surface = "#ffffff",
            DrawerBackground = "#f4f3ef",
            DrawerText = "#2a2e35",
            TextPrimary = "#1f242b",
            TextSecondary = "#565d67",
            LinesDefault = "#e5e3dc",
            LinesInputs = "#8b8f97",
            Divider = "#e5e3dc",
            ActionDefault = "#565d67",
            Error = "#b3261e",
            Success = "#1d7a4c",
            Warning = "#8a5a00",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#a9b8f0",
            PrimaryContrastText = "#141821",
            Secondary = "#6fd0c4",
            Background = "#17191d",
            Surface = "#1e2126",
            DrawerBackground = "#111317",
            DrawerText = "#d7dae0",
            TextPrimary = "#e4e6ea",
            TextSecondary = "#a3a9b4",
            LinesDefault = "#2c3037",
            LinesInputs = "#767d89",
            Divider = "#2c3037",
            ActionDefault = "#a3a9b4",
            Error = "#f2938c",
            ErrorContrastText = "#141821",
            Success = "#7fd1a3",
            SuccessContrastText = "#141821",
            Warning = "#e5b567",
            WarningContrastText = "#141821",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = SystemFont, FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = SystemFont, FontSize = ".875rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "0" },
            H6 = new H6Typography { FontFamily = SystemFont, FontSize = "1.0625rem", FontWeight = "650", LetterSpacing = "0" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "272px" },
    };
}
