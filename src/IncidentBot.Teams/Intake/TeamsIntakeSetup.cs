using IncidentBot.Core.Bot;
using IncidentBot.Teams.Events;
using IncidentBot.Teams.Histories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Teams.Intake;

internal static class TeamsIntakeSetup
{
    /// <summary>The way in from Teams, up to the neutral events. Needs the way out, an <see cref="IInbox"/> and the <see cref="Interactions"/>.</summary>
    public static void AddTeamsIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<HistoryRequests>();
        services.AddSingleton<IgnoredActivities>();
        services.AddSingleton<TeamsUpkeep>();
        services.AddSingleton<FormSeal>();
        services.AddSingleton<DialogAtOnce>();
        services.AddSingleton<InvokeAnswering>();
        services.AddSingleton<TeamsIntake>();
        services.AddSingleton<TakeActivity>(provider => provider.GetRequiredService<TeamsIntake>().TakeAsync);
        services.AddSingleton<TeamsTranslator>();
        services.AddSingleton(provider => new Translator(TeamsTranslator.Adapter, provider.GetRequiredService<NewRooms>().Hearing(
            provider.GetRequiredService<AttachedFiles>().Adding(provider.GetRequiredService<TeamsTranslator>().TranslateAsync))));
    }
}
