import type { CallApi, StartInfo } from '../api/messages.ts';
import { createJudge, prepareAudit } from '../audit/engine.ts';
import { findingMark } from '../audit/marks.ts';
import type { AuditSettings } from '../audit/settings.ts';
import { createZone } from '../base/zone.ts';
import { usualPatterns } from '../client/report-request.ts';
import { annotationRequest, auditableTabs, isClientTab, ScanCancelled, type ScannedSheet, scan } from '../client/scan.ts';
import { shared, wordsOf } from '../i18n/words.ts';
import { describeSheet } from '../table/recognition/layout.ts';
import { type Consent, type Desk, notWritten, sheetLanguage } from './desk.ts';
import type { Actions, Model } from './model.ts';
import { createReportActions } from './report-actions.ts';
import { ServerProblem } from './server.ts';
import { texts } from './texts.ts';

/** Settings are saved when the user pauses, not at every move of a slider. */
const SAVE_AFTER_MS = 600;
const MORE_ROWS = 50;

/** The page's behaviour: keeps the model, asks the server, and hands every new model to `render`. */
export function createApp(
  callServer: CallApi,
  render: (model: Model, actions: Actions) => void,
  firstLanguage: Model['language'],
): Actions & { open: () => void } {
  let model: Model = {
    phase: 'opening',
    language: firstLanguage,
    chosen: '',
    layouts: [],
    settings: {},
    progress: { read: 0, all: 0 },
    open: new Set(['readiness']),
    shown: {},
    report: { patterns: usualPatterns, stage: 'none' },
  };
  let stopReading: (() => void) | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;

  const say: Desk['say'] = (id) => texts[id][model.language];
  const update: Desk['update'] = (change) => {
    model = { ...model, ...change };
    render(model, actions);
  };
  const without = <Key extends 'scan' | 'notice' | 'headersToCopy'>(...keys: readonly Key[]): void => {
    const rest = { ...model };
    for (const key of keys) delete rest[key];
    model = rest;
  };
  const hush = () => without('notice', 'headersToCopy');
  const notify: Desk['notify'] = (notice, change = {}) => update({ ...change, phase: 'idle', isLooking: false, notice });
  const sentenceOf = (problem: unknown) => (problem instanceof ServerProblem ? problem.sentence[model.language] : String(problem));

  async function attemptNow(run: () => Promise<void>, again: () => void): Promise<void> {
    try {
      await run();
    } catch (problem) {
      if (problem instanceof ScanCancelled) notify({ text: say('cancelled') });
      else notify({ text: sentenceOf(problem), isProblem: true, next: { label: 'again', run: again } });
    }
  }
  const attempt: Desk['attempt'] = (run, again) => void attemptNow(run, again);
  const desk: Desk = { model: () => model, callServer, say, update, notify, hush, attempt, scan: () => actions.scan() };

  async function open(): Promise<void> {
    hush();
    update({ phase: 'opening' });
    const start = await callServer('start', {});
    document.documentElement.lang = start.userLanguage;
    document.title = shared.productName[start.userLanguage];
    const tabs = auditableTabs(start);
    update({
      start,
      language: start.userLanguage,
      settings: start.settings,
      chosen: tabs.includes(start.activeTab) ? start.activeTab : '',
    });
    if (start.zoneProblem) return notify({ text: say('zone'), isProblem: true, next: { label: 'again', run: actions.open } });
    if (tabs.length === 0) return notify({ text: say('noTabs'), isProblem: true, next: { label: 'again', run: actions.open } });
    await describe(start);
    const apart = start.tabs.filter(({ annotation }) => annotation === 'apart').map(({ name }) => name);
    if (apart.length > 0) notify({ text: say('apart'), details: apart, next: { label: 'scan', run: actions.scan } });
    else if (!start.canEdit) notify({ text: say('viewOnly') });
    else update({ phase: 'idle' });
  }

  /** Reads the first rows of the chosen tabs and says what their columns mean. */
  async function describe(start: StartInfo): Promise<void> {
    const { chosen } = model;
    const given = model.settings.columns;
    const names = chosen === '' ? auditableTabs(start) : [chosen];
    const layouts = [];
    for (const sheet of names) {
      const corrections = model.settings.columns?.[sheet] ?? {};
      const { rows } = await callServer('top', { sheet, corrections });
      layouts.push(describeSheet(sheet, rows, corrections));
    }
    // Answers may come in any order: only the last choice counts.
    if (chosen === model.chosen && given === model.settings.columns) update({ layouts, isLooking: false });
  }

  async function look(): Promise<void> {
    without('scan');
    hush();
    update({ isLooking: true });
    if (model.start) await describe(model.start);
  }

  async function scanNow(): Promise<void> {
    without('scan');
    hush();
    update({ phase: 'reading', progress: { read: 0, all: 0 } });
    let isCancelled = false;
    const cancelled = new Promise<never>((_, reject) => {
      stopReading = () => {
        isCancelled = true;
        reject(new ScanCancelled());
      };
    });
    const read = async () => {
      const start = await callServer('start', {});
      const { chosen } = model;
      const scanned = await scan(callServer, auditableTabs(start), model.settings, {
        onProgress: (read, all) => isCancelled || update({ progress: { read, all } }),
        isCancelled: () => isCancelled,
        // Other tabs are read for what a client tab says of city, budget and hours only.
        isWanted: (layout) => chosen === '' || layout.sheet === chosen || isClientTab(layout),
      });
      return { start, scanned };
    };
    // What Google is still reading is not waited for.
    const { start, scanned } = await Promise.race([read(), cancelled]);
    const layouts = scanned.map(({ layout }) => layout).filter(({ sheet }) => model.chosen === '' || sheet === model.chosen);
    const open = new Set([...model.open].filter((part) => part !== 'readiness'));
    model = { ...model, start };
    update({ phase: 'idle', layouts, open, scan: judged(scanned, start.now), report: { ...model.report, stage: 'none' } });
  }

  /** Reads the scanned cells into typed tables and judges them; nothing is asked of the server. */
  function judged(scanned: readonly ScannedSheet[], now: number): NonNullable<Model['scan']> {
    const inputs = scanned.map((sheet) => ({ ...sheet, isContext: model.chosen !== '' && sheet.layout.sheet !== model.chosen }));
    const prepared = prepareAudit(inputs, model.settings, { zone: createZone(model.start?.timeZone ?? 'Etc/UTC'), now });
    const judge = createJudge(prepared);
    return { scanned, prepared, judge, report: judge(model.settings), now };
  }

  function change(part: Partial<AuditSettings>): void {
    const settings = { ...model.settings, ...part };
    const isReadAnew = 'period' in part || 'formats' in part;
    // A report that is already made no longer tells of these settings.
    model = { ...model, settings, report: { patterns: model.report.patterns, stage: 'none' } };
    const { scan: done } = model;
    update(done ? { scan: isReadAnew ? judged(done.scanned, done.now) : { ...done, report: done.judge(settings) } } : {});
    save();
  }

  function save(): void {
    clearTimeout(saving);
    saving = setTimeout(saveNow, SAVE_AFTER_MS);
  }

  /** Goes on beside whatever the page is doing: a failure says so and leaves the rest alone. */
  async function saveNow(): Promise<void> {
    try {
      await callServer('saveSettings', model.settings);
    } catch (problem) {
      update({ notice: { text: sentenceOf(problem), isProblem: true, next: { label: 'again', run: save } } });
    }
  }

  async function correctColumn(sheet: string, header: string, field: string): Promise<void> {
    const hadScan = model.scan !== undefined;
    const own = { ...model.settings.columns?.[sheet], [header]: field };
    model = { ...model, settings: { ...model.settings, columns: { ...model.settings.columns, [sheet]: own } } };
    save();
    await look();
    if (hadScan) notify({ text: say('columnsChanged'), next: { label: 'scan', run: actions.scan } });
  }

  async function highlight(consent: Consent = {}): Promise<void> {
    const { scan: done } = model;
    if (!done) return;
    hush();
    update({ phase: 'writing' });
    const result = await callServer('annotate', { ...annotationRequest(done, sheetLanguage(model), done.now), ...consent });
    if (result.outcome === 'written') return notify({ text: writtenText(result.rows, result.tabs, model.language) });
    const again = (more: Consent) => () => attempt(() => highlight({ ...consent, ...more }), actions.highlight);
    notify(notWritten(desk, result, again, 'highlightAnyway'));
  }

  async function remove({ force = false }: Consent = {}): Promise<void> {
    hush();
    update({ phase: 'removing' });
    const result = await callServer('remove', force ? { force } : {});
    if (result.outcome === 'removed') notify({ text: say('removed') });
    else if (result.outcome === 'nothing') notify({ text: say('nothingToRemove') });
    else notify(notWritten(desk, result, (more) => () => attempt(() => remove(more), actions.remove)));
  }

  async function copyHeaders(headers: readonly string[]): Promise<void> {
    const text = headers.join('\t');
    hush();
    try {
      await navigator.clipboard.writeText(text);
      notify({ text: say('copied') });
    } catch {
      // The clipboard is closed to a sandboxed panel: the headers are shown, selected, to be copied by hand.
      update({ headersToCopy: text });
    }
  }

  function mark(sheet: string, signal: string, row: number, why: string): void {
    const found = model.scan && findingMark(model.scan.prepared, sheet, signal, row);
    if (!found) return;
    const notice = { text: say(found.isLasting ? 'marked' : 'markBound'), next: { label: 'undo' as const, run: () => unmark(found.key) } };
    model = { ...model, notice, open: new Set([...model.open].filter((part) => !part.startsWith('mark '))) };
    change({ marks: { ...model.settings.marks, [found.key]: why } });
  }

  function unmark(key: string): void {
    const { [key]: _, ...marks } = model.settings.marks ?? {};
    hush();
    change({ marks });
  }

  const actions: Actions & { open: () => void } = {
    ...createReportActions(desk, change),
    open: () => attempt(open, actions.open),
    chooseTab: (chosen) => {
      model = { ...model, chosen };
      attempt(look, actions.open);
    },
    scan: () => attempt(scanNow, actions.scan),
    cancel: () => stopReading?.(),
    highlight: () => attempt(highlight, actions.highlight),
    remove: () => attempt(remove, actions.remove),
    showRow: (sheet, row) =>
      attempt(
        async () => {
          await callServer('showRow', { sheet, row: row ?? 1 });
        },
        () => actions.showRow(sheet, row),
      ),
    change,
    correctColumn: (sheet, header, field) => attempt(() => correctColumn(sheet, header, field), actions.open),
    mark,
    unmark,
    copyHeaders: (headers) => void copyHeaders(headers),
    toggle: (id, isOpen) => {
      const parts = new Set(model.open);
      if (isOpen) parts.add(id);
      else parts.delete(id);
      if (parts.size !== model.open.size) update({ open: parts });
    },
    showMore: (id) => update({ shown: { ...model.shown, [id]: (model.shown[id] ?? MORE_ROWS) + MORE_ROWS } }),
    complain: (text) => notify({ text: say(text), isProblem: true }),
    closeNotice: () => {
      hush();
      update({});
    },
  };
  return actions;
}

/** @param tabs those that were highlighted, and the summary last */
function writtenText(count: number, tabs: readonly string[], language: Model['language']): string {
  const words = wordsOf(language);
  const rows = words.number(count, 0);
  const [summary, ...highlighted] = [...tabs].reverse();
  if (language === 'ru') {
    const there = highlighted.reverse().join('», «');
    const what = `${words.plural(count, 'Подсвечена', 'Подсвечены', 'Подсвечено')} ${rows} ${words.plural(count, 'строка', 'строки', 'строк')} («${there}»)`;
    return `${count > 0 ? `${what}, причины стоят рядом` : 'Подсвечивать нечего'}; итоги на вкладке «${summary}».`;
  }
  const there = highlighted.reverse().join('”, “');
  const what = `Highlighted ${rows} ${words.plural(count, 'row', 'rows')} (“${there}”)`;
  return `${count > 0 ? `${what}, with the reasons beside them` : 'There was nothing to highlight'}; the summary is on the tab “${summary}”.`;
}
