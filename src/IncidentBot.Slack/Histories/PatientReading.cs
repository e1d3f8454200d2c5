using System.Text.Json;
using IncidentBot.Core.Chat;
using IncidentBot.Slack.Api;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Histories;

/// <summary>Reads page after page and waits when Slack asks to: a long history that began anew at each such wish would never be read to its end.</summary>
internal sealed class PatientReading(SlackApi api, TimeProvider time, ILogger<PatientReading> log)
{
    /// <summary>More often in a row, and it is better to come back later.</summary>
    public const int MostWaits = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    public IAsyncEnumerable<JsonElement> PagesAsync(string method, SlackArguments arguments, CancellationToken ct) =>
        SlackPages.ReadAsync(arguments, page => CallAsync(method, page, ct));

    private async Task<JsonElement> CallAsync(string method, SlackArguments arguments, CancellationToken ct)
    {
        for (var waits = 0; ; waits++)
        {
            try
            {
                return await api.CallAsync(method, arguments, ct);
            }
            catch (SlackApiException limited) when (limited.Fault is ChatFault.Temporary && limited.RetryAfter <= LongestWait && waits < MostWaits)
            {
                log.LogDebug("Reading goes on after a pause: {Reason}", limited.Message);
                await Task.Delay(limited.RetryAfter.Value, time, ct);
            }
        }
    }
}
