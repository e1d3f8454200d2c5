using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Http;
using IncidentBot.Slack.Api;
using IncidentBot.Slack.Events;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Rendering;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Intake;

/// <summary>What must be answered before the acknowledgement: opening a form, and what is wrong with a submitted one.</summary>
/// <remarks>The one exception to "store, acknowledge, work", and bounded: what does not succeed in time is stored like everything else, and deciding it tells the person what to do.</remarks>
internal sealed class FormAtOnce(Interactions interactions, SlackApi api, SlackPeople people, SlackBot bot, TimeProvider time, ILogger<FormAtOnce> log)
{
    /// <summary>Leaves of Slack's three seconds what storing and the way back may take (docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response).</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.2);

    private static readonly TimeSpan LimitOfNames = TimeSpan.FromSeconds(0.8);

    /// <summary>True when a form stands open now; then there is nothing to store.</summary>
    public async Task<bool> OpenAsync(JsonElement payload, ChatEvent said, CancellationToken ct) =>
        payload.Filled("trigger_id") is { } trigger && await WithinAsync(Limit, async limited =>
        {
            if (await interactions.FormForAsync(said, limited) is not { } form) return false;
            if (said is MessageChosen && await NamedAsync(payload, said, limited) is { } named) form = await interactions.FormForAsync(named, limited) ?? form;
            return await OpenAsync(trigger, SlackModal.Of(form, new(said.Place, PlaceName: said.PlaceName)), limited);
        }, ct);

    /// <summary>What is wrong, a sentence by field; empty when the submission is to be stored.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FaultsAsync(FormSubmitted submitted, CancellationToken ct) =>
        await WithinAsync(Limit, limited => interactions.CheckAsync(submitted, limited), ct) ?? new Dictionary<string, string>();

    private async Task<bool> OpenAsync(string trigger, JsonNode view, CancellationToken ct)
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

    /// <summary>The form keeps who wrote the message and whom it mentions, so here names are worth asking for.</summary>
    private Task<ChatEvent?> NamedAsync(JsonElement payload, ChatEvent said, CancellationToken ct) => WithinAsync(
        LimitOfNames, async limited => (await PayloadReading.ReadAsync(payload, bot.Known, people.FindAsync, said.At, limited)) is [var named] ? named : null, ct);

    private async Task<T?> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> answer, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await answer(limited.Token);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(failure, "A form could not be answered in full at once; what is not answered is stored and decided later");
            return default;
        }
    }
}
