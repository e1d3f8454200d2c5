using System.Collections.Concurrent;

namespace IncidentBot.Teams.Tokens;

/// <summary>The tokens that the bot shows to the Connector and to Microsoft Graph, kept until shortly before they expire.</summary>
/// <remarks>However many ask at a time, each token is asked for once. Never logged.</remarks>
internal sealed class BotTokens(TeamsOptions options, ITokenIssuer issuer, TimeProvider time)
{
    private const string Default = "/.default";

    private readonly ConcurrentDictionary<(string Scope, string? Tenant), IssuedToken> _known = [];
    private readonly ConcurrentDictionary<(string Scope, string? Tenant), Lazy<Task<IssuedToken>>> _asking = [];
    private readonly ConcurrentDictionary<(string Scope, string? Tenant), Rest> _resting = [];
    private volatile string? _fault;

    /// <summary>Why the bot gets no token, in a sentence for an operator; null when all is well.</summary>
    public string? Fault => _fault;

    /// <param name="scope">The resource, such as <see cref="TeamsOptions.BotScope"/>; with or without <c>/.default</c>.</param>
    /// <returns>Null: there are no tokens, as in trials on this machine.</returns>
    /// <exception cref="TokenException">None is given now.</exception>
    public ValueTask<string?> ForAsync(string scope, CancellationToken ct) => ForAsync(scope, null, ct);

    /// <param name="tenant">The tenant that is asked for it, for what belongs to a customer's; null: where the bot is registered.</param>
    /// <inheritdoc cref="ForAsync(string, CancellationToken)" />
    public async ValueTask<string?> ForAsync(string scope, string? tenant, CancellationToken ct)
    {
        if (options.AllowAnonymous) return null;
        var key = KeyOf(scope, tenant);
        if (_known.TryGetValue(key, out var known) && known.IsFresh(time)) return known.Token;
        try
        {
            return (await AskOnceAsync(key).WaitAsync(ct)).Token;
        }
        catch (TokenException) when (known?.IsValid(time) is true)
        {
            return known.Token;
        }
    }

    /// <summary>The service did not accept a token: the next is a new one, unless it is new already.</summary>
    public void Forget(string scope, string refused, string? tenant = null)
    {
        var key = KeyOf(scope, tenant);
        if (_known.TryGetValue(key, out var known) && known.Token == refused) _known.TryRemove(KeyValuePair.Create(key, known));
    }

    private static (string Scope, string? Tenant) KeyOf(string scope, string? tenant) => (scope.EndsWith(Default, StringComparison.Ordinal) ? scope[..^Default.Length] : scope, tenant);

    private Task<IssuedToken> AskOnceAsync((string Scope, string? Tenant) key) => _asking.GetOrAdd(key, _ => new(() => AskAsync(key))).Value;

    private async Task<IssuedToken> AskAsync((string Scope, string? Tenant) key)
    {
        try
        {
            if (_resting.TryGetValue(key, out var rest) && rest.Wait - time.GetElapsedTime(rest.Since) is { Ticks: > 0 } left)
                throw new TokenException(rest.Why.Message, rest.Why.Lasting, left, rest.Why);
            var issued = await issuer.IssueAsync(key.Scope, key.Tenant, CancellationToken.None);
            _fault = null;
            _resting.TryRemove(key, out _);
            return _known[key] = issued;
        }
        catch (TokenException failed)
        {
            if (failed.Lasting || failed.RetryAfter is null) _fault = failed.Message;
            if (failed is { RetryAfter: { } wait, InnerException: not TokenException }) _resting[key] = new(failed, wait, time.GetTimestamp());
            throw;
        }
        finally
        {
            _asking.TryRemove(key, out _);
        }
    }

    private sealed record Rest(TokenException Why, TimeSpan Wait, long Since);
}
