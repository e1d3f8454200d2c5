using System.Collections;
using System.Globalization;

namespace IncidentBot.Core.Tests.Support;

/// <summary>An object of any of our types in which nothing is left at its default, so that a member lost on the way shows.</summary>
public static class Filled
{
    /// <summary>The concrete types of a closed hierarchy.</summary>
    public static IEnumerable<Type> KindsOf(Type hierarchy) => hierarchy.Assembly.GetTypes().Where(type => type.IsSubclassOf(hierarchy) && !type.IsAbstract);

    public static object Of(Type type) => Value(type, type.Name);

    /// <summary>Everything that an object holds, in one line; what is derived is left out.</summary>
    public static string Holds(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        ValueType simple => simple.ToString()!,
        IDictionary pairs => $"[{string.Join(", ", pairs.Keys.Cast<object>().Select(key => $"{key}: {Holds(pairs[key])}"))}]",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Holds))}]",
        _ => $"{value.GetType().Name} {{ {string.Join(", ", value.GetType().GetProperties().Where(property => property.CanWrite).Select(property => $"{property.Name}: {Holds(property.GetValue(value))}"))} }}",
    };

    private static object Value(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Value(underlying, name);
        if (type == typeof(string)) return $"some {name}";
        if (type == typeof(int)) return 7;
        if (type == typeof(double)) return 0.37;
        if (type == typeof(decimal)) return 0.37m;
        if (type == typeof(bool)) return true;
        if (type == typeof(DateOnly)) return DateOnly.FromDateTime(Some.Time.Date);
        if (type == typeof(DateTimeOffset)) return Some.Time.AddTicks(name.Length);
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
        if (type.IsGenericType) return Collection(type.GetGenericTypeDefinition(), type.GetGenericArguments(), name);
        return type.IsAbstract ? Value(KindsOf(type).First(), name) : Object(type);
    }

    private static object Collection(Type definition, Type[] arguments, string name)
    {
        if (definition == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            list.Add(Value(arguments[0], name));
            return list;
        }
        if (definition != typeof(IReadOnlyDictionary<,>)) throw new NotSupportedException($"{definition.Name} {name}");
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        dictionary.Add(Value(arguments[0], name), Value(arguments[1], name));
        return dictionary;
    }

    private static object Object(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite)) property.SetValue(made, Value(property.PropertyType, property.Name));
        return made;
    }
}
