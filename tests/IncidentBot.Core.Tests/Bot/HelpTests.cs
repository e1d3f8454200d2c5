using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Tests.Support;
using Xunit;

namespace IncidentBot.Core.Tests.Bot;

public sealed class HelpTests
{
    private static readonly Command Status = new("status", "status [mitigated] [at TIME]", "Shows or moves the status.", (_, _) => Decision.Nothing)
    {
        Aliases = ["state"],
        InIncident = true,
        Examples = ["status mitigated at 14:05"],
    };

    private static Whisper Answer(string text, Situation? now = null) => Assert.IsType<Whisper>(Assert.Single(Routing.Decide(Some.Command(text), now ?? Some.Situation()).Say));

    private static string Words(string text, Situation? now = null) => CardWords.Of(Answer(text, now).Card);

    [Fact]
    public void Help_shows_every_command_with_its_usage_and_help()
    {
        var help = Words("help");
        Assert.All(BotTables.Commands, command => Assert.Contains($"• {command.Usage} – {command.Help}", help, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_is_seen_only_by_who_asked() => Assert.Equal((Some.Room, Some.Ben.Ref), Routing.Decide(Some.Command("help", Some.Ben), Some.Situation()).Say.Cast<Whisper>().Select(whisper => (whisper.To, whisper.Person)).Single());

    [Fact]
    public void Help_says_how_a_command_is_typed_here() =>
        Assert.Contains("@IncidentBot help COMMAND", Words("help", Some.Situation() with { CommandPrefix = "@IncidentBot" }), StringComparison.Ordinal);

    [Fact]
    public void Help_on_a_command_shows_its_usage_its_other_words_its_forms_and_examples() => Assert.Equal(
        """
        status
        /incident status [mitigated] [at TIME]
        Shows or moves the status.
        Also: state
        Where: in an incident's room, or anywhere with its number first, such as INC-7
        TIME: 14:05, 2:05pm, 2026-11-22 14:05, 2026-11-22T14:05Z, 10m ago or yesterday 23:50
        • /incident status mitigated at 14:05
        """, CardWords.Of(HelpCards.Of(Status, Some.Situation())));

    [Theory]
    [InlineData("help help")]
    [InlineData("help /incident help")]
    [InlineData("help HELLO")]
    public void Help_on_a_command_is_asked_by_any_of_its_words(string text) => Assert.StartsWith("help\n/incident help [COMMAND]\n", Words(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("hlep")]
    [InlineData("comands")]
    [InlineData("help hlep")]
    public void A_misspelt_help_is_answered_with_the_whole_help(string text)
    {
        var words = Words(text);
        Assert.Contains("Did you mean /incident help?", words, StringComparison.Ordinal);
        Assert.Contains("• help [COMMAND]", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_suggestion_for_a_misspelt_command_repeats_its_words() =>
        Assert.StartsWith("There is no command strat, so nothing was done. Did you mean /incident start checkout is failing sev2? /incident help lists all commands.\nstart\n", Words("strat checkout is failing sev2"), StringComparison.Ordinal);

    [Fact]
    public void A_word_that_is_like_no_command_is_answered_with_the_whole_help()
    {
        var words = Words("xyzzy");
        Assert.StartsWith("There is no command xyzzy, so nothing was done.\nWhat you can type", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_without_a_command_is_offered_as_a_declaration() =>
        Assert.Contains("To declare an incident, type /incident start xyzzy is Down.", Words("xyzzy is Down"), StringComparison.Ordinal);

    [Fact]
    public void A_sentence_without_a_command_in_an_incident_is_offered_as_a_note() =>
        Assert.Contains("To write it on the timeline, type /incident note xyzzy is back.", Words("xyzzy is back", Some.Situation(Some.Incident())), StringComparison.Ordinal);

    [Fact]
    public void Only_the_head_of_a_long_unknown_word_is_repeated() => Assert.DoesNotContain(new string('x', 50), Words(new('x', 10_000)), StringComparison.Ordinal);

    [Fact]
    public void A_command_of_an_incident_elsewhere_is_answered_with_what_to_do()
    {
        var words = HelpCards.NoIncidentHere(Status, Some.Situation()).ToPlainText();
        Assert.Equal("There is no incident here for /incident status. Name one, such as /incident status INC-7, or go to its room. To declare one: /incident start TITLE opens a room, /incident start here TITLE uses this channel.", words);
    }

    [Fact]
    public void Where_no_rooms_can_be_opened_none_is_offered() =>
        Assert.DoesNotContain("room", HelpCards.NoIncidentHere(Status, Some.Situation() with { Chat = new(RoomKind.Chat) }).ToPlainText(), StringComparison.Ordinal);

    [Fact]
    public void A_button_of_an_older_version_is_answered()
    {
        var decision = Routing.Decide(new ButtonPressed(Some.Time, Some.Ana, Some.Room, null, "incident.gone", "INC-1"), Some.Situation());
        Assert.Contains("older version", CardWords.Of(Assert.IsType<Whisper>(Assert.Single(decision.Say)).Card), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_of_an_older_version_is_answered()
    {
        var decision = Routing.Decide(new FormSubmitted(Some.Time, Some.Ana, Some.Room, "incident.gone", "", new Dictionary<string, string>()), Some.Situation());
        Assert.Contains("/incident help", CardWords.Of(Assert.IsType<Whisper>(Assert.Single(decision.Say)).Card), StringComparison.Ordinal);
    }
}
