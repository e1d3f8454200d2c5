using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Masking;

namespace IncidentBot.Core.Bot;

/// <summary>A message that was chosen in its menu, as it travels in the context of the form that asks what about it.</summary>
public sealed record ChosenMessage(MessageRef Message, string? Thread, Person Author, DateTimeOffset PostedAt, string Text)
{
    /// <summary>Slack keeps 3,000 characters with a form, https://docs.slack.dev/reference/views/modal-views, of which adapters need some.</summary>
    private const int MostCharacters = 2500;

    private const int MostOfTheText = 1500;

    public static ChosenMessage Of(MessageChosen chosen) => new(chosen.Message, chosen.Place.Thread, chosen.Author, chosen.PostedAt, chosen.Text);

    /// <summary>A long text is cut until it fits; the message itself has the whole. Masked before that: half a secret is not recognised any more.</summary>
    public string ToContext()
    {
        var text = Secrets.Mask(Text).Text;
        for (var most = Math.Min(text.Length, MostOfTheText); ; most = most * 3 / 4)
        {
            var context = BotJson.Write(this with { Text = Excerpt.Of(text, most) });
            if (most == 0 || JsonSerializer.Serialize(context).Length <= MostCharacters) return context; // adapters write it into JSON of theirs
        }
    }

    /// <summary>Null when the context is none of these.</summary>
    public static ChosenMessage? Read(string context)
    {
        try
        {
            return BotJson.Read<ChosenMessage>(context);
        }
        catch (Exception foreign) when (foreign is JsonException or ArgumentException) // half a surrogate pair cannot be read at all
        {
            return null;
        }
    }
}
