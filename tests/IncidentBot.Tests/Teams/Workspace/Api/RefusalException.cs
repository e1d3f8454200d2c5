namespace IncidentBot.Tests.Teams.Workspace.Api;

/// <summary>A call is refused: learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability (status codes from bot conversational APIs).</summary>
public sealed class RefusalException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;
}
