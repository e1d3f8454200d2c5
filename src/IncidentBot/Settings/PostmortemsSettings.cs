using IncidentBot.Core.Postmortems;

namespace IncidentBot.Settings;

/// <summary>Reads the section <c>Postmortems</c>.</summary>
internal sealed class PostmortemsSettings(SettingsValues values)
{
    public const string PublishChannel = "Postmortems:PublishChannel";
    public const string AllowSelfApproval = "Postmortems:AllowSelfApproval";

    public static IReadOnlyList<string> Keys { get; } = [PublishChannel, AllowSelfApproval];

    public PostmortemSettings Read() => new()
    {
        PublishChannel = values.Value(PublishChannel)?.TrimStart('#'),
        AllowSelfApproval = values.Flag(AllowSelfApproval, new PostmortemSettings().AllowSelfApproval),
    };
}
