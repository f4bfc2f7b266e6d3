import { beforeAll, describe, expect, it } from 'vitest';
import type { AnnotateRequest, ClientCopyRequest, ReportRequest } from '../../src/api/requests.ts';
import { clientCopies, reportRequest, usualPatterns } from '../../src/client/report-request.ts';
import type { Book } from '../../src/local/book/book.ts';
import { snapshot } from '../../src/local/book/snapshot.ts';
import type { Host } from '../../src/local/host.ts';
import { fullBook } from './full-book.ts';
import { instant, openHost, scanAndAudit } from './open-book.ts';

/** Without the numbers of new things, and without what is in front: a run that ends while it makes a tab leaves that one there. */
const unseen = ['id', 'activeSheet', 'activeArea'];
const shown = (book: Book) => JSON.stringify(snapshot(book), (key, value: unknown) => (unseen.includes(key) ? undefined : inOrder(value)));
/** What a thing has got, in whatever order it came to it. */
const inOrder = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
const isMarked = (book: Book) => book.sheets.some(({ metadata }) => metadata.some(({ key }) => key === 'smm-audit'));

/** One running add-on for all: each book takes the place of the last. */
let host: Host;
let request: AnnotateRequest;
/** The same tabs, of which less was found, in other words. */
let fewer: AnnotateRequest;
let report: ReportRequest;
let posts: ClientCopyRequest | undefined;
beforeAll(async () => {
  host = openHost(fullBook());
  const judged = await scanAndAudit(host);
  request = judged.request;
  const sheets = request.sheets.map((sheet) => ({ ...sheet, findings: sheet.findings.slice(1) }));
  fewer = { ...request, sheets, language: 'en' };
  report = reportRequest(judged, usualPatterns, 'ru', judged.start.now);
  posts = clientCopies(judged, usualPatterns, 'ru').find(({ sheet }) => sheet === 'Посты');
});

/** What a user can set going. `before` is what the file has been through already. */
interface Action {
  readonly run: () => Promise<unknown>;
  readonly before?: () => Promise<unknown>;
  /** Whole tabs one after the other, each of which the next run leaves or completes. */
  readonly inSteps?: boolean;
  /** What gives the file back as it was; by default removing. */
  readonly undo?: (() => unknown) | 'nothing';
}

const annotate = () => host.callApi('annotate', request);
const annotateOthers = () => host.callApi('annotate', fewer);
/** A copied tab has the cells and none of the marks. */
const copied = async () => {
  await annotate();
  for (const sheet of host.runtime.book.sheets) {
    sheet.metadata = [];
    for (let column = 1; column <= sheet.maxColumns; column++) sheet.setColumn(column, { metadata: undefined });
  }
};
const writeReport = () => host.callApi('report', report);
const copy = () => {
  if (!posts) throw new Error('no posts');
  return host.callApi('clientCopy', posts);
};
/** The menu has no page to answer to: what it says, it says in a window. */
const menu = (name: string) => async () => {
  host.runtime.alerts.length = 0;
  host.run(name);
  const said = host.runtime.alerts.find((text) => /try again/.test(text));
  if (said !== undefined) throw new Error(said);
};

const actions: Readonly<Record<string, Action>> = {
  highlighting: { run: annotate },
  'highlighting again': { run: annotate, before: annotate },
  'highlighting what was found since': { run: annotateOthers, before: annotate },
  'highlighting a copied tab': {
    run: () => host.callApi('annotate', { ...request, force: true }),
    before: copied,
    inSteps: true,
    undo: async () => {
      await host.callApi('remove', { force: true });
    },
  },
  removing: { run: () => host.callApi('remove', {}), before: annotate },
  'removing from the menu': { run: menu('removeAudit'), before: annotate },
  'writing the report': { run: writeReport },
  'writing the report again': { run: writeReport, before: writeReport },
  'copying a table for the client': { run: copy },
  'copying it again': { run: copy, before: copy },
  'adding template tabs': {
    run: menu('addTemplateTabs'),
    inSteps: true,
    undo: () => {
      const { book } = host.runtime;
      book.sheets = book.sheets.filter(({ name }) => !['Размещения', 'Цели', 'Клиент'].includes(name));
    },
  },
  opening: { run: () => host.callApi('start', {}), undo: 'nothing' },
  'opening the sidebar': { run: menu('openAudit'), undo: 'nothing' },
  'reading the top': { run: () => host.callApi('top', { sheet: 'Посты' }), undo: 'nothing' },
  'reading a chunk': {
    run: () =>
      host.callApi('chunk', {
        ...{ sheet: 'Посты', headerRow: 2, firstColumn: 0, lastColumn: 5, headers: ['a'], columns: [0, 1], ourColumns: [] },
        ...{ timeZone: 'Europe/Moscow', from: 0, count: 40 },
      }),
    undo: 'nothing',
  },
  'showing a row': {
    run: () =>
      host.callApi('showRow', { sheet: 'Посты', row: 7, firstRow: 5, key: [{ column: 0, cell: 1 }], judged: [{ column: 1, cell: 'x' }] }),
    undo: 'nothing',
  },
  'keeping settings': { run: () => host.callApi('saveSettings', { language: 'ru' }), undo: 'nothing' },
};

