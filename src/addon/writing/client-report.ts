import type { ReportResult } from '../../api/messages.ts';
import type { ClearestRow, ReportRequest } from '../../api/requests.ts';
import { isOneYear } from '../../base/dates.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { shared, wordsOf } from '../../i18n/words.ts';
import { gravity } from '../../patterns/engine/verdicts.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { type BillLineSum, billArithmetic, rowCount } from '../../wording/bill-text.ts';
import { findingText, notCheckedText } from '../../wording/render.ts';
import { changeIn, standingOf } from '../reading/compare.ts';
import { withDocumentLock } from '../services/lock.ts';
import { clearTab, findOwnTabs, typedIntoTab } from '../traces/own-tabs.ts';
import { reportWithCodeWords } from './code-words.ts';
import { billLine } from './summary.ts';
import { BAND, type Line, writeOwnTab } from './write-own-tab.ts';

const texts = {
  title: { en: 'Social media: what the spreadsheet shows', ru: 'Соцсети: что видно по таблице' },
  intro: {
    en: 'These are observations from our working spreadsheet, not a verdict on anyone. Each one names the row it comes from, so we can look it up and talk it over.',
    ru: 'Это наблюдения из рабочей таблицы, а не оценка людей. У каждого указана строка, так что его легко найти и обсудить.',
  },
  read: { en: 'What we looked at', ru: 'Что смотрели' },
  bill: { en: 'In total', ru: 'Итого' },
  noBill: { en: 'There is nothing to add up here.', ru: 'Складывать здесь нечего.' },
  nothingSeen: { en: 'The chosen topics raise no questions.', ru: 'По выбранным темам вопросов нет.' },
  table: { en: 'the sheet as a whole', ru: 'таблица в целом' },
  steps: { en: 'What we could agree on next', ru: 'О чём стоит договориться' },
  who: { en: 'Who', ru: 'Кто' },
  byWhen: { en: 'By when', ru: 'Срок' },
  unchecked: { en: 'What we could not check', ru: 'Что проверить не удалось' },
  decider: { en: 'decider', ru: 'решающий' },
} as const satisfies Record<string, Text>;

/** What one can take on at once. */
const MOST_STEPS = 5;
/** Label and text: together narrower than an A4 page, and to be read on a phone. */
const WIDTHS = [140, 380] as const;

/** Writes the report that goes to the client: values and formats only, neutral, and nothing in it but our words, numbers and names of tabs. */
export function report(given: ReportRequest): ReportResult {
  const request = reportWithCodeWords(given);
  return withDocumentLock((): ReportResult => {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const ownTabs = findOwnTabs(spreadsheet);
    // The report names rows: on another sheet they would be other posts.
    const change = changeIn(standingOf(spreadsheet, request.sheets, ownTabs), request.acceptChangedValues);
    if (change) return change;
    const earlier = ownTabs.filter(({ kind }) => kind === 'report');
    const cells = request.force ? [] : earlier.flatMap(typedIntoTab);
    if (cells.length > 0) return { outcome: 'typed-over', cells };
    for (const tab of earlier) clearTab(spreadsheet, tab);
    const { charts, language } = request;
    const content = { lines: linesOf(request), widths: WIDTHS, charts, chartsAt: 'below', language } as const;
    return { outcome: 'written', tab: writeOwnTab(spreadsheet, { kind: 'report', name: shared.reportTab[language], ...content }) };
  });
}

const blank: Line = { cells: [] };

function linesOf(request: ReportRequest): readonly Line[] {
  const { language, now, bill } = request;
  const words = wordsOf(language);
  const heading = (text: Text): Line => ({ cells: [text[language]], look: 'heading', colour: BAND });
  return [
    { cells: [texts.title[language]], look: 'title' },
    { cells: [words.date(now), texts.intro[language]] },
    blank,
    heading(texts.read),
    ...readLines(request),
    blank,
    heading(texts.bill),
    ...(bill.length > 0 ? bill.map((sum) => totalLine(sum, language)) : [{ cells: ['', texts.noBill[language]] }]),
    blank,
    ...seenLines(request),
    ...stepLines(request, heading(texts.steps)),
    ...uncheckedLines(request, heading(texts.unchecked)),
  ];
}

/** A figure, what it is, and how it is made. */
function totalLine(sum: BillLineSum, language: Language): Line {
  const { cells, ...line } = billLine(sum, language);
  return { ...line, cells: [cells[0] ?? '', `${cells[1]}. ${billArithmetic(sum.signal, language)}`] };
}

