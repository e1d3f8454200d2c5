using System.Text.Json;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.Rendering;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Intake;

/// <summary>What must be answered before the acknowledgement: opening a form, and what is wrong with a submitted one.</summary>
/// <remarks>The one exception to "store, acknowledge, work", and bounded: what does not succeed in time is stored like everything else, and deciding it tells the person what to do.</remarks>
internal sealed class FormAtOnce(Interactions interactions, SlackApi api, TimeProvider time, ILogger<FormAtOnce> log)
{
    /// <summary>Leaves of Slack's three seconds what storing and the way back may take (docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response).</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.2);

    /// <summary>True when a form stands open now; then there is nothing to store.</summary>
    public async Task<bool> OpenAsync(JsonElement payload, ChatEvent said, CancellationToken ct) =>
        payload.Filled("trigger_id") is { } trigger && await WithinLimitAsync(async limited =>
        {
            if (await interactions.FormForAsync(said, limited) is not { } form) return false;
            return await OpenAsync(trigger, SlackModal.Of(form, new(said.Place)), limited);
        }, ct);

    /// <summary>What is wrong, a sentence by field; empty when the submission is to be stored.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FaultsAsync(FormSubmitted submitted, CancellationToken ct) =>
        await WithinLimitAsync(limited => interactions.CheckAsync(submitted, limited), ct) ?? new Dictionary<string, string>();

    private async Task<bool> OpenAsync(string trigger, System.Text.Json.Nodes.JsonNode view, CancellationToken ct)
    {
        try
        {
            await api.CallAsync("views.open", new() { ["trigger_id"] = trigger, ["view"] = view }, ct);
            return true;
        }
        catch (SlackApiException used) when (used.Error is "exchanged_trigger_id" or "trigger_exchanged")
        {
            return true; // an earlier delivery of the same opened it
        }
    }

    private async Task<T?> WithinLimitAsync<T>(Func<CancellationToken, Task<T>> answer, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await answer(limited.Token);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(failure, "A form could not be answered at once; it is stored and decided later");
            return default;
        }
    }
}
