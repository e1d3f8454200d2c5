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
            : FileCards.Text(comment, fileName, content);
        await messages.PostAsync(to, card, key, ct);
    }
}
