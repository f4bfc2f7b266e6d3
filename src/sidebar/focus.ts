const focusable = 'button:not(:disabled), select, input, textarea, summary, a[href]';

/**
 * Draws without losing the keyboard's place. On another screen its first button has the focus; back again, the one that led away, and the
 * page stands where it stood. On the same screen, where the focused element is gone, what now stands in its place is focused, else the
 * button that leads on.
 */
export function keepFocus(page: HTMLElement): (screen: string, draw: () => void) => void {
  let isLost = false;
  let shown = '';
  /** Where each screen was left. */
  const left = new Map<string, { readonly key: string | undefined; readonly scrolled: number }>();
  return (screen, draw) => {
    const focused = document.activeElement;
    if (screen !== shown && shown !== '') {
      const key = focused instanceof HTMLElement ? focused.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;
      left.set(shown, { key, scrolled: window.scrollY });
      shown = screen;
      draw();
      arrive(page, left.get(screen));
      return;
    }
    shown = screen;
    const trail = focused && page.contains(focused) ? ancestors(focused, page) : [];
    draw();
    if (trail.length > 0) isLost = document.activeElement === document.body;
    else if (document.activeElement !== document.body) isLost = false;
    // Whoever has gone on in the sheet meanwhile is not called back.
    if (!isLost || !document.hasFocus()) return;
    const place = trail.find((one) => one.isConnected);
    const next =
      place?.querySelector<HTMLElement>(focusable) ??
      ['.toast button.next', 'button.stop', 'footer button.main', 'footer button', 'header button'].flatMap(
        (way) => page.querySelector<HTMLElement>(way) ?? [],
      )[0];
    if (!next) return;
    next.focus({ preventScroll: true });
    isLost = false;
  };
}

function arrive(page: HTMLElement, before: { readonly key: string | undefined; readonly scrolled: number } | undefined): void {
  const back = before?.key === undefined ? undefined : page.querySelector<HTMLElement>(`[data-key="${CSS.escape(before.key)}"]`);
  (back ?? page.querySelector<HTMLElement>('header button'))?.focus({ preventScroll: true });
  window.scrollTo(0, back ? (before?.scrolled ?? 0) : 0);
}

/** From the element outwards, the page itself left out. */
function ancestors(element: Element, page: HTMLElement): readonly Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one && one !== page; one = one.parentElement) found.push(one);
  return found;
}
