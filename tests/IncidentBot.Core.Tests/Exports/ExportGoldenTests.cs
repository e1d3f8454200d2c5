using System.Runtime.CompilerServices;
using IncidentBot.Core.Exports;
using IncidentBot.Core.Tests.Postmortems.Drafts;
using Xunit;

namespace IncidentBot.Core.Tests.Exports;

/// <summary>The files, read and agreed to by people. INCIDENTBOT_WRITE_GOLDENS=1 writes them anew, to be read again as a difference.</summary>
public sealed class ExportGoldenTests
{
    [Theory]
    [InlineData("full", ExportFormat.Html)]
    [InlineData("full", ExportFormat.Json)]
    [InlineData("bare", ExportFormat.Html)]
    [InlineData("bare", ExportFormat.Json)]
    public void A_file_looks_as_agreed(string name, ExportFormat format)
    {
        var file = format.Of(SomeDraft.Draft(name == "full" ? SomeDraft.Full : SomeDraft.Bare));
        var golden = $"{name}.golden.{format.Extension()}";
        if (Environment.GetEnvironmentVariable("INCIDENTBOT_WRITE_GOLDENS") == "1") File.WriteAllText(Path.Combine(Folder(), golden), file);
        else Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Exports", golden)).ReplaceLineEndings("\n"), file);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
