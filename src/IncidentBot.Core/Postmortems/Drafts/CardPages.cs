using IncidentBot.Core.Chat;

namespace IncidentBot.Core.Postmortems.Drafts;

/// <summary>Lays blocks out on cards that every platform can show.</summary>
/// <remarks>Slack takes 50 blocks a message and Teams 28 KB; both stay far above these limits.</remarks>
public static class CardPages
{
    public const int MostBlocks = 30;
    public const int MostCharacters = 9000;
    public const int MostCards = 8;

    /// <param name="groups">Blocks that stay together where a card has room for them; a longer group goes on on the next card.</param>
    /// <param name="andMore">Ends the last card when not everything fits.</param>
    public static IReadOnlyList<Card> Of(string fallback, CardBlock andMore, IEnumerable<IReadOnlyList<CardBlock>> groups)
    {
        var pages = new List<List<CardBlock>> { new() };
        var characters = 0;
        foreach (var group in groups)
        {
            if (!Fits(group.Count, group.Sum(Length))) Turn();
            foreach (var block in group)
            {
                if (!Fits(1, Length(block))) Turn();
                pages[^1].Add(block);
                characters += Length(block);
            }
        }
        return [.. pages.Take(MostCards).Select((page, index) => new Card(fallback, index == MostCards - 1 && pages.Count > MostCards ? [.. page, andMore] : page))];

        bool Fits(int blocks, int length) => pages[^1].Count == 0 || (pages[^1].Count + blocks <= MostBlocks && characters + length <= MostCharacters);

        void Turn()
        {
            pages.Add([]);
            characters = 0;
        }
    }

    private static int Length(CardBlock block) => block.Accept(BlockLength.Instance);

    private sealed class BlockLength : ICardRenderer<int>
    {
        public static readonly BlockLength Instance = new();

        public int Heading(Heading block) => block.Text.Length;

        public int Paragraph(Paragraph block) => Of(block.Text);

        public int Bullets(Bullets block) => block.Items.Sum(Of);

        public int Facts(Facts block) => block.Items.Sum(item => item.Label.Length + Of(item.Value));

        public int Quote(Quote block) => block.Text.Length + Of(block.Byline);

        public int Table(Table block) => block.Rows.Sum(row => row.Sum(Of));

        public int Choices(Choices block) => block.Buttons.Sum(button => button.Label.Length);

        private static int Of(RichText text) => text.ToPlainText().Length;
    }
}
