using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace IncidentBot.WebChat;

/// <summary>Keeps the keys that pages are protected with for as long as the program runs: open pages live no longer, and no secret lands on disk.</summary>
public sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys) return [.. _keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys) _keys.Add(element);
    }
}
