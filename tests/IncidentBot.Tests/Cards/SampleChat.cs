using IncidentBot.Core.Chat;
using IncidentBot.Slack;
using IncidentBot.Teams;

namespace IncidentBot.Tests.Cards;

/// <summary>Where the sample cards are shown.</summary>
/// <param name="Nasty">All that could be taken for markup there, and what no text should hold.</param>
public sealed record SampleChat(string Prefix, string Nasty, Func<string, Place> Place, Func<string, PersonRef> Person)
{
    private const string NastyAnywhere = " https://x.test/a_b?c=<d>&e=*f* 👩‍👩‍👧‍👦 e\u0301 שלום عربى \0 \ud83d > quote\n> and a line\r\n";
    private const string Tenant = "11111111-2222-4333-8444-555555555555";

    public static readonly SampleChat Slack = new(
        "/incident",
        "*b* _i_ ~s~ `c` ``` <!channel> <@U0666> <#C0666|x> @here #general &amp; <https://x.test|y>" + NastyAnywhere,
        channel => SlackIds.Place(Sample.Team, channel),
        id => SlackIds.Person(Sample.Team, id));

    public static readonly SampleChat Teams = new(
        "@IncidentBot",
        "**b** *i* _i_ ~~s~~ `c` ``` {{DATE(2026-01-01T00:00:00Z, SHORT)}} {{TIME(2026-01-01T00:00:00Z)}} <at>Ana</at> <AT id=\"0\">x</AT> ${x} &lt;b&gt; <b>html</b> [y](https://x.test) ![z](https://x.test/p.png) [r]: https://x.test \\* <at>Person 1</at> # h\n# h\n- l\n1. n\n    four\n===\n" + NastyAnywhere,
        channel => TeamsIds.Place(Tenant, "channel", $"19:{channel}@thread.tacv2;messageid=1763820000000"),
        id => TeamsIds.Person(Tenant, $"00000000-0000-4000-8000-{Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(id)).PadLeft(12, '0')}"));
}
