// The box keeps its own text, so that fast typing never waits for the server.
const composers = new WeakMap();

// What is on its way when its box goes from the page needs no answer.
const tell = (box, ...call) => composers.get(box).invokeMethodAsync(...call).catch(gone => { if (box.isConnected) throw gone; });

export function attach(box, composer, text, takeFocus) {
  composers.set(box, composer);
  if (text) box.value = text;
  if (takeFocus || matchMedia('(min-width: 960px)').matches) {
    box.focus();
    box.setSelectionRange(text.length, text.length);
  }
  let told = false;
  let moved = false; // to a suggestion, with nothing typed since
  box.addEventListener('input', () => {
    moved = false;
    const before = box.value.slice(0, box.selectionStart);
    const completes = before.length < 2000 && (before.startsWith('/') || /@[^\s@]*$/.test(before));
    if (completes || told) tell(box, 'Typed', completes ? before : '');
    told = completes;
  });
  box.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const completing = box.dataset.completing === 'true';
    if (completing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      moved = true;
      take(event, () => tell(box, 'Move', event.key === 'ArrowDown' ? 1 : -1).then(() => showChosen(box)));
    }
    else if (completing && (event.key === 'Tab' && !event.shiftKey || event.key === 'Enter' && moved)) {
      moved = false;
      take(event, () => tell(box, 'AcceptAsync'));
    }
    else if (event.key === 'Enter' && !event.shiftKey) take(event, () => send(box));
    else if (event.key === 'Escape') tell(box, 'CancelAsync');
  });
}

export async function send(box) {
  const text = box.value;
  box.value = '';
  let sent = false;
  try {
    sent = await tell(box, 'SendAsync', text);
  } finally {
    if (sent === false && !box.value) box.value = text;
  }
}

export function put(box, before) {
  const after = box.value.slice(box.selectionStart);
  box.value = before + after;
  box.focus();
  box.setSelectionRange(before.length, before.length);
  tell(box, 'Typed', before);
}

function showChosen(box) {
  document.getElementById(box.getAttribute('aria-activedescendant'))?.scrollIntoView({ block: 'nearest' });
}

function take(event, action) {
  event.preventDefault();
  action();
}
