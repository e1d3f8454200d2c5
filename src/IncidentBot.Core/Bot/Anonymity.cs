using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Bot;

/// <summary>Takes out of a submission who sent it and when, before the first byte of it is stored. What remains goes the way of every delivery.</summary>
/// <remarks>In place of the person it leaves a mark by which a second answer is known. It is made with a secret that only the memory of this process holds:
/// on the disk nothing can turn it back into a person, and after a restart the same person has another mark.</remarks>
public sealed class Anonymity
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>As it may be stored; any other submission as it is.</summary>
    public FormSubmitted Of(FormSubmitted submitted) => BotTables.Form(submitted.Form) is { Anonymous: true } && !IsAnonymous(submitted)
        ? submitted with { At = WeekOf(submitted.At), By = Nobody(submitted.By.Ref.Workspace), PlaceName = null, People = new Dictionary<string, Person>(), Context = $"{submitted.Context}|{MarkOf(submitted)}" }
        : submitted;

    /// <summary>The delivery of what an adapter was told: of an anonymous form what remains of it, else the body as it came.</summary>
    public Delivery DeliveryOf(Delivery asItCame, IReadOnlyList<ChatEvent>? told) => told is [FormSubmitted submitted] && Of(submitted) is var kept && IsAnonymous(kept)
        ? new(asItCame.Id, Translators.Own, kept.Place.Channel.ToString(), BotJson.Write<ChatEvent>(kept), kept.At)
        : asItCame;

    /// <summary>Nobody can be told anything in answer to it.</summary>
    public static bool IsAnonymous(ChatEvent said) => said.By == Nobody(said.By.Ref.Workspace);

    /// <summary>The Monday on which the ISO week of a time begins.</summary>
    public static DateTimeOffset WeekOf(DateTimeOffset at)
    {
        var day = at.UtcDateTime.Date;
        return new(ISOWeek.ToDateTime(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day), DayOfWeek.Monday), TimeSpan.Zero);
    }

    private static Person Nobody(string workspace) => new(new(workspace, ""), "");

    private string MarkOf(FormSubmitted submitted) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{submitted.Form}\n{submitted.Context}\n{submitted.By.Ref}")));
}
