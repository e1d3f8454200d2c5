using IncidentBot.Core.Bot;
using IncidentBot.Slack.Events;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Intake;

internal static class SlackIntakeSetup
{
    /// <summary>The way in from Slack, up to the neutral events. Needs the way out, an <see cref="IInbox"/>, the <see cref="Interactions"/> and the <see cref="HistoryRequests"/>.</summary>
    public static void AddSlackIntake(this IServiceCollection services)
    {
        services.AddSingleton<IgnoredPayloads>();
        services.AddSingleton<SlackUpkeep>();
        services.AddSingleton<FormAtOnce>();
        services.AddSingleton<SlackIntake>();
        services.AddSingleton<SlackTranslator>();
        services.AddSingleton(provider => new Translator(SlackTranslator.Adapter, provider.GetRequiredService<SlackTranslator>().TranslateAsync));
    }
}
