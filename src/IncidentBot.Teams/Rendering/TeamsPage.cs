using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Rendering;

/// <summary>The pieces of a card that stand in one message.</summary>
/// <param name="room">How long they may be together.</param>
internal sealed class TeamsPage(int room)
{
    private readonly List<TeamsElement> _elements = [];

    public bool IsEmpty => _elements.Count == 0;

    public bool HasTable => _elements.Exists(element => element.Table is not null);

    private int Length { get; set; }

    /// <summary>True when the pieces fit too.</summary>
    public bool Fits(params IEnumerable<TeamsElement> more) => Length + more.Aggregate((Length: 0, Last: _elements.LastOrDefault()), (sum, element) => (sum.Length + Taken(element, sum.Last), element)).Length <= room;

    public void Add(TeamsElement element)
    {
        Length += Taken(element, _elements.LastOrDefault());
        _elements.Add(element);
    }

    /// <summary>The body of a card; rows that follow each other are a table again.</summary>
    public JsonArray Body()
    {
        var body = new JsonArray();
        for (var i = 0; i < _elements.Count;)
        {
            if (_elements[i].Table is not { } table)
            {
                body.Add(_elements[i++].Json.DeepClone());
                continue;
            }
            var rows = _elements.Skip(i).TakeWhile(element => element.Table == table).ToList();
            body.Add((JsonNode)table.With(rows.Select(row => (JsonObject)row.Json.DeepClone())));
            i += rows.Count;
        }
        return body;
    }

    private static int Taken(TeamsElement element, TeamsElement? last) => element.Length + (element.Table is { } table && last?.Table != table ? table.HeadLength : 0);
}
