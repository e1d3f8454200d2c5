using IncidentBot.Settings;
using IncidentBot.Teams;
using IncidentBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace IncidentBot.Tests.Settings;

public sealed class TeamsSettingsTests
{
    private const string Id = "11111111-2222-4333-8444-555555555555";
    private const string OwnTenant = "72f988bf-0000-4000-8000-2d7cd011db47";

    private static readonly (string, string?) App = ("Teams:AppId", Id);
    private static readonly (string, string?) Tenant = ("Teams:TenantId", OwnTenant);
    private static readonly (string, string?) Secret = ("Teams:ClientSecret", "test-secret");
    private static readonly (string, string?) Anonymous = ("Teams:AllowAnonymous", "true");

    [Fact]
    public void An_app_its_tenant_and_its_secret_are_enough()
    {
        var teams = Fine(App, Tenant, Secret);
        Assert.Equal((Id, OwnTenant, "test-secret", TeamsAppType.SingleTenant, false), (teams.AppId, teams.TenantId, teams.ClientSecret, teams.AppType, teams.AllowAnonymous));
        Assert.Equal(new TeamsOptions { AppId = Id, TenantId = OwnTenant, ClientSecret = "test-secret", AllowedTenants = teams.AllowedTenants }, teams);
    }

    [Fact]
    public void Without_Teams_there_is_none() => Assert.Null(Read().Settings.Teams);

