namespace IncidentBot.Slack.Rendering;

/// <summary>What Slack takes at most. It does not say how it counts; UTF-16 units never count fewer than it does.</summary>
internal static class SlackLimits
{
    /// <summary>docs.slack.dev/reference/block-kit/blocks</summary>
    public const int BlocksOfMessage = 50;

    /// <summary>docs.slack.dev/reference/views, as for modals.</summary>
    public const int BlocksOfView = 100;

    /// <summary>docs.slack.dev/reference/methods/chat.update: a longer one is refused there. chat.postMessage advises the same.</summary>
    public const int MessageText = 4000;

    /// <summary>Slack refuses messages whose blocks are "too long" together (<c>msg_blocks_too_long</c>) and does not say how long that is. 12,000 is what it takes of
    /// markdown in one message: docs.slack.dev/reference/block-kit/blocks/markdown-block</summary>
    public const int MessageCharacters = 12_000;

    /// <summary>docs.slack.dev/reference/block-kit/composition-objects/text-object and …/blocks/section-block</summary>
    public const int Text = 3000;

    /// <summary>docs.slack.dev/reference/block-kit/blocks/section-block</summary>
    public const int Fields = 10;

    public const int FieldText = 2000;

    /// <summary>docs.slack.dev/reference/block-kit/blocks/header-block</summary>
    public const int Header = 150;

    /// <summary>docs.slack.dev/reference/block-kit/blocks/table-block; the header is a row.</summary>
    public const int TableRows = 100;

    public const int TableCells = 20;

    public const int TablesOfMessage = 1;

    public const int TableCharacters = 10_000;

    /// <summary>docs.slack.dev/reference/block-kit/blocks/actions-block</summary>
    public const int Actions = 25;

    /// <summary>docs.slack.dev/reference/block-kit/block-elements/button-element</summary>
    public const int ButtonText = 75;

    public const int ButtonValue = 2000;

    /// <summary>docs.slack.dev/reference/block-kit/block-elements, for every element.</summary>
    public const int ActionId = 255;

    /// <summary>docs.slack.dev/reference/block-kit/blocks, for every block.</summary>
    public const int BlockId = 255;

    /// <summary>docs.slack.dev/reference/block-kit/blocks/input-block</summary>
    public const int InputLabel = 2000;

    public const int InputHint = 2000;

    /// <summary>docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element</summary>
    public const int Input = 3000;

    /// <summary>docs.slack.dev/reference/block-kit/block-elements/select-menu-element</summary>
    public const int Options = 100;

    /// <summary>docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element</summary>
    public const int RadioButtons = 10;

    /// <summary>docs.slack.dev/reference/block-kit/composition-objects/option-object</summary>
    public const int OptionText = 75;

    /// <summary>Slack's own libraries differ (75, 150); this is the smaller.</summary>
    public const int OptionValue = 75;

    /// <summary>docs.slack.dev/reference/views/modal-views, for title, submit and close.</summary>
    public const int ViewTitle = 24;

    public const int PrivateMetadata = 3000;

    public const int CallbackId = 255;

    /// <summary>A link's address: docs.slack.dev/reference/block-kit/block-elements/button-element, the only address that Slack gives a limit for.</summary>
    public const int Url = 3000;
}
