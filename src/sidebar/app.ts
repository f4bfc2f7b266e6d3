import type { AnnotateRequest, CallApi, RemoveResult, StartInfo, TypedOver, Unmarked } from '../addon/api.ts';
import { createJudge, prepareAudit } from '../audit/engine.ts';
import { describeSheet } from '../audit/layout.ts';
import { findingMark } from '../audit/marks.ts';
import type { AuditSettings } from '../audit/settings.ts';
import { createZone } from '../base/zone.ts';
import { shared, wordsOf } from '../i18n/words.ts';
import type { Actions, Model, Notice, ReportState, Scan } from './model.ts';
import { clientCopies, namedRows, reportRequest, usualPatterns } from './report.ts';
import { annotationRequest, auditableTabs, isClientTab, ScanCancelled, type ScannedSheet, scan } from './scan.ts';
import { ServerProblem } from './server.ts';
import { type TextId, texts } from './texts.ts';

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
  let isCancelled = false;
  let saving: ReturnType<typeof setTimeout> | undefined;

  const say = (id: TextId) => texts[id][model.language];
  const update = (change: Partial<Model>) => {
    model = { ...model, ...change };
    render(model, actions);
  };
  const without = <Key extends 'scan' | 'notice' | 'headersToCopy'>(...keys: readonly Key[]): void => {
    const rest = { ...model };
    for (const key of keys) delete rest[key];
    model = rest;
  };
  const notify = (notice: Notice, change: Partial<Model> = {}) => update({ ...change, phase: 'idle', notice });

  /** Runs something that may fail; a failure is a sentence and a way forward, never an endless wait. */
  async function attempt(run: () => Promise<void>, again: () => void): Promise<void> {
    try {
      await run();
    } catch (problem) {
      if (problem instanceof ScanCancelled) notify({ text: say('cancelled') });
      else
        notify({
          text: problem instanceof ServerProblem ? problem.sentence[model.language] : String(problem),
          isProblem: true,
          next: { label: 'again', run: again },
        });
    }
  }

  async function open(): Promise<void> {
    without('notice');
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
    const isApart = start.tabs.some(({ annotation }) => annotation === 'apart');
    if (isApart) notify({ text: say('apart') });
    else if (!start.canEdit) notify({ text: say('viewOnly') });
    else update({ phase: 'idle' });
  }

  /** Reads the first rows of the chosen tabs and says what their columns mean. */
  async function describe(start: StartInfo): Promise<void> {
    const names = model.chosen === '' ? auditableTabs(start) : [model.chosen];
    const layouts = [];
    for (const sheet of names) {
      const corrections = model.settings.columns?.[sheet] ?? {};
      const { rows } = await callServer('top', { sheet, corrections });
      layouts.push(describeSheet(sheet, rows, corrections));
    }
    update({ layouts });
  }

  async function scanNow(): Promise<void> {
    isCancelled = false;
    without('notice', 'scan');
    update({ phase: 'reading', progress: { read: 0, all: 0 } });
    const start = await callServer('start', {});
    update({ start });
    const { chosen } = model;
    const scanned = await scan(callServer, auditableTabs(start), model.settings, {
      onProgress: (read, all) => update({ progress: { read, all } }),
      isCancelled: () => isCancelled,
      // Other tabs are read for what a client tab says of city, budget and hours only.
      isWanted: (layout) => chosen === '' || layout.sheet === chosen || isClientTab(layout),
    });
    const layouts = scanned.map(({ layout }) => layout).filter(({ sheet }) => chosen === '' || sheet === chosen);
    update({ phase: 'idle', layouts, scan: judged(scanned, start.now), report: { ...model.report, stage: 'none' } });
  }

  /** Reads the scanned cells into typed tables and judges them; nothing is asked of the server. */
  function judged(scanned: readonly ScannedSheet[], now: number): Scan {
    const inputs = scanned.map((sheet) => ({ ...sheet, isContext: model.chosen !== '' && sheet.layout.sheet !== model.chosen }));
    const prepared = prepareAudit(inputs, model.settings, { zone: createZone(model.start?.timeZone ?? 'Etc/UTC'), now });
    const judge = createJudge(prepared);
    return { scanned, prepared, judge, report: judge(model.settings), now };
  }

  function change(part: Partial<AuditSettings>): void {
    const settings = { ...model.settings, ...part };
    const isReadAnew = 'period' in part || 'formats' in part;
    // A report that is already made no longer tells of these settings.
    update({ settings, report: { patterns: model.report.patterns, stage: 'none' } });
    const { scan: done } = model;
    if (done) update({ scan: isReadAnew ? judged(done.scanned, done.now) : { ...done, report: done.judge(settings) } });
    save();
  }

  function save(): void {
    clearTimeout(saving);
    saving = setTimeout(() => {
      void attempt(async () => {
        await callServer('saveSettings', model.settings);
      }, save);
    }, SAVE_AFTER_MS);
  }

  async function correctColumn(sheet: string, header: string, field: string): Promise<void> {
    const { start, scan: done } = model;
    if (!start) return;
    const own = { ...model.settings.columns?.[sheet], [header]: field };
    update({ settings: { ...model.settings, columns: { ...model.settings.columns, [sheet]: own } } });
    save();
    without('scan', 'notice');
    await describe(start);
    if (done) notify({ text: say('columnsChanged') });
  }

  async function highlight(consent: Pick<AnnotateRequest, 'force' | 'acceptChangedValues'> = {}): Promise<void> {
    const { scan: done, start } = model;
    if (!done || !start) return;
    without('notice');
    update({ phase: 'writing' });
    const language = model.settings.language ?? start.sheetLanguage;
    const result = await callServer('annotate', { ...annotationRequest(done, language, done.now), ...consent });
    const words = wordsOf(model.language);
    switch (result.outcome) {
      case 'written': {
        const rows = words.number(result.rows, 0);
        const tabs = result.tabs.join(', ');
        return notify({
          text:
            model.language === 'ru'
              ? `Подсвечено ${rows} ${words.plural(result.rows, 'строка', 'строки', 'строк')}; рядом причины, итоги на вкладке: ${tabs}.`
              : `Highlighted ${rows} ${words.plural(result.rows, 'row', 'rows')}, with reasons beside them; summary on the tab ${tabs}.`,
        });
      }
      case 'changed':
        return result.onlyFormulaValues
          ? notify({
              text: say('changedValues'),
              next: { label: 'highlightAnyway', run: () => again({ ...consent, acceptChangedValues: true }) },
            })
          : notify({ text: say('changed'), next: { label: 'scanAgain', run: actions.scan } });
      case 'busy':
        return notify({ text: say('busy'), next: { label: 'again', run: () => again(consent) } });
      default:
        return notify(wouldBeLost(result, () => again({ ...consent, force: true })));
    }
  }
  const again = (consent: Parameters<typeof highlight>[0]) => void attempt(() => highlight(consent), actions.highlight);

  async function remove(force = false): Promise<void> {
    without('notice');
    update({ phase: 'removing' });
    const result: RemoveResult = await callServer('remove', force ? { force } : {});
    const forced = () => void attempt(() => remove(true), actions.remove);
    if (result.outcome === 'removed') notify({ text: say('removed') });
    else if (result.outcome === 'nothing') notify({ text: say('nothingToRemove') });
    else if (result.outcome === 'busy') notify({ text: say('busy'), next: { label: 'again', run: actions.remove } });
    else notify(wouldBeLost(result, forced));
  }

  const updateReport = (change: Partial<ReportState>) => update({ report: { ...model.report, ...change } });

  async function makeReport(force = false): Promise<void> {
    const { scan: done, start } = model;
    if (!done || !start) return;
    without('notice');
    update({ phase: 'writing' });
    const language = model.settings.language ?? start.sheetLanguage;
    const request = reportRequest(done, model.report.patterns, language, done.now);
    const result = await callServer('report', { ...request, ...(force ? { force } : {}) });
    const forced = () => void attempt(() => makeReport(true), actions.makeReport);
    if (result.outcome === 'busy') return notify({ text: say('busy'), next: { label: 'again', run: actions.makeReport } });
    if (result.outcome === 'typed-over') return notify(wouldBeLost(result, forced));
    const { patterns } = model.report;
    update({ phase: 'idle', report: { patterns, stage: 'made', tab: result.tab, rows: namedRows(request) } });
  }

  async function copyTables(force = false): Promise<void> {
    const { scan: done, start } = model;
    if (!done || !start) return;
    without('notice');
    update({ phase: 'writing' });
    const language = model.settings.language ?? start.sheetLanguage;
    const copies: NonNullable<ReportState['copies']>[number][] = [];
    for (const request of clientCopies(done, model.report.patterns, language)) {
      const result = await callServer('clientCopy', { ...request, ...(force ? { force } : {}) });
      const forced = () => void attempt(() => copyTables(true), actions.copyTables);
      if (result.outcome === 'busy') return notify({ text: say('busy'), next: { label: 'again', run: actions.copyTables } });
      if (result.outcome === 'typed-over') return notify(wouldBeLost(result, forced));
      if (result.outcome === 'too-long') return notify({ text: `${say('tooLong')} ${result.most}.`, isProblem: true });
      const { tab, rows, columns } = result;
      copies.push({ tab, rows, columns });
    }
    update({ phase: 'idle', report: { ...model.report, copies } });
  }

  function askToShare(email: string): void {
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      without('notice');
      updateReport({ stage: 'asked', email });
    } else notify({ text: say('wrongEmail'), isProblem: true });
  }

  async function share(): Promise<void> {
    const { tab, email, copies = [] } = model.report;
    if (tab === undefined || email === undefined) return;
    update({ phase: 'sharing' });
    const result = await callServer('share', { tabs: [tab, ...copies.map((copy) => copy.tab)], email });
    if (result.outcome === 'no-report') {
      updateReport({ stage: 'none' });
      return notify({ text: say('noReport'), isProblem: true });
    }
    const { outcome: stage, ...rest } = result;
    update({ phase: 'idle', report: { ...model.report, stage, ...rest } });
  }

  function wouldBeLost(result: TypedOver | Unmarked, run: () => void): Notice {
    const next = { label: 'goOn' as const, run };
    if (result.outcome === 'unmarked') return { text: say('unmarked'), details: result.tabs, next };
    return { text: say('typedOver'), details: result.cells.map(({ sheet, row, text }) => `${sheet}, ${row}: ${text}`), next };
  }

  async function copyHeaders(headers: readonly string[]): Promise<void> {
    const text = headers.join('\t');
    without('headersToCopy');
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
    change({ marks: { ...model.settings.marks, [found.key]: why } });
    if (!found.isLasting) notify({ text: say('markBound') });
  }

  function unmark(key: string): void {
    const { [key]: _, ...marks } = model.settings.marks ?? {};
    change({ marks });
  }

  const actions: Actions & { open: () => void } = {
    open: () => void attempt(open, actions.open),
    chooseTab: (chosen) => {
      without('scan', 'notice');
      update({ chosen });
      void attempt(async () => {
        if (model.start) await describe(model.start);
      }, actions.open);
    },
    scan: () => void attempt(scanNow, actions.scan),
    cancel: () => {
      isCancelled = true;
    },
    highlight: () => void attempt(highlight, actions.highlight),
    remove: () => void attempt(remove, actions.remove),
    showRow: (sheet, row) =>
      void attempt(
        async () => {
          await callServer('showRow', { sheet, row: row ?? 1 });
        },
        () => actions.showRow(sheet, row),
      ),
    change,
    correctColumn: (sheet, header, field) => void attempt(() => correctColumn(sheet, header, field), actions.open),
    mark,
    unmark,
    copyHeaders: (headers) => void copyHeaders(headers),
    chooseForReport: (pattern, isIn) => {
      const others = model.report.patterns.filter((number) => number !== pattern);
      update({ report: { patterns: isIn ? [...others, pattern].sort() : others, stage: 'none' } });
    },
    makeReport: () => void attempt(makeReport, actions.makeReport),
    copyTables: () => void attempt(copyTables, actions.copyTables),
    askToShare,
    share: () => void attempt(share, actions.share),
    dontShare: () => updateReport({ stage: 'made' }),
    toggle: (id, isOpen) => {
      const parts = new Set(model.open);
      if (isOpen) parts.add(id);
      else parts.delete(id);
      if (parts.size !== model.open.size) update({ open: parts });
    },
    showMore: (id) => update({ shown: { ...model.shown, [id]: (model.shown[id] ?? MORE_ROWS) + MORE_ROWS } }),
    complain: (text) => notify({ text: say(text), isProblem: true }),
  };
  return actions;
}
