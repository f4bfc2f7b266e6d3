import type { StartInfo } from '../../api/messages.ts';
import { ratesByWait } from '../../audit/answer/place-charts.ts';
import { spanOf } from '../../audit/answer/span.ts';
import { createJudge } from '../../audit/engine/judge.ts';
import { prepareAudit } from '../../audit/engine/prepare.ts';
import { lazily } from '../../base/lazily.ts';
import { createZone } from '../../base/zone.ts';
import { auditableTabs, isClientTab, ScanCancelled, type ScannedSheet, scan } from '../../client/scan.ts';
import { shared } from '../../i18n/words.ts';
import { type Actions, home, isLarge, type Model } from '../model.ts';
import type { Store } from '../store.ts';

export type Reading = Pick<Actions, 'open' | 'scan' | 'cancel' | 'chooseTab' | 'lookAgain'> & {
  /** Scans now; what it throws is the caller's to say. */
  readonly scanNow: () => Promise<void>;
  /** Judges what was read under the present choices, without reading. */
  readonly judgeAgain: () => void;
  /** Remembers which tabs there are: our own come and go when we write. */
  readonly rememberTabs: () => Promise<void>;
};

/** Opening the page, reading the sheet, and noticing that it is another. */
export function readingActions(store: Store): Reading {
  const { model, callServer, say, update, set, drop, notify, attempt } = store;
  let stopReading: (() => void) | undefined;

  async function open(): Promise<void> {
    drop('notice', 'scan');
    update({ phase: 'opening', chosen: '', screen: home });
    const start = await callServer('start', {});
    document.documentElement.lang = start.userLanguage;
    document.title = shared.productName[start.userLanguage];
    const again = [{ label: 'again' as const, run: actions.open }];
    set({ ...known(start), language: start.userLanguage, settings: start.settings });
    if (start.zoneProblem) return notify({ text: start.zoneProblem, isProblem: true, next: again });
    if (auditableTabs(start).length === 0) return notify({ text: say('noTabs'), isProblem: true, next: again });
    // What takes long is asked about first.
    if (isLarge(start)) return update({ phase: 'idle' });
    await scanNow(start);
    const apart = start.tabs.filter(({ annotation }) => annotation === 'apart').map(({ name }) => name);
    if (apart.length > 0) notify({ text: say('apart'), details: apart });
    else if (!start.canEdit) notify({ text: say('viewOnly') });
  }

  async function scanNow(fresh?: StartInfo): Promise<void> {
    drop('scan', 'notice', 'written');
    update({ phase: 'reading', progress: { read: 0, all: 0 }, wasAsked: true, isStale: false });
    let isCancelled = false;
    const cancelled = new Promise<never>((_, reject) => {
      stopReading = () => {
        isCancelled = true;
        reject(new ScanCancelled());
      };
    });
    const read = async () => {
      const start = fresh ?? (await callServer('start', {}));
      const { chosen } = model();
      const scope = chosen === '' || auditableTabs(start).includes(chosen) ? chosen : '';
      const scanned = await scan(callServer, auditableTabs(start), model().settings, {
        onProgress: (read, all) => isCancelled || update({ progress: { read, all } }),
        isCancelled: () => isCancelled,
        // Other tabs are read for what a client tab says of city, budget and hours only.
        isWanted: (layout) => scope === '' || layout.tab === scope || isClientTab(layout),
      });
      return { start, scanned, scope };
    };
    // What Google is still reading is not waited for.
    const { start, scanned, scope } = await Promise.race([read(), cancelled]);
    set({ ...known(start), chosen: scope, report: { ...model().report, stage: 'none' } });
    update({ phase: 'idle', scan: judged(scanned, scope, start.now) });
  }

  /** Reads the scanned cells into typed tables and judges them; nothing is asked of the server. */
  function judged(scanned: readonly ScannedSheet[], scope: string, now: number): NonNullable<Model['scan']> {
    const { chosen, settings, start } = model();
    const inputs = scanned.map((sheet) => ({ ...sheet, isContext: chosen !== '' && sheet.layout.tab !== chosen }));
    const prepared = prepareAudit(inputs, settings, { zone: createZone(start?.timeZone ?? 'Etc/UTC'), now });
    const judge = createJudge(prepared);
    return {
      scanned,
      scope,
      prepared,
      judge,
      report: judge(settings),
      span: spanOf(prepared),
      ratesByWait: lazily(() => ratesByWait(prepared)),
      now,
    };
  }

  function judgeAgain(): void {
    const done = model().scan;
    update(done ? { scan: judged(done.scanned, done.scope, done.now) } : {});
  }

  function chooseTab(chosen: string): void {
    const done = model().scan;
    set({ chosen, report: { ...model().report, stage: 'none' } });
    if (done && (done.scope === '' || done.scope === chosen)) judgeAgain();
    else if (done) actions.scan();
    else update({});
  }

  const tabsNow = async () => {
    const { file, tabs } = await callServer('tabs', {});
    return { file, tabs: JSON.stringify(tabs) };
  };

  /** Another file is read at once; results of other tabs are not offered for highlighting. */
  async function lookAgain(): Promise<void> {
    const { scan: done, phase, isStale, tabs } = model();
    if (!done || phase !== 'idle' || isStale) return;
    try {
      const now = await tabsNow();
      // What came up meanwhile is looked at the next time.
      if (model().scan !== done || model().phase !== 'idle' || model().tabs !== tabs) return;
      if (now.file !== model().start?.file) actions.open();
      else if (now.tabs !== tabs) notify({ text: say('otherTabs') }, { isStale: true });
    } catch {
      // A look beside the work: whatever is asked for next says what is wrong.
    }
  }

  const actions: Reading = {
    open: () => attempt(open, actions.open),
    scan: () => attempt(() => scanNow(), actions.scan),
    scanNow: () => scanNow(),
    cancel: () => stopReading?.(),
    chooseTab,
    judgeAgain,
    lookAgain: () => void lookAgain(),
    rememberTabs: async () => set({ tabs: (await tabsNow()).tabs }),
  };
  return actions;
}

/** What `start` says of the file, as the page keeps it. */
const known = (start: StartInfo): Pick<Model, 'start' | 'tabs' | 'hasMarks'> => ({
  start,
  tabs: JSON.stringify(start.tabs.map(({ name }) => name)),
  hasMarks: start.tabs.some(({ annotation, isOurs }) => annotation !== 'none' || isOurs),
});
