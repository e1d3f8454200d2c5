using IncidentBot.Core.Chat;

namespace IncidentBot.Tests.Cards;

/// <summary>The texts of a block.</summary>
public sealed class TextsOf : ICardRenderer<IEnumerable<RichText>>
{
    public static readonly TextsOf Instance = new();

    public IEnumerable<RichText> In(CardBlock block) => block.Accept(this);

    public IEnumerable<RichText> Heading(Heading block) => [];

    public IEnumerable<RichText> Paragraph(Paragraph block) => [block.Text];

    public IEnumerable<RichText> Bullets(Bullets block) => block.Items;

    public IEnumerable<RichText> Facts(Facts block) => block.Items.Select(item => item.Value);

    public IEnumerable<RichText> Quote(Quote block) => [block.Byline];

    public IEnumerable<RichText> Table(Table block) => block.Rows.SelectMany(row => row);

    public IEnumerable<RichText> Choices(Choices block) => [];
}