/** Tabs, rows, accounts and the period of each. */
function readLines({ sheets, language }: ReportRequest): readonly Line[] {
  const words = wordsOf(language);
  const russian = language === 'ru';
  return sheets.map(({ sheet, rowsAudited, accounts, from, to }): Line => {
    const rows = rowCount(rowsAudited, words);
    const own =
      accounts > 1
        ? `${words.number(accounts, 0)} ${russian ? words.plural(accounts, 'аккаунт', 'аккаунта', 'аккаунтов') : words.plural(accounts, 'account', 'accounts')}`
        : '';
    const period =
      from === undefined || to === undefined ? '' : `${isOneYear(from, to) ? words.day(from) : words.date(from)} – ${words.date(to)}`;
    return { cells: [sheet, [rows, own, period].filter((part) => part !== '').join(', ')] };
  });
}

/** Per pattern how many rows, and the clearest of them. */
function seenLines({ patterns: chosen, sheets, clearest, language }: ReportRequest): readonly Line[] {
  const words = wordsOf(language);
  const seen = chosen.flatMap((number): readonly Line[] => {
    const pattern = patterns[number - 1];
    const own = (signal: string) => signalById(signal)?.number === number;
    const count = sheets.reduce(
      (sum, { found }) => sum + found.filter(({ signal }) => own(signal)).reduce((all, { rows }) => all + rows, 0),
      0,
    );
    if (!pattern || count === 0) return [];
    const times =
      language === 'ru'
        ? `${words.number(count, 0)} ${words.plural(count, 'наблюдение', 'наблюдения', 'наблюдений')}`
        : `${words.number(count, 0)} ${words.plural(count, 'observation', 'observations')}`;
    return [
      { cells: [`${pattern.title[language]}: ${times}`], look: 'heading', colour: pattern.colour.row },
      { cells: ['', pattern.why[language]] },
      ...clearest.filter(({ signal }) => own(signal)).map((row): Line => ({ cells: [placeOf(row, language), sentenceOf(row, language)] })),
      blank,
    ];
  });
  return seen.length > 0 ? seen : [{ cells: ['', texts.nothingSeen[language]] }, blank];
}

function placeOf({ sheet, row, at }: ClearestRow, language: Language): string {
  const place = row === null ? `${sheet}, ${texts.table[language]}` : `${sheet}, ${shared.rowNumber[language]}\u00A0${row}`;
  return at === undefined ? place : `${wordsOf(language).day(at)}. ${place}`;
}

function sentenceOf({ signal, evidence, decider }: ClearestRow, language: Language): string {
  const { message } = findingText(signal, evidence, language);
  return decider === undefined ? message : `${message} (${texts.decider[language]} ${letter(decider)})`;
}

const letter = (number: number) => String.fromCharCode(64 + Math.min(26, Math.max(1, number)));

/** Advice, each once, the gravest first, with room for a name and a date. */
function stepLines({ sheets, language }: ReportRequest, heading: Line): readonly Line[] {
  const gravest = sheets
    .flatMap(({ found }) => found)
    .sort((one, other) => gravity[one.severity] - gravity[other.severity] || other.rows - one.rows);
  const all = gravest.map(({ signal }) => signalById(signal)?.signal.texts[language].fix ?? '');
  const steps = all.filter((step, index) => step !== '' && all.indexOf(step) === index).slice(0, MOST_STEPS);
  if (steps.length === 0) return [];
  const toFill = [texts.who, texts.byWhen].map((text) => `${text[language]}: __________________`).join('   ');
  return [
    heading,
    ...steps.flatMap((step, index): readonly Line[] => [{ cells: ['', `${index + 1}. ${step}`] }, { cells: ['', toFill] }]),
    blank,
  ];
}

function uncheckedLines({ sheets, language }: ReportRequest, heading: Line): readonly Line[] {
  const checked = new Set(
    sheets.flatMap(({ results }) =>
      results.filter(({ outcome }) => outcome === 'found' || outcome === 'clear').map(({ signal }) => signal),
    ),
  );
  const silent = sheets.flatMap(({ results }) => results.filter(({ signal }) => !checked.has(signal)));
  const once = silent.filter(({ signal }, index) => silent.findIndex((other) => other.signal === signal) === index);
  if (once.length === 0) return [];
  return [
    heading,
    ...once.map(
      (result): Line => ({
        cells: [signalById(result.signal)?.signal.texts[language].title ?? '', notCheckedText(result, language)],
      }),
    ),
  ];
}
