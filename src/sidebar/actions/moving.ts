import { type Actions, home } from '../model.ts';
import type { Store } from '../store.ts';

const MORE_ROWS = 50;

/** Moving about in the page: screens, folded parts, longer lists, messages. */
export function movingActions({
  model,
  update,
  drop,
  say,
  notify,
}: Store): Pick<Actions, 'go' | 'back' | 'toggle' | 'showMore' | 'point' | 'complain' | 'copyHeaders' | 'closeNotice'> {
  const closed = () => new Set([...model().open].filter((part) => part !== 'menu'));

  async function copyHeaders(headers: readonly string[]): Promise<void> {
    const text = headers.join('\t');
    drop('notice', 'headersToCopy');
    try {
      await navigator.clipboard.writeText(text);
      notify({ text: say('copied') });
    } catch {
      // The clipboard is closed to a sandboxed panel: the headers are shown, selected, to be copied by hand.
      update({ headersToCopy: text });
    }
  }

  return {
    copyHeaders: (headers) => void copyHeaders(headers),
    go: (screen) => update({ screen, open: closed() }),
    back: () => {
      if (model().open.has('menu')) update({ open: closed() });
      else if (model().screen !== home) update({ screen: home });
    },
    toggle: (id, isOpen) => {
      const parts = new Set(model().open);
      if (isOpen) parts.add(id);
      else parts.delete(id);
      if (parts.size !== model().open.size) update({ open: parts });
    },
    showMore: (id) => update({ shown: { ...model().shown, [id]: (model().shown[id] ?? MORE_ROWS) + MORE_ROWS } }),
    point: (pointed) => update({ pointed }),
    complain: (text) => notify({ text: say(text), isProblem: true }),
    closeNotice: () => {
      drop('notice', 'headersToCopy');
      update({});
    },
  };
}
