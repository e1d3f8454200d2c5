namespace IncidentBot.Storage;

/// <summary>The store cannot be used at all. The message is a sentence for the person who started the program.</summary>
public class StoreNotOpenedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another running process owns the data.</summary>
public sealed class StoreInUseException(string path, Exception inner)
    : StoreNotOpenedException($"The data in {path} is in use by another running IncidentBot. Stop that one first, or give this one its own Storage:LiteDb:Path.", inner);

/// <summary>The data was written in a format that this version does not know.</summary>
public sealed class UnknownStoreFormatException(string path, string found, string known)
    : StoreNotOpenedException($"The data in {path} has format {found}, and this version of IncidentBot knows format {known} only. Start the version that wrote it, or restore a backup.");
