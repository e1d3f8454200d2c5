using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Teams.Intake;

/// <summary>What must stand in the answer to an invoke: the dialog that a button opens, and the one in which something is wrong.</summary>
/// <remarks>The one exception to "store, acknowledge, work", and bounded: what does not succeed in time is stored like everything else, and deciding it tells the person what to do.</remarks>
internal sealed class DialogAtOnce(Interactions interactions, FormSeal seal, TimeProvider time, ILogger<DialogAtOnce> log)
{
    /// <summary>People wait for it; Teams itself gives up after some 15 s. (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages)</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>Null when there is no form for it, or none in time.</summary>
    public Task<JsonObject?> OpenAsync(ChatEvent said, CancellationToken ct) => WithinAsync(
        async limited => await interactions.FormForAsync(said, limited) is { } form ? TeamsDialog.Of(form, await seal.OfAsync(form, said.Place, limited)) : null, ct);

    /// <summary>The dialog again, with what is wrong and all that was filled in; null when the submission is to be stored.</summary>
    public Task<JsonObject?> WithFaultsAsync(FormSubmitted submitted, CancellationToken ct) => WithinAsync(
        async limited => await interactions.CheckAsync(submitted, limited) is { Count: > 0 } faults && await interactions.AgainAsync(submitted, limited) is { } form
            ? TeamsDialog.Of(form, await seal.OfAsync(form, submitted.Place, limited), faults, submitted.Values)
            : null, ct);

    /// <summary>Of an anonymous form neither who sent it nor when is stored.</summary>
    public Delivery AsStored(Delivery delivery, IReadOnlyList<ChatEvent>? told) => interactions.Anonymity.DeliveryOf(delivery, told);

    private async Task<JsonObject?> WithinAsync(Func<CancellationToken, Task<JsonObject?>> answer, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(Limit, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await answer(limited.Token).WaitAsync(limited.Token);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(failure, "A dialog could not be answered in full at once; what is not answered is stored and decided later");
            return null;
        }
    }
}
