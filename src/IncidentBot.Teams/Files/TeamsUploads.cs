using IncidentBot.Core.Chat;
using IncidentBot.Teams.Messages;

namespace IncidentBot.Teams.Files;

/// <summary>Offers text files as links to the program's own page: files in Teams itself would need permissions to a team's documents.</summary>
internal sealed class TeamsUploads(TeamsOptions options, KeptFiles files, TeamsMessages messages)
{
    public async Task UploadAsync(Place to, string fileName, string content, RichText comment, SayingKey key, CancellationToken ct)
    {
        var card = options.PublicUrl is { } own
            ? FileCards.Download(comment, fileName, FileEndpoint.AddressOf(own, await files.KeepAsync(key, fileName, content, ct), fileName))
            : fileName.EndsWith(".md", StringComparison.Ordinal) ? FileCards.Text(comment, fileName, content) : FileCards.Unreachable(comment, fileName);
        await messages.PostAsync(to, card, key, ct);
    }
}
