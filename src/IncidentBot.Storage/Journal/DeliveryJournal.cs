using System.Globalization;
using IncidentBot.Core.Bot;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Storage.Journal;

/// <summary>Where a delivery stands in the journal.</summary>
internal sealed record JournalPlace(JournalSegment Segment, long At, int Bytes);

/// <summary>Deliveries on disk before anybody works on them: appended by one thread, one sync for all that wait.</summary>
/// <remarks>A segment lives until all its deliveries are settled. Every start begins a new one, so nothing is ever appended behind a torn end.</remarks>
internal sealed class DeliveryJournal : IDisposable
{
    public const long SegmentBytes = 4 * 1024 * 1024; // small, so that a start after a crash has little to read
    private const long MostQueuedBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan SegmentAge = TimeSpan.FromDays(1);
    private static readonly TimeSpan Probing = TimeSpan.FromSeconds(1);

    private readonly string _directory;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly object _lock = new();
    private readonly List<JournalSegment> _segments = [];
    private readonly Thread _writer;
    private readonly Queue<JournalAppend> _queue = [];
    private long _queuedBytes;
    private long _nextNumber = 1;
    private JournalSegment? _active;
    private bool _closing;
    private volatile string? _fault;

    /// <param name="found">Told of every delivery that earlier runs left, oldest first.</param>
    public DeliveryJournal(string directory, TimeProvider time, ILogger log, Action<JournalPlace, Delivery> found)
    {
        _directory = directory;
        _time = time;
        _log = log;
        Directory.CreateDirectory(directory);
        foreach (var path in Directory.GetFiles(directory, "*" + JournalSegment.Extension).Order(StringComparer.Ordinal)) Open(path, found);
        _writer = new(Run) { IsBackground = true, Name = "journal write" };
        _writer.Start();
    }

    /// <summary>What is wrong; null while appends work.</summary>
    public string? Fault => _fault;

    /// <summary>When the oldest segment was begun; null when there is none.</summary>
    public DateTimeOffset? Since
    {
        get { lock (_lock) return _segments.Count == 0 ? null : _segments[0].CreatedAt; }
    }

    /// <summary>Queues a frame. <see cref="JournalAppend.Appended"/> runs on the journal's thread, in the order of these calls.</summary>
    /// <exception cref="StoreUnavailableException">Too much waits for the disk already.</exception>
    public void Append(JournalAppend append)
    {
        lock (_lock)
        {
            if (_closing) throw new StoreUnavailableException("The journal is closed.");
            if (_queuedBytes + append.Frame.Length > MostQueuedBytes) throw new StoreUnavailableException("Too much waits for the disk; try again.");
            _queue.Enqueue(append);
            _queuedBytes += append.Frame.Length;
            Monitor.Pulse(_lock);
        }
    }

    public Delivery Read(JournalPlace place) => JournalFrame.Read(place.Segment.Read(place.At, place.Bytes));

    /// <summary>A delivery needs no more work; a full segment goes with its last one.</summary>
    public void Settle(JournalPlace place)
    {
        lock (_lock)
            if (--place.Segment.Unsettled > 0) return;
        RetireSettled();
    }

    /// <summary>Removes the segments, save the one that is appended to, whose deliveries are all settled.</summary>
    public void RetireSettled()
    {
        List<JournalSegment> settled;
        lock (_lock)
        {
            settled = _segments.FindAll(segment => segment != _active && segment.Unsettled == 0);
            _segments.RemoveAll(settled.Contains);
        }
        foreach (var segment in settled) Retire(segment); // not under the lock: a file system may take its time, and acknowledgements wait for the lock
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closing = true;
            Monitor.Pulse(_lock);
        }
        _writer.Join();
        _active = null;
        RetireSettled();
        foreach (var segment in _segments) segment.Dispose();
    }

    private void Open(string path, Action<JournalPlace, Delivery> found)
    {
        if (!long.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return; // not ours
        _nextNumber = number + 1;
        var segment = JournalSegment.Open(path, (segment, at, content) =>
        {
            segment.Unsettled++;
            found(new(segment, at, content.Length + JournalFrame.HeaderBytes), JournalFrame.Read(content));
        });
        if (segment is null) return;
        _segments.Add(segment);
        if (segment.Damaged) _log.LogError("Journal segment {Path} is damaged: what could be read is worked on, and the file is kept", path);
    }

    private void Run()
    {
        while (Take() is { } batch)
        {
            try
            {
                Write(batch);
                if (_fault is not null) _log.LogInformation("The journal in {Directory} works again", _directory);
                _fault = null;
            }
            catch (Exception failure)
            {
                if (_fault is null) _log.LogError(failure, "The journal in {Directory} cannot be written", _directory);
                _fault = failure.Message;
                foreach (var append in batch) append.Failed(new StoreUnavailableException($"The journal cannot be written now: {failure.Message}", failure));
            }
        }
    }

    /// <summary>What waits, up to a segment's worth; nothing, after a second, while the journal is broken; null when it closes.</summary>
    private List<JournalAppend>? Take()
    {
        lock (_lock)
        {
            while (_queue.Count == 0 && !_closing)
                if (!Monitor.Wait(_lock, _fault is null ? Timeout.InfiniteTimeSpan : Probing)) break;
            if (_queue.Count == 0 && _closing) return null;
            var batch = new List<JournalAppend>(_queue.Count);
            for (var bytes = 0L; bytes < SegmentBytes && _queue.TryDequeue(out var append); bytes += append.Frame.Length)
            {
                batch.Add(append);
                _queuedBytes -= append.Frame.Length;
            }
            return batch;
        }
    }

    private void Write(List<JournalAppend> batch)
    {
        var segment = Segment();
        if (batch.Count == 0) // only to see whether it works again
        {
            segment.Probe();
            return;
        }
        lock (_lock) segment.Unsettled += batch.Count;
        long at;
        try
        {
            at = segment.Append([.. batch.Select(append => (ReadOnlyMemory<byte>)append.Frame)]);
        }
        catch
        {
            lock (_lock) segment.Unsettled -= batch.Count;
            throw;
        }
        foreach (var append in batch)
        {
            append.Appended(new(segment, at, append.Frame.Length));
            at += append.Frame.Length;
        }
    }

    /// <summary>The segment to append to; a new one when there is none yet or it is full or a day old.</summary>
    private JournalSegment Segment()
    {
        var now = _time.GetUtcNow();
        if (_active is { } active && active.Length < SegmentBytes && now - active.CreatedAt < SegmentAge) return active;
        var next = JournalSegment.Create(_directory, _nextNumber, now);
        _nextNumber++;
        lock (_lock)
        {
            _segments.Add(next);
            _active = next;
        }
        RetireSettled();
        return next;
    }

    private void Retire(JournalSegment segment)
    {
        try
        {
            segment.Retire();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _log.LogWarning(failure, "The settled journal segment {Path} could not be removed; the next start does it", segment.Path);
        }
    }
}

/// <param name="Appended">It is durable.</param>
internal sealed record JournalAppend(byte[] Frame, Action<JournalPlace> Appended, Action<Exception> Failed);
