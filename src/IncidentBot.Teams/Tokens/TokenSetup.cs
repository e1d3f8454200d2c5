using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Teams.Tokens;

internal static class TokenSetup
{
    /// <summary>The tokens that the bot shows.</summary>
    public static void AddBotTokens(this IServiceCollection services)
    {
        services.AddSingleton<TokenRequest>();
        services.AddSingleton<ClientAssertion>();
        services.TryAddSingleton(ManagedIdentity.OfThisProcess());
        services.AddSingleton<ITokenIssuer>(provider => provider.GetRequiredService<TeamsOptions>().AppType is TeamsAppType.UserAssignedMsi
            ? ActivatorUtilities.CreateInstance<ManagedIdentityTokens>(provider)
            : ActivatorUtilities.CreateInstance<EntraTokens>(provider));
        services.AddSingleton<BotTokens>();
    }
}
