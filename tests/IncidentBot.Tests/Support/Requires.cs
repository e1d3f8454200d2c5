using Xunit;

namespace IncidentBot.Tests.Support;

/// <summary>What a test needs of the machine. Where it is missing the test is skipped and says why; with INCIDENTBOT_TEST_ALL=1 it fails instead.</summary>
public static class Requires
{
    private const string All = "INCIDENTBOT_TEST_ALL";

    public static void That(bool there, string missing)
    {
        if (there) return;
        if (Environment.GetEnvironmentVariable(All) == "1") Assert.Fail($"{All}=1 and missing: {missing}");
        Assert.Skip(missing);
    }
}
