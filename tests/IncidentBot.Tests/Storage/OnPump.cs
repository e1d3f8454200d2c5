namespace IncidentBot.Tests.Storage;

/// <summary>A store that is opened and called on a pump thread only.</summary>
public sealed class OnPump(IStorageUnderTest made, PumpThread pump) : IStorageUnderTest
{
    public async Task<OpenStorage> OpenAsync(TimeProvider time)
    {
        var open = await Task.Factory.StartNew(() => made.OpenAsync(time), default, TaskCreationOptions.None, pump.Scheduler).Unwrap();
        return open with { Store = On(open.Store), Inbox = On(open.Inbox), Outbox = On(open.Outbox), WebChat = On(open.WebChat), AdapterRecords = On(open.AdapterRecords) };
    }

    public void Dispose()
    {
        made.Dispose();
        pump.Dispose();
    }

    private T On<T>(T port) where T : class => PortOn.Of(port, pump.Scheduler);
}
