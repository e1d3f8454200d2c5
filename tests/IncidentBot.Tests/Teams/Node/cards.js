// Draws a card with Microsoft's renderer, set up as Teams sets it up, and tells what the renderer complains about.
const text = color => ({ default: color, subtle: "#616161" });
const foreground = {
  default: text("#242424"),
  accent: text("#5b5fc7"),
  attention: text("#c4314b"),
  good: text("#237b4b"),
  warning: text("#835c00"),
};
const host = new AdaptiveCards.HostConfig({
  fontTypes: {
    default: { fontFamily: "'Segoe UI', 'DejaVu Sans', sans-serif", fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }, fontWeights: { lighter: 200, default: 400, bolder: 600 } },
    monospace: { fontFamily: "Consolas, 'DejaVu Sans Mono', monospace", fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }, fontWeights: { lighter: 200, default: 400, bolder: 600 } },
  },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "#e1e1e1" },
  containerStyles: { default: { backgroundColor: "#ffffff", borderColor: "#e1e1e1", foregroundColors: foreground }, emphasis: { backgroundColor: "#f5f5f5", borderColor: "#e1e1e1", foregroundColors: foreground } },
  actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  table: { cellSpacing: 8 },
});
const markdown = globalThis.markdownit();

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (source, result) => {
  result.outputHtml = markdown.render(source);
  for (const name of mentioned) result.outputHtml = result.outputHtml.replaceAll(`&lt;at&gt;${name}&lt;/at&gt;`, `<span class="mention">${name}</span>`);
  result.didProcess = true;
};

let mentioned = [];

// Returns the complaints.
globalThis.draw = (json, width) => {
  mentioned = (json.msteams?.entities ?? []).map(entity => markdown.utils.escapeHtml(entity.text.slice(4, -5)));
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = host;
  const context = new AdaptiveCards.SerializationContext(new AdaptiveCards.Version(1, 5));
  card.parse(json, context);
  const complaints = [];
  for (let i = 0; i < context.eventCount; i++) complaints.push(context.getEventAt(i).message);
  for (const failure of card.validateProperties().validationEvents) complaints.push(failure.message);
  const element = card.render();
  const frame = document.createElement("div");
  frame.className = "frame";
  frame.style.width = `${width}px`;
  if (element) frame.append(element);
  else complaints.push("nothing was drawn");
  document.body.replaceChildren(frame);
  return complaints;
};
