using IncidentBot.Core.Exports.Documents;
using IncidentBot.Core.Exports.Pages;
using IncidentBot.Core.Postmortems.Drafts;

namespace IncidentBot.Core.Postmortems.Publishing;

/// <summary>Makes a version of what is being published: the finished draft, with all that is masked in it.</summary>
internal static class FreezeVersion
{
    public static PostmortemVersion Of(Draft draft, Publication publication) => new()
    {
        Incident = draft.Incident.Id,
        Publication = publication,
        Markdown = DraftMarkdown.Of(draft),
        Html = PackedText.Of(DraftHtml.Of(draft)),
        Json = PackedText.Of(DraftJson.Of(draft)),
        Sections = [.. draft.Sections.Select(section => new PublishedSection(section.Question, [.. section.Passages.Select(passage => passage.Text)]))],
        Items = [.. draft.Items.Select(DraftCards.Published)],
        Approvals = draft.Review.Approvals,
        Changes = draft.Changes,
    };
}
