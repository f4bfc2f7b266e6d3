import { annotationRequest } from '../../client/scan.ts';
import type { Actions } from '../model.ts';
import { writtenText } from '../phrases.ts';
import type { Store } from '../store.ts';
import { type Consent, refuse, sheetLanguage } from './not-written.ts';
import type { Reading } from './reading.ts';

/** Writing the highlight into the sheet, taking it away, and tabs to start from. */
export function writingActions(
  store: Store,
  { scanNow, rememberTabs, open }: Reading,
): Pick<Actions, 'highlight' | 'refresh' | 'remove' | 'addTemplates' | 'showTab'> {
  const { model, callServer, say, update, drop, notify, attempt } = store;

  async function highlight(consent: Consent = {}): Promise<void> {
    const { scan } = model();
    if (!scan) return;
    drop('notice');
    update({ phase: 'writing' });
    const result = await callServer('annotate', {
      ...annotationRequest(scan, sheetLanguage(model()), scan.now, model().settings),
      ...consent,
    });
    if (result.outcome !== 'written') {
      const again = (more: Consent) => () => attempt(() => highlight({ ...consent, ...more }), actions.highlight);
      return refuse(store, result, again, 'highlightAnyway');
    }
    await rememberTabs();
    const summary = result.tabs[result.tabs.length - 1] ?? '';
    notify(
      {
        text: writtenText(result.rows, result.tabs, model().language),
        next: [
          { label: 'undo', run: actions.remove },
          { label: 'openTab', run: () => actions.showTab(summary) },
        ],
      },
      { written: scan.report, hasMarks: true },
    );
  }

  async function remove({ force = false }: Consent = {}): Promise<void> {
    drop('notice');
    update({ phase: 'removing' });
    const result = await callServer('remove', force ? { force } : {});
    if (result.outcome !== 'removed' && result.outcome !== 'nothing')
      return refuse(store, result, (more) => () => attempt(() => remove(more), actions.remove));
    await rememberTabs();
    drop('written');
    notify({ text: say(result.outcome === 'removed' ? 'removed' : 'nothingToRemove') }, { hasMarks: false });
  }

  async function addTemplates(): Promise<void> {
    drop('notice');
    update({ phase: 'adding' });
    const { added } = await callServer('templates', {});
    if (added.length === 0) return notify({ text: say('templatesThere') });
    open();
  }

  const actions = {
    highlight: () => attempt(() => highlight(), actions.highlight),
    refresh: () =>
      attempt(async () => {
        await scanNow();
        if (model().start?.canEdit) await highlight();
      }, actions.refresh),
    remove: () => attempt(() => remove(), actions.remove),
    addTemplates: () => attempt(addTemplates, actions.addTemplates),
    showTab: (sheet: string) =>
      attempt(
        async () => {
          await callServer('showTab', { sheet });
        },
        () => actions.showTab(sheet),
      ),
  };
  return actions;
}
