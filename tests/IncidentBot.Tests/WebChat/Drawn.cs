using IncidentBot.Core.Chat;
using IncidentBot.WebChat;
using IncidentBot.WebChat.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using MudBlazor.Services;
using static IncidentBot.Tests.WebChat.WebChatUnderTest;

namespace IncidentBot.Tests.WebChat;

/// <summary>Draws cards, texts and fields to HTML, as Ana in Lisbon sees them.</summary>
public sealed class Drawn : IAsyncDisposable
{
    private readonly WebChatUnderTest _chat;
    private readonly ServiceProvider _services;
    private readonly HtmlRenderer _renderer;

    private Drawn(WebChatUnderTest chat)
    {
        _chat = chat;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(chat.Workspace).AddSingleton(chat.Feed).AddSingleton(chat.Store).AddSingleton<TimeProvider>(chat.Time)
            .AddSingleton<ReadMarks>().AddSingleton<ChatSession>()
            .AddSingleton<IJSRuntime, NoScripts>().AddSingleton<NavigationManager, NoNavigation>()
            .AddMudServices().BuildServiceProvider();
        _renderer = new(_services, NullLoggerFactory.Instance);
    }

    public static async Task<Drawn> OpenAsync()
    {
        var drawn = new Drawn(await WebChatUnderTest.OpenAsync());
        await drawn._services.GetRequiredService<ChatSession>().ShowAsync(drawn._chat["ana"], "general", null, Ct);
        return drawn;
    }

    public Task<string> CardAsync(params CardBlock[] blocks) => DrawAsync<CardView>(new() { ["Card"] = new Card("", blocks) });

    public Task<string> TextAsync(RichText text) => DrawAsync<RichTextView>(new() { ["Text"] = text });

    public Task<string> SaidAsync(string text) => DrawAsync<SaidText>(new() { ["Text"] = text });

    public Task<string> FieldAsync(FormField field, string? wrong = null) => DrawAsync<FieldView>(new() { ["Field"] = field, ["Value"] = field.Initial ?? "", ["Wrong"] = wrong });

    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        await _services.DisposeAsync();
        await _chat.DisposeAsync();
    }

    private Task<string> DrawAsync<T>(Dictionary<string, object?> parameters) where T : IComponent => _renderer.Dispatcher.InvokeAsync(async () =>
        (await _renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());

    private sealed class NoScripts : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }

    private sealed class NoNavigation : NavigationManager
    {
        public NoNavigation() => Initialize("http://localhost/", "http://localhost/");
    }
}
