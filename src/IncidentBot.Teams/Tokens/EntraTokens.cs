using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Http;

namespace IncidentBot.Teams.Tokens;

/// <summary>Tokens from Entra for the bot's secret or certificate (learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow).</summary>
internal sealed partial class EntraTokens(TeamsOptions options, TokenRequest tokens, ClientAssertion assertion) : ITokenIssuer
{
    /// <summary>The tenant that registers bots for every tenant: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</summary>
    private const string BotFrameworkTenant = "botframework.com";

    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public async Task<IssuedToken> IssueAsync(string scope, string? tenant, CancellationToken ct)
    {
        var address = new Uri(options.LoginUrl, $"{Uri.EscapeDataString(tenant ?? OwnTenant)}/oauth2/v2.0/token");
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = options.AppId, ["scope"] = scope + "/.default" };
        if (options.CertificatePath is null) form["client_secret"] = options.ClientSecret ?? "";
        else (form["client_assertion_type"], form["client_assertion"]) = (AssertionType, assertion.For(address));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        return await tokens.SendAsync(request, "Entra", Explain, ct);
    }

    private string OwnTenant => options.AppType is TeamsAppType.MultiTenant ? BotFrameworkTenant : options.TenantId ?? BotFrameworkTenant;

    // Of the answer only its codes: learn.microsoft.com/entra/identity-platform/reference-error-codes
    private static string Explain(JsonElement? body)
    {
        var code = Code().Match(body?.Text("error_description") ?? "").Value;
        var what = code switch
        {
            "AADSTS7000215" => "Teams:ClientSecret is not a secret of this app: put in the secret's value, not its id.",
            "AADSTS7000222" => "Teams:ClientSecret has expired: make a new one in Entra and put it in.",
            "AADSTS700027" => "Entra does not know the certificate of Teams:CertificatePath: add it to the app registration.",
            "AADSTS700016" => "The tenant of Teams:TenantId has no app with the id of Teams:AppId.",
            "AADSTS90002" => "There is no tenant with the id of Teams:TenantId.",
            _ => "Check Teams:AppId, Teams:AppType, Teams:TenantId and the secret or certificate.",
        };
        return $"{what} ({body?.Text("error") ?? "no error code"}{(code.Length > 0 ? ", " + code : "")})";
    }

    [GeneratedRegex(@"\AAADSTS\d{1,10}")]
    private static partial Regex Code();
}
