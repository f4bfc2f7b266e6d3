import type { Edit, MenuOutcome, Place } from '../session.ts';
import type { BookView } from '../view.ts';
import { Grid } from './grid.ts';
import { openPanel } from './panel.ts';
import { ask, fetchFile, sendFiles } from './server.ts';
import { texts } from './texts.ts';
import { toolbar } from './toolbar.ts';
import './page.css';

const view = await ask<BookView>('/view');
const { language } = view;
document.documentElement.lang = language;

// The add-on's formulas ask the spreadsheet for these two only, and read nothing else of it.
Object.assign(globalThis, {
  SpreadsheetApp: {
    getActiveSpreadsheet: () => ({ getSpreadsheetLocale: () => current.locale, getSpreadsheetTimeZone: () => current.timeZone }),
  },
});

let current = view;
const status = document.createElement('output');
status.id = 'status';
const say = (text: string) => {
  status.textContent = text;
};
const sayProblem = (problem: unknown) => {
  say(problem instanceof TypeError ? texts.stopped[language] : problem instanceof Error ? problem.message : String(problem));
};

/** Everything that goes to the server goes in order. */
let queue: Promise<unknown> = Promise.resolve();
function inOrder<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const next = queue.then(work);
  queue = next.catch(() => undefined);
  return next;
}
const act = (work: () => Promise<void>) => void inOrder(work).catch(sayProblem);
/** What was said of the step before is no longer true. */
const begin = (work: () => Promise<void>) => {
  say('');
  act(work);
};

function show(next: BookView): void {
  current = next;
  document.title = `${next.fileName} · SMM Audit`;
  bar.setFileName(next.fileName);
  grid.show(next);
}
const refresh = async () => show(await ask<BookView>('/view'));

let waiting: Edit[] = [];
function edited(edits: readonly Edit[]): void {
  // One request for all that a paste or a recalculation changes.
  if (waiting.length === 0) setTimeout(() => act(sendEdits));
  waiting = [...waiting, ...edits];
}
async function sendEdits(): Promise<void> {
  const edits = waiting;
  waiting = [];
  if (edits.length > 0) await ask('/edit', edits);
}

const main = document.createElement('main');
main.id = 'work';
const sheet = document.createElement('div');
sheet.id = 'sheet';
sheet.ariaBusy = 'true';
main.append(sheet);
const bar = toolbar(language, {
  run: (name) => begin(() => runMenuItem(name)),
  open: (files) =>
    begin(async () => {
      show(await sendFiles<BookView>('/open', files));
      panel.restart();
    }),
  sort: (isDescending) => begin(() => atPlace('/sort', { isDescending }, texts.sorted[language])),
  showRowsLike: () => begin(() => atPlace('/rows-like', {}, texts.filtered[language])),
  showAllRows: () => begin(() => atPlace('/all-rows', {}, '')),
  download: () => begin(download),
  refuseSharing: (isRefused) => begin(async () => void (await ask('/sharing', { isRefused }))),
});
document.body.append(bar.element, main, status);
bar.setFileName(view.fileName);
const menu = await ask<{ label: string; functionName: string }[]>('/menu');
bar.setMenu(menu);

const grid = new Grid('sheet', view, {
  edited,
  spilled: (name, cells) => act(async () => void (await ask('/spill', { sheet: name, cells }))),
  typed: () => say(''),
  complained: say,
  refused: () => say(texts.fixedShape[language]),
  activated: (name) => act(async () => void (await ask('/activate', { sheet: name }))),
});
await grid.ready;
sheet.ariaBusy = 'false';
say(texts.ready[language].replace('{first}', menu[0]?.label ?? ''));

/** Calls after which the workbook looks different. */
const writing = new Set(['annotate', 'remove', 'report', 'clientCopy', 'templates', 'showTab']);

const panel = openPanel(main, {
  call: (method, argument) =>
    inOrder(async () => {
      await sendEdits();
      const { result, place } = await ask<{ result: unknown; place?: Place }>('/call', { method, argument });
      if (method === 'showRow' && place) grid.go(place);
      if (writing.has(method)) await refresh();
      return result;
    }),
  closeLabel: texts.closePanel[language],
});

async function runMenuItem(name: string, agrees = false): Promise<void> {
  await sendEdits();
  const { opensSidebar, said, question } = await ask<MenuOutcome>('/run', { name, agrees });
  if (question !== undefined) {
    if (window.confirm(question)) await runMenuItem(name, true);
    return;
  }
  if (opensSidebar) panel.show();
  else await refresh();
  if (said.length > 0) say(said.join(' '));
}

async function atPlace(path: string, wanted: object, said: string): Promise<void> {
  await sendEdits();
  const place = grid.place();
  if (!place) return say(texts.chooseCell[language]);
  show(await ask<BookView>(path, { ...place, ...wanted }));
  say(said);
}

async function download(): Promise<void> {
  await sendEdits();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await fetchFile('/download'));
  link.download = `${current.fileName.replace(/\.\w+( \+ .*)?$/, '')}-smm-audit.xlsx`;
  link.click();
  URL.revokeObjectURL(link.href);
}
