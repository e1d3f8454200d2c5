using IncidentBot.Core.Bot;
using IncidentBot.Teams.Tokens;

namespace IncidentBot.Teams.Check;

/// <summary>Whether the bot is given its tokens. Whether the Connector takes them shows when it speaks.</summary>
internal static class CheckTokens
{
    public static async Task<IReadOnlyList<CheckLine>> RunAsync(TeamsOptions options, BotTokens tokens, CancellationToken ct)
    {
        var connector = await AskAsync(Proof(options), options.BotScope, null, "Teams", tokens, ct);
        if (connector.Result is CheckResult.Fault) return [connector]; // the other would fail for the same reason
        return [connector, await AskGraphAsync(options, tokens, ct)];
    }

    private static Task<CheckLine> AskGraphAsync(TeamsOptions options, BotTokens tokens, CancellationToken ct) => options.TenantId is { } tenant
        ? AskAsync("Teams:GraphUrl", options.GraphUrl.GetLeftPart(UriPartial.Authority), tenant, "Microsoft Graph", tokens, ct)
        : Task.FromResult(CheckLine.Remark("Teams:GraphUrl", "whether the bot may ask Microsoft Graph shows in each tenant: set Teams:TenantId to one of them to try it."));

    private static async Task<CheckLine> AskAsync(string subject, string scope, string? tenant, string @for, BotTokens tokens, CancellationToken ct)
    {
        try
        {
            await tokens.ForAsync(scope, tenant, ct);
            return CheckLine.Fine(subject, $"the bot was given a token for {@for}.");
        }
        catch (TokenException refused)
        {
            return CheckLine.Fault(subject, refused.Message);
        }
    }

    private static string Proof(TeamsOptions options) =>
        options.AppType is TeamsAppType.UserAssignedMsi ? "Teams:AppType" : options.CertificatePath is null ? "Teams:ClientSecret" : "Teams:CertificatePath";
}