/** How a call goes wrong, counted from 0. */
const faults = {
  'fails once': (at: number) => (index: number) => {
    if (index === at) throw new Error('Exception: Service Spreadsheets timed out while accessing document.');
  },
  // After six minutes Google ends the run wherever it is, and nothing more is done.
  'takes so long that the run is ended': (at: number) => (index: number) => {
    if (index === at) clock += 400_000;
  },
} as const;
let clock = 0;

/** Runs an action while one call goes wrong. Returns whether it did, and whether the action came to its end all the same. */
async function withFault(action: Action, fault: (index: number) => void) {
  let calls = 0;
  const methods: string[] = [];
  host.runtime.resetCalls();
  host.runtime.options = {
    now: () => instant,
    elapsed: () => clock,
    beforeCall: (method, index) => {
      calls++;
      methods.push(method);
      fault(index);
    },
  };
  const problem = await action.run().then(
    () => undefined,
    (problem: Error) => problem.message,
  );
  host.runtime.options = { now: () => instant };
  return { calls, problem, methods };
}

async function fresh({ before }: Action): Promise<Book> {
  host.runtime.book = fullBook();
  host.runtime.properties.clear();
  host.runtime.holdsLock = false;
  await before?.();
  return host.runtime.book;
}

describe('when a service call goes wrong, whichever', () => {
  for (const [name, action] of Object.entries(actions)) {
    for (const [kind, faultAt] of Object.entries(faults)) {
      it(`${name}: one that ${kind} can be put right by trying again`, async () => {
        const start = shown(await fresh(action));
        const { calls } = await withFault(action, () => undefined);
        const complete = shown(host.runtime.book);
        expect(calls).toBeGreaterThan(0);
        for (let at = 0; at < calls; at++) {
          const book = await fresh(action);
          const { problem, methods } = await withFault(action, faultAt(at));
          const told = `${name}, call ${at}`;
          if (kind === 'fails once') {
            // One sentence, or the add-on found another way; nothing half done, and nobody is locked out.
            if (problem !== undefined) expect(problem, told).toMatch(/^[^\n]*try again[^\n]*\.$/);
            if (methods[at] !== 'Lock.releaseLock') expect(host.runtime.holdsLock, told).toBe(false);
            const untouched = action.before ? shown(fullBook()) : start;
            if (!isMarked(book) && !action.inSteps) expect([start, untouched, complete], told).toContain(shown(book));
          }
          if (action.undo === 'nothing') expect(shown(book), told).toBe(start);
          host.runtime.holdsLock = false;
          await action.run();
          expect(shown(book), `${told}, tried again`).toBe(complete);
          if (action.undo === 'nothing') continue;
          await (action.undo ?? (() => host.callApi('remove', {})))();
          expect(shown(book), `${told}, tried again and removed`).toBe(shown(fullBook()));
        }
      });
    }
  }
});

describe('letting the client in', () => {
  it.each(Object.entries(faults))('with a call that %s lets nobody into more than the report', async (_kind, faultAt) => {
    const share: Action = {
      run: () => host.callApi('share', { tabs: ['Отчёт для клиента'], email: 'client@example.com' }),
      before: writeReport,
    };
    await fresh(share);
    host.runtime.copies.length = 0;
    const { calls } = await withFault(share, () => undefined);
    expect(host.runtime.copies).toMatchObject([{ viewers: ['client@example.com'] }]);
    for (let at = 0; at < calls; at++) {
      const book = await fresh(share);
      const start = shown(book);
      host.runtime.copies.length = 0;
      const { problem } = await withFault(share, faultAt(at));
      expect(shown(book)).toBe(start);
      const letIn = host.runtime.copies.filter(({ viewers }) => viewers.length > 0);
      for (const { book: copied } of letIn) expect(copied.sheets.map(({ name }) => name)).toEqual(['Отчёт для клиента']);
      if (problem !== undefined) expect(problem).toMatch(/try again|Exceeded/);
      expect(await share.run(), `call ${at}`).toMatchObject({ outcome: 'shared' });
    }
  });
});
