using System.Text.Json.Serialization;

namespace IncidentBot.Core.Chat;

/// <summary>A form to fill in: a modal in Slack, a dialog in Teams and the browser.</summary>
/// <param name="Key">A constant such as <c>incident.declare</c>.</param>
/// <param name="Context">Comes back with the submission, e.g. <c>INC-42</c>.</param>
public sealed record Form(string Key, string Title, string SubmitLabel, string Context, IReadOnlyList<FormField> Fields);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "field")]
[JsonDerivedType(typeof(TextField), "text")]
[JsonDerivedType(typeof(ChoiceField), "choice")]
[JsonDerivedType(typeof(PersonField), "person")]
public abstract record FormField(string Id, string Label)
{
    public bool Required { get; init; }

    /// <summary>A short line under the field.</summary>
    public string? Hint { get; init; }

    public string? Initial { get; init; }

    public abstract T Accept<T>(IFieldRenderer<T> renderer);
}

public sealed record TextField(string Id, string Label) : FormField(Id, Label)
{
    public bool Multiline { get; init; }

    public int MaxLength { get; init; } = 3000;

    public override T Accept<T>(IFieldRenderer<T> renderer) => renderer.Text(this);
}

public sealed record ChoiceField(string Id, string Label, IReadOnlyList<FormOption> Options) : FormField(Id, Label)
{
    public override T Accept<T>(IFieldRenderer<T> renderer) => renderer.Choice(this);
}

public sealed record FormOption(string Value, string Label);

public sealed record PersonField(string Id, string Label) : FormField(Id, Label)
{
    public override T Accept<T>(IFieldRenderer<T> renderer) => renderer.Person(this);
}

public interface IFieldRenderer<out T>
{
    T Text(TextField field);
    T Choice(ChoiceField field);
    T Person(PersonField field);
}
