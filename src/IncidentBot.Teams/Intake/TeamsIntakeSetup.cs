using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Teams.Intake;

internal static class TeamsIntakeSetup
{
    /// <summary>The way in from Teams, up to the neutral events. Needs an <see cref="IInbox"/> and the <see cref="Interactions"/>.</summary>
    public static void AddTeamsIntake(this IServiceCollection services)
    {
        services.TryAddSingleton<PeopleLookup>((tenant, id, saidName, _, _) => ValueTask.FromResult(new Person(TeamsIds.Person(tenant, id), saidName ?? id)));
        services.TryAddSingleton<KnownChannels>((_, _, _) => ValueTask.FromResult<IReadOnlyList<ChannelRef>>([]));
        services.AddSingleton<IgnoredActivities>();
        services.AddSingleton<TeamsIntake>();
        services.AddSingleton<TakeActivity>(provider => provider.GetRequiredService<TeamsIntake>().TakeAsync);
        services.AddSingleton<TeamsTranslator>();
        services.AddSingleton(provider => new Translator(TeamsTranslator.Adapter, provider.GetRequiredService<TeamsTranslator>().TranslateAsync));
    }
}
