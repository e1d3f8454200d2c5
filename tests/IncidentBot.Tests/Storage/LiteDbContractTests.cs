namespace IncidentBot.Tests.Storage;

public sealed class LiteDbStoreTests() : StoreContract(new LiteDbUnderTest());

public sealed class LiteDbStoredRecordsTests() : StoredRecordsContract(new LiteDbUnderTest());

public sealed class LiteDbErrorBudgetTests() : ErrorBudgetContract(new LiteDbUnderTest());

public sealed class LiteDbAlertTests() : AlertContract(new LiteDbUnderTest());

public sealed class LiteDbStoredTextTests() : StoredTextContract(new LiteDbUnderTest());

public sealed class LiteDbInboxTests() : InboxContract(new LiteDbUnderTest());

public sealed class LiteDbOutboxTests() : OutboxContract(new LiteDbUnderTest());

public sealed class LiteDbWebChatStoreTests() : WebChatStoreContract(new LiteDbUnderTest());

public sealed class LiteDbAdapterRecordsTests() : AdapterRecordsContract(new LiteDbUnderTest());

// LiteDB acknowledges before it has written when its caller has a SynchronizationContext or a scheduler of its own: ours must not see either.
public sealed class LiteDbStoreInSynchronizationContextTests() : StoreContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithSynchronizationContext()));

public sealed class LiteDbStoredRecordsInSynchronizationContextTests() : StoredRecordsContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithSynchronizationContext()));

public sealed class LiteDbStoredTextInSynchronizationContextTests() : StoredTextContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithSynchronizationContext()));

public sealed class LiteDbInboxInSynchronizationContextTests() : InboxContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithSynchronizationContext()));

public sealed class LiteDbOutboxInSynchronizationContextTests() : OutboxContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithSynchronizationContext()));

public sealed class LiteDbWebChatStoreInSynchronizationContextTests() : WebChatStoreContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithSynchronizationContext()));

public sealed class LiteDbAdapterRecordsInSynchronizationContextTests() : AdapterRecordsContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithSynchronizationContext()));

public sealed class LiteDbStoreOnTaskSchedulerTests() : StoreContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithTaskScheduler()));

public sealed class LiteDbStoredRecordsOnTaskSchedulerTests() : StoredRecordsContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithTaskScheduler()));

public sealed class LiteDbStoredTextOnTaskSchedulerTests() : StoredTextContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithTaskScheduler()));

public sealed class LiteDbInboxOnTaskSchedulerTests() : InboxContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithTaskScheduler()));

public sealed class LiteDbOutboxOnTaskSchedulerTests() : OutboxContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithTaskScheduler()));

public sealed class LiteDbWebChatStoreOnTaskSchedulerTests() : WebChatStoreContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithTaskScheduler()));

public sealed class LiteDbAdapterRecordsOnTaskSchedulerTests() : AdapterRecordsContract(new OnPump(new LiteDbUnderTest(), PumpThread.WithTaskScheduler()));
