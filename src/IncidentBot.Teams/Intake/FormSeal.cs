using System.Security.Cryptography;
using System.Text;
using IncidentBot.Core.Bot;
using IncidentBot.Core.Chat;
using IncidentBot.Teams.Rendering;

namespace IncidentBot.Teams.Intake;

/// <summary>Seals what a dialog is about. It comes back from the person's client, which could have changed it, for example to put words into somebody's mouth.</summary>
/// <remarks>The key is kept with the adapter's records, so that a dialog that stands open outlives a restart.</remarks>
internal sealed class FormSeal(IAdapterRecords records) : IDisposable
{
    private const string Record = "form-key";
    private const int KeyBytes = 32;

    private readonly SemaphoreSlim _making = new(1);
    private volatile byte[]? _key;

    /// <summary>The origin of a form that is opened now.</summary>
    /// <exception cref="StoreUnavailableException">There is no key, and none can be kept.</exception>
    public async ValueTask<FormOrigin> OfAsync(Form form, Place place, CancellationToken ct)
    {
        var origin = new FormOrigin(place, form.Context) { Id = Guid.NewGuid().ToString("N") };
        return origin with { Seal = Of(form.Key, origin, await KeyAsync(ct)) };
    }

    public async ValueTask<bool> IsOursAsync(SubmittedForm form, CancellationToken ct)
    {
        var ours = Of(form.Form, form.Origin with { Seal = null }, await KeyAsync(ct));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form.Origin.Seal ?? ""), Encoding.UTF8.GetBytes(ours));
    }

    public void Dispose() => _making.Dispose();

    private static string Of(string form, FormOrigin origin, byte[] key) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{form}\n{origin.Write().ToJsonString()}")));

    private async ValueTask<byte[]> KeyAsync(CancellationToken ct)
    {
        if (_key is { } known) return known;
        await _making.WaitAsync(ct);
        try
        {
            if (_key is { } made) return made;
            var kept = await records.ReadAsync<byte[]>(Record, ct);
            var key = kept ?? RandomNumberGenerator.GetBytes(KeyBytes);
            if (kept is null) await records.WriteAsync(Record, key, ct);
            return _key = key;
        }
        finally
        {
            _making.Release();
        }
    }
}
