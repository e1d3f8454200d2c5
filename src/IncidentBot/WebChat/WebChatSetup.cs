using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Storage.WebChat;
using IncidentBot.WebChat.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using MudBlazor;
using MudBlazor.Services;

namespace IncidentBot.WebChat;

/// <summary>Puts the browser chat into the program.</summary>
public static class WebChatSetup
{
    // The longest message that can be posted, four bytes a letter.
    private const int LargestCall = 4 * MessageActions.LongestText;

    /// <remarks>Needs an <c>IWebChatStore</c>, an <c>IInbox</c>, the <c>Interactions</c> and a <c>TimeProvider</c>.</remarks>
    /// <param name="isAlone">No other chat is set up.</param>
    public static IServiceCollection AddWebChat(this IServiceCollection services, bool isAlone)
    {
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<Workspace>();
        services.AddSingleton<ReadMarks>();
        services.AddSingleton<MessageActions>();
        services.AddSingleton<ChannelActions>();
        services.AddSingleton<Interacting>();
        services.AddSingleton<IChat>(provider => new BrowserChat(provider.GetRequiredService<Workspace>(), provider.GetRequiredService<ChannelActions>(), provider.GetRequiredService<IWebChatStore>()) { IsAlone = isAlone });
        services.AddSingleton<Handover>();
        services.AddSingleton<IAdapterHealth>(provider => provider.GetRequiredService<Handover>());
        services.AddSingleton<ChatApi>();
        services.AddHostedService<SeedWorkspace>();
        services.AddHostedService(provider => provider.GetRequiredService<Handover>());

        services.AddDataProtection().AddKeyManagementOptions(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new KeysInMemory(), new NullXmlEncryptor()));
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(options => options.MaximumReceiveMessageSize = LargestCall);
        services.AddMudServices(options => options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.TopCenter);
        services.AddScoped<ChatSession>();
        services.AddScoped<Conversation>();
        services.AddScoped<Attempt>();
        return services;
    }

    public static void MapWebChat(this WebApplication app)
    {
        ChatApi.Map(app);
        app.Services.GetRequiredService<ReadMarks>(); // counts from the start, not from the first page
        app.UseMiddleware<PageHeaders>();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapGet("/chat/files/{id}/{name}", Downloads.SendAsync);
        app.MapGet("/chat/pictures/{id}", Downloads.ShowAsync);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
