// The box keeps its own text, so that fast typing never waits for the server.
const states = new WeakMap();

export function attach(box, composer, text, takeFocus) {
  states.set(box, composer);
  if (text) box.value = text;
  if (takeFocus) { box.focus(); box.setSelectionRange(text.length, text.length); }
  box.addEventListener('input', () => composer.invokeMethodAsync('Typed', box.value.slice(0, box.selectionStart)));
  box.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const completing = box.dataset.completing === 'true';
    if (completing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) take(event, () => composer.invokeMethodAsync('Move', event.key === 'ArrowDown' ? 1 : -1));
    else if (completing && (event.key === 'Tab' && !event.shiftKey || event.key === 'Enter' && box.hasAttribute('aria-activedescendant'))) take(event, () => composer.invokeMethodAsync('AcceptAsync'));
    else if (event.key === 'Enter' && !event.shiftKey) take(event, () => send(box));
    else if (event.key === 'Escape') composer.invokeMethodAsync('CancelAsync');
  });
}

export async function send(box) {
  const text = box.value;
  box.value = '';
  const sent = await states.get(box).invokeMethodAsync('SendAsync', text);
  if (!sent && !box.value) box.value = text;
}

export function put(box, before) {
  const after = box.value.slice(box.selectionStart);
  box.value = before + after;
  box.focus();
  box.setSelectionRange(before.length, before.length);
  states.get(box).invokeMethodAsync('Typed', before);
}

function take(event, action) {
  event.preventDefault();
  action();
}