    [Fact]
    public void The_browser_chat_is_off_beside_Teams_unless_it_is_asked_for()
    {
        Assert.False(Read(App, Tenant, Secret).Settings.WebChat);
        Assert.True(Read(App, Tenant, Secret, ("WebChat:Enabled", "true")).Settings.WebChat);
        Assert.Contains("set up Slack or Teams", Assert.Single(Read(("WebChat:Enabled", "false")).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_known_in_any_case() => Assert.Equal(Id, Fine(("Teams:AppId", Id.ToUpperInvariant()), Tenant, Secret).AppId);

    [Fact]
    public void A_bot_for_many_tenants_needs_none_of_its_own() => Assert.Null(Fine(App, Secret, ("Teams:AppType", "multitenant")).TenantId);

    [Fact]
    public void A_managed_identity_needs_no_secret() => Assert.Equal(TeamsAppType.UserAssignedMsi, Fine(App, Tenant, ("Teams:AppType", "UserAssignedMSI")).AppType);

    [Fact]
    public void A_certificate_may_stand_for_the_secret()
    {
        using var folder = new TemporaryFolder();
        var teams = Fine(App, Tenant, ("Teams:CertificatePath", folder.Write("bot.pem", "")), ("Teams:CertificatePassword", "test-secret"));
        Assert.Equal("test-secret", teams.CertificatePassword);
    }

    [Fact]
    public void A_trial_without_tokens_needs_nothing_else()
    {
        Assert.Equal((true, ""), (Fine(Anonymous).AllowAnonymous, Fine(Anonymous).AppId));
        Assert.Equal(Id, Fine(Anonymous, App, Tenant).AppId);
    }

    [Theory]
    [InlineData("Teams:AppId", "incidentbot", "is no GUID")]
    [InlineData("Teams:AppId", "{11111111-2222-4333-8444-555555555555}", "is no GUID")]
    [InlineData("Teams:AppId", "28:11111111-2222-4333-8444-555555555555", "is no GUID")]
    [InlineData("Teams:AppId", "", "is empty")]
    [InlineData("Teams:TenantId", "contoso.example", "\"Directory (tenant) ID\"")]
    [InlineData("Teams:TenantId", " ", "is empty")]
    [InlineData("Teams:ClientSecret", "", "is empty")]
    [InlineData("Teams:ClientSecret", "test secret", "a space")]
    [InlineData("Teams:ClientSecret", "\"test-secret\"", "quotation mark")]
    [InlineData("Teams:ClientSecret", "test\nsecret", "a space")]
    [InlineData("Teams:ClientSecret", "33333333-2222-4333-8444-555555555555", "\"Secret ID\"")]
    public void A_wrong_value_is_a_fault_that_does_not_repeat_it(string key, string value, string sentence)
    {
        var (_, faults) = Read([.. new[] { App, Tenant, Secret }.Where(pair => pair.Item1 != key), (key, value)]);
        var fault = Assert.Single(faults);
        Assert.StartsWith(key + " ", fault, StringComparison.Ordinal);
        Assert.Contains(sentence, fault, StringComparison.Ordinal);
        if (value.Trim().Length > 0) Assert.DoesNotContain(value, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void An_app_without_a_secret_is_a_fault() => Assert.Contains("neither Teams:ClientSecret nor Teams:CertificatePath", Fault(App, Tenant), StringComparison.Ordinal);

    [Fact]
    public void An_app_without_its_tenant_is_a_fault() => Assert.StartsWith("Teams:AppId is set, but not Teams:TenantId.", Fault(App, Secret), StringComparison.Ordinal);

    [Fact]
    public void A_managed_identity_without_its_tenant_is_a_fault() => Assert.Contains("but not Teams:TenantId", Fault(App, ("Teams:AppType", "UserAssignedMsi")), StringComparison.Ordinal);

    [Fact]
    public void A_secret_and_a_certificate_are_one_too_many()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("are both set", Fault(App, Tenant, Secret, ("Teams:CertificatePath", folder.Write("bot.pem", ""))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_managed_identity_with_a_secret_is_a_fault() => Assert.Contains("has no secrets", Fault(App, Tenant, Secret, ("Teams:AppType", "UserAssignedMsi")), StringComparison.Ordinal);

    [Fact]
    public void A_trial_without_tokens_has_no_secret() => Assert.Contains("Leave out one of the two", Fault(Anonymous, App, Tenant, Secret), StringComparison.Ordinal);

    [Theory]
    [InlineData("Teams:TenantId", OwnTenant)]
    [InlineData("Teams:ClientSecret", "test-secret")]
    [InlineData("Teams:AllowedTenants", OwnTenant)]
    [InlineData("Teams:PublicUrl", "https://bot.example/")]
    public void What_belongs_to_an_app_is_a_fault_without_it(string key, string value) => Assert.StartsWith($"{key} is set, but not Teams:AppId.", Fault((key, value)), StringComparison.Ordinal);

    [Fact]
    public void A_certificate_that_is_not_there_is_a_fault() => Assert.StartsWith("Teams:CertificatePath names no file", Fault(App, Tenant, ("Teams:CertificatePath", "/nowhere/bot.pem")), StringComparison.Ordinal);

    [Fact]
    public void A_password_without_its_certificate_is_a_fault() => Assert.StartsWith("Teams:CertificatePassword is set, but not", Fault(App, Tenant, Secret, ("Teams:CertificatePassword", "test-secret")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Teams:AppType", "1")]
    [InlineData("Teams:AppType", "Tenant")]
    [InlineData("Teams:AllowAnonymous", "yes")]
    [InlineData("Teams:AllowedTenants", "contoso.example")]
    [InlineData("Teams:ServiceHosts", "")]
    [InlineData("Teams:ServiceHosts", "https://smba.trafficmanager.net")]
    [InlineData("Teams:ServiceHosts", "smba.trafficmanager.net/teams")]
    [InlineData("Teams:ServiceHosts", "user@smba.trafficmanager.net")]
    [InlineData("Teams:ServiceHosts", "*")]
    [InlineData("Teams:PublicUrl", "http://bot.example/")]
    [InlineData("Teams:PublicUrl", "bot.example")]
    [InlineData("Teams:LoginUrl", "http://login.example/")]
    [InlineData("Teams:LoginUrl", "https://user:password@login.example/")]
    [InlineData("Teams:GraphUrl", "http://127.0.0.1.evil.example/")]
    [InlineData("Teams:MetadataUrl", "http://login.example/keys")]
    [InlineData("Teams:MetadataUrl", "ftp://login.example/keys")]
    [InlineData("Teams:BotScope", "https://api.botframework.com/.default")]
    [InlineData("Teams:BotScope", "api")]
    [InlineData("Teams:Issuer", "")]
    public void What_a_key_does_not_allow_is_a_fault(string key, string value) => Assert.StartsWith(key + " ", Fault(App, Tenant, Secret, (key, value)), StringComparison.Ordinal);

    [Fact]
    public void Another_cloud_is_a_matter_of_settings()
    {
        var teams = Fine(
            App, Tenant, Secret,
            ("Teams:LoginUrl", "https://login.microsoftonline.us"), ("Teams:GraphUrl", "https://graph.microsoft.us"),
            ("Teams:MetadataUrl", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration"), ("Teams:Issuer", "https://api.botframework.us"), ("Teams:BotScope", "https://api.botframework.us"));
        Assert.Equal(new Uri("https://login.microsoftonline.us/"), teams.LoginUrl);
        Assert.Equal(new Uri("https://graph.microsoft.us/"), teams.GraphUrl);
        Assert.Equal(new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"), teams.MetadataUrl);
        Assert.Equal(("https://api.botframework.us", "https://api.botframework.us"), (teams.Issuer, teams.BotScope));
    }

    [Fact]
    public void Lists_have_commas()
    {
        var teams = Fine(App, Tenant, Secret, ("Teams:AllowedTenants", $"{OwnTenant}, {Id},"), ("Teams:ServiceHosts", "smba.trafficmanager.net,localhost:4711"));
        Assert.Equal([OwnTenant, Id], teams.AllowedTenants);
        Assert.Equal(["smba.trafficmanager.net", "localhost:4711"], teams.ServiceHosts);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(5, Read(("Teams:AppId", "app"), ("Teams:TenantId", ""), ("Teams:ClientSecret", ""), ("Teams:LoginUrl", "x"), ("Teams:Tokn", "x")).Faults.Count);

    [Fact]
    public void Secrets_are_not_in_what_the_settings_say_of_themselves() =>
        Assert.DoesNotContain("test-secret", Read(App, Tenant, Secret).Settings.ToString(), StringComparison.Ordinal);

    private static string Fault(params (string Key, string? Value)[] values) => Assert.Single(Read(values).Faults);

    private static TeamsOptions Fine(params (string Key, string? Value)[] values)
    {
        var (settings, faults) = Read(values);
        Assert.Empty(faults);
        return settings.Teams!;
    }

    private static (ProgramSettings Settings, IReadOnlyList<string> Faults) Read(params (string Key, string? Value)[] values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, value.Value))).Build());
        return (reader.Read(), reader.Faults);
    }
}
