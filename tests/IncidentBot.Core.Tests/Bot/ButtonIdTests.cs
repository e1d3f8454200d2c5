using System.Reflection;
using System.Text.RegularExpressions;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Incidents;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

/// <summary>Buttons in old messages hold these ids for ever. Stories check every card that they see; this checks every id that is written down.</summary>
public sealed partial class ButtonIdTests
{
    public static TheoryData<string> Ids =>
    [
        .. typeof(BotTables).Assembly.GetTypes()
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(named => named.IsLiteral && named.FieldType == typeof(string))
            .Select(named => (string)named.GetRawConstantValue()!)
            .Where(text => IdForm().IsMatch(text))
            .Concat(Enum.GetValues<FactKind>().Select(IncidentActions.FactOf))
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_that_is_written_down_is_in_a_table(string id) => Assert.True(BotTables.Button(id) is not null || BotTables.Form(id) is not null);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_form_that_a_button_opens_is_in_the_table(string id)
    {
        if (BotTables.Button(id)?.OpensForm is { } form) Assert.NotNull(BotTables.Form(form));
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex IdForm();
}
