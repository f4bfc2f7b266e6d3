import { findingMark } from '../../audit/marks.ts';
import { rowRequest } from '../../client/row-request.ts';
import type { Actions } from '../model.ts';
import type { Store } from '../store.ts';

/** What is done with one finding: seeing it in the sheet, and calling it fine. */
export function findingActions(
  { model, callServer, say, set, drop, update, notify, attempt }: Store,
  change: Actions['change'],
): Pick<Actions, 'showRow' | 'mark' | 'unmark'> {
  async function showRow(sheet: string, row: number, signal: string): Promise<void> {
    const { scan } = model();
    const request = scan && rowRequest(scan, sheet, row, signal);
    if (!request) return;
    const { outcome } = await callServer('showRow', request);
    if (outcome === 'moved') notify({ text: say('rowsMoved') }, { isStale: true });
    else if (outcome === 'hidden') notify({ text: say('rowHidden') });
    else if (model().notice?.text === say('rowHidden')) {
      drop('notice');
      update({});
    }
  }

  const actions: Pick<Actions, 'showRow' | 'mark' | 'unmark'> = {
    showRow: (sheet, row, signal) =>
      attempt(
        () => showRow(sheet, row, signal),
        () => actions.showRow(sheet, row, signal),
      ),
    mark: (sheet, signal, row, why) => {
      const { scan, open, settings } = model();
      const found = scan && findingMark(scan.prepared, sheet, signal, row);
      if (!found) return;
      const next = [{ label: 'undo' as const, run: () => actions.unmark(found.key) }];
      set({
        notice: { text: say(found.isLasting ? 'marked' : 'markBound'), next },
        open: new Set([...open].filter((part) => !part.startsWith('mark '))),
      });
      change({ marks: { ...settings.marks, [found.key]: why } });
    },
    unmark: (key) => {
      const { [key]: _, ...marks } = model().settings.marks ?? {};
      drop('notice');
      change({ marks });
    },
  };
  return actions;
}
