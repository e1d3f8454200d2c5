using IncidentBot.Core.Chat;
using IncidentBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IncidentBot.Tests.WebChat;

/// <summary>Where the bot speaks of its own accord.</summary>
public sealed class HomeTests : IDisposable
{
    private static readonly string[] Teams = ["--Teams:AppId", "00000000-0000-0000-0000-000000000001", "--Teams:TenantId", "00000000-0000-0000-0000-000000000002", "--Teams:ClientSecret", "test-secret"];
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_browser_chat_alone_is_it() => Assert.Equal("local", await HomeOf());

    [Fact]
    public async Task Beside_another_chat_the_browser_chat_never_is_it() => Assert.Null(await HomeOf([.. Teams, "--WebChat:Enabled", "true"]));

    public void Dispose() => _folder.Dispose();

    private async Task<string?> HomeOf(params string[] settings)
    {
        await using var app = await ProgramHost.BuildAsync(
            ["--Urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--applicationName", "IncidentBot", "--Storage:LiteDb:Path", Path.Combine(_folder.FullPath, "incidentbot.db"), "--Logging:Console:LogLevel:Default", "None", .. settings],
            TimeProvider.System, _ => { });
        return app.Services.GetRequiredService<Chats>().Home;
    }
}
