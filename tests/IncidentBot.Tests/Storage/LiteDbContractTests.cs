namespace IncidentBot.Tests.Storage;

public sealed class LiteDbStoreTests() : StoreContract(new LiteDbUnderTest());

public sealed class LiteDbInboxTests() : InboxContract(new LiteDbUnderTest());

public sealed class LiteDbOutboxTests() : OutboxContract(new LiteDbUnderTest());

public sealed class LiteDbWebChatStoreTests() : WebChatStoreContract(new LiteDbUnderTest());
