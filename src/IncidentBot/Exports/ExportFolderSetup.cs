using IncidentBot.Core.Bot;

namespace IncidentBot.Exports;

internal static class ExportFolderSetup
{
    /// <summary>Also where none is set: what was decided before still stands in the outbox, and goes.</summary>
    public static void AddExportFolder(this IServiceCollection services, string? path)
    {
        services.AddSingleton(provider => new ExportFolder(path, provider.GetRequiredService<ILogger<ExportFolder>>()));
        services.AddSingleton<IOutlet>(provider => provider.GetRequiredService<ExportFolder>());
        if (path is not null) services.AddSingleton<IIntegrationHealth>(provider => provider.GetRequiredService<ExportFolder>());
    }
}
