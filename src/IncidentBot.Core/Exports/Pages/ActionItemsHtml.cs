using IncidentBot.Core.ActionItems;
using IncidentBot.Core.Chat;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>The table of the second part.</summary>
internal static class ActionItemsHtml
{
    public static Html Of(IReadOnlyList<ActionItem> items) => items.Count == 0
        ? Html.Of($"<p class=\"note\">{DraftCards.NoItems}</p>")
        : Html.Of($"""
            <div class="wide"><table>
            <thead><tr>{DraftCards.ItemColumns.Select(column => Html.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead>
            <tbody>
            {items.Select(Row)}</tbody>
            </table></div>
            """);

    private static Html Row(ActionItem item) => Html.Of($"""
        <tr class="{StatusClass(item.Status)}"><td>{DraftCards.OwnerOf(item)}</td><td dir="auto">{Html.Text(DraftCards.ItemText(item))}</td><td>{DraftCards.PriorityOf(item)}</td><td>{(item.Ticket is { } ticket ? Html.Link(WebAddress.Label(ticket), ticket) : Html.Of($"{DraftCards.NoTicket}"))}</td></tr>

        """);

    private static string StatusClass(ActionItemStatus status) => status switch
    {
        ActionItemStatus.Open => "open",
        ActionItemStatus.Done => "done",
        ActionItemStatus.Dropped => "dropped",
    };
}
