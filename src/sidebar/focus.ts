const focusable = 'button:not(:disabled), select, input, textarea, summary, a[href]';

/**
 * Draws without losing the keyboard's place: where the focused element is gone, what now stands in its place is focused, else the
 * button that leads on.
 */
export function keepFocus(page: HTMLElement): (draw: () => void) => void {
  let isLost = false;
  return (draw) => {
    const focused = document.activeElement;
    const trail = focused && page.contains(focused) ? ancestors(focused, page) : [];
    draw();
    if (trail.length > 0) isLost = document.activeElement === document.body;
    else if (document.activeElement !== document.body) isLost = false;
    // Whoever has gone on in the sheet meanwhile is not called back.
    if (!isLost || !document.hasFocus()) return;
    const place = trail.find((one) => one.isConnected);
    const next =
      place?.querySelector<HTMLElement>(focusable) ??
      ['.notice button.next', 'button.stop', 'button.main', '.buttons button'].flatMap(
        (way) => page.querySelector<HTMLElement>(way) ?? [],
      )[0];
    if (!next) return;
    next.focus({ preventScroll: true });
    isLost = false;
  };
}

/** From the element outwards, the page itself left out. */
function ancestors(element: Element, page: HTMLElement): readonly Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one && one !== page; one = one.parentElement) found.push(one);
  return found;
}
