using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IncidentBot.Settings.Slos;

/// <summary>A catalogue in a YAML file, read into the form that the settings have, so that one reader checks both.</summary>
internal static class SloFile
{
    private const string List = "slos";

    /// <summary>SLO, its parts, and a part's parts: nothing lies deeper.</summary>
    private const int Deepest = 3;

    /// <exception cref="SloFileException">It is no catalogue; says where and why.</exception>
    public static IEnumerable<IConfigurationSection> Read(string path)
    {
        try
        {
            var stream = new YamlStream();
            using (var text = File.OpenText(path)) stream.Load(text);
            var values = stream.Documents.Count == 0 ? [] : Flat("", Entries(stream.Documents[0].RootNode), 0);
            return new ConfigurationBuilder().AddInMemoryCollection(values.ToList()).Build().GetChildren();
        }
        catch (YamlException wrong)
        {
            throw new SloFileException($"line {wrong.Start.Line}: {(wrong.InnerException?.Message ?? wrong.Message).TrimEnd('.')}.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SloFileException($"it cannot be read: {unreadable.Message}");
        }
    }

    private static YamlSequenceNode Entries(YamlNode root) =>
        root is YamlSequenceNode list ? list
        : root is YamlMappingNode { Children.Count: 1 } map && map.Children.TryGetValue(new YamlScalarNode(List), out var entries) && entries is YamlSequenceNode under ? under
        : throw new SloFileException($"line {root.Start.Line}: it is a list of SLOs, or one under \"{List}:\", and nothing beside.");

    private static IEnumerable<KeyValuePair<string, string?>> Flat(string key, YamlNode node, int depth)
    {
        if (depth > Deepest) throw new SloFileException($"line {node.Start.Line}: nothing of an SLO lies so deep.");
        return node switch
        {
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "~" or "null" } => [],
            YamlScalarNode scalar => [new(key, scalar.Value)],
            YamlSequenceNode list => list.Children.SelectMany((child, index) => Flat(Under(key, $"{index:D4}"), child, depth + 1)),
            YamlMappingNode map => map.Children.SelectMany(pair => Flat(Under(key, (pair.Key as YamlScalarNode)?.Value ?? ""), pair.Value, depth + 1)),
            _ => [],
        };
    }

    private static string Under(string key, string part) => key.Length == 0 ? part : $"{key}:{part}";
}

internal sealed class SloFileException(string message) : Exception(message);
