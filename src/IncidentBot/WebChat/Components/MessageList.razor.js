// What markup cannot do: arrow keys from message to message, and older messages as one scrolls up to them.
export function attach(scroll) {
  scroll.addEventListener('keydown', event => {
    const row = event.target.closest('[data-row]');
    if (!row || event.target !== row) return;
    const rows = [...scroll.querySelectorAll('[data-row]')];
    const next = { ArrowUp: rows.indexOf(row) - 1, ArrowDown: rows.indexOf(row) + 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    rows[next]?.focus();
  });

  // One stop for the Tab key: the message that was focused last, else the newest.
  const stop = row => {
    scroll.querySelector('[data-row][tabindex="0"]')?.setAttribute('tabindex', '-1');
    row?.setAttribute('tabindex', '0');
  };
  scroll.addEventListener('focusin', event => stop(event.target.closest('[data-row]')));

  const seen = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => entry.target.click()), { root: scroll, rootMargin: '200px 0px' });
  const watch = () => {
    seen.disconnect();
    const older = scroll.querySelector('[data-older]');
    if (older && scroll.scrollHeight > scroll.clientHeight) seen.observe(older);
    const rows = scroll.querySelectorAll('[data-row]');
    if (!scroll.querySelector('[data-row][tabindex="0"]')) stop(rows[rows.length - 1]);
  };
  new MutationObserver(watch).observe(scroll, { childList: true, subtree: true });
  watch();
}
