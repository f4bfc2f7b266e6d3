import { saysSomething } from '../audit/answer/overview.ts';
import type { NotChecked, TableKind } from '../audit/answer/table-kinds.ts';
import type { Report, SheetReport } from '../audit/report.ts';
import { ownValue } from '../base/records.ts';
import type { Language, Text } from '../i18n/language.ts';
import { quoted, wordsOf } from '../i18n/words.ts';
import type { Insight, SignalResult, Skipped } from '../patterns/engine/signal.ts';
import type { Evidence } from '../patterns/engine/verdicts.ts';
import { signalById } from '../patterns/index.ts';
import type { LeftOut, SheetProblem } from '../table/column-report.ts';
import { acceptedHeaders, fieldById } from '../table/fields.ts';

/** One finding in words: a sentence with its numbers, and one thing to do. */
export function findingText(signalId: string, evidence: Evidence, language: Language): { readonly message: string; readonly fix: string } {
  const texts = signalById(signalId)?.signal.texts[language];
  return texts ? { message: texts.finding(evidence, wordsOf(language)), fix: texts.fix } : { message: '', fix: '' };
}

/** `Sent for approval`, `На согласование` …: headers that would do, best first, for each missing field. */
export function missingHeaders(missing: SignalResult['missing'], language: Language): readonly string[] {
  const wanted = [...new Set(missing.flat())];
  return wanted.map(fieldById).flatMap((field) => (field ? acceptedHeaders(field, language) : []));
}

const needs: Readonly<Record<Language, { one: string; several: string; and: string; or: string; orPair: string }>> = {
  en: { one: 'needs a column such as', several: 'needs columns such as', and: ' and ', or: ' or ', orPair: ', or ' },
  ru: { one: 'нужна колонка, например', several: 'нужны колонки, например', and: ' и ', or: ' или ', orPair: ', или ' },
};

/** `needs a column such as "Reach"`; alternatives joined by "or". */
export function missingText(missing: SignalResult['missing'], language: Language): string {
  const { one, several, and, or, orPair } = needs[language];
  const quote = (id: string) => {
    return quoted(fieldById(id)?.aliases[language][0] ?? id, language);
  };
  const isOne = missing.every((set) => set.length === 1);
  // Fields may differ and still ask for the same header.
  const sets = [...new Set(missing.map((set) => listed(set.map(quote), and)))];
  return isOne ? `${one} ${listed(sets, or)}` : `${several} ${sets.join(orPair)}`;
}

/** `A, B and C` */
const listed = (parts: readonly string[], last: string) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${last}${parts[parts.length - 1]}`;

/** What is needed to say why a signal was not checked; rows may have been counted already. */
export type Unchecked = Pick<SignalResult, 'signal' | 'outcome' | 'missing'> & {
  readonly notJudged?: { readonly reason: string; readonly evidence: Evidence };
  readonly skipped: readonly (Omit<Skipped, 'rows'> & { readonly rows: number | readonly number[] })[];
};
const rowsOf = ({ rows }: Unchecked['skipped'][number]): number => (typeof rows === 'number' ? rows : rows.length);

/** Why a signal was not checked, in words; `''` for the other outcomes. */
export function notCheckedText(result: Unchecked, language: Language): string {
  if (result.outcome === 'failed') return failed[language];
  if (result.outcome !== 'not-checked') return '';
  if (result.missing.length > 0) return missingText(result.missing, language);
  if (result.notJudged) {
    const { reason, evidence } = result.notJudged;
    const text = ownValue(signalById(result.signal)?.signal.texts[language].notJudged ?? {}, reason);
    return text?.(evidence, wordsOf(language)) ?? nothingToJudge[language];
  }
  const [most] = [...result.skipped].sort((one, other) => rowsOf(other) - rowsOf(one));
  return most ? skippedText(result.signal, most, language) : nothingToJudge[language];
}

const absentTables: Readonly<Record<TableKind, Text>> = {
  posts: { en: 'There is no filled table of posts', ru: 'Нет заполненной таблицы постов' },
  series: { en: 'There is no filled table of followers over time', ru: 'Нет заполненной таблицы подписчиков по дням' },
  placements: { en: 'There is no filled table of ad placements', ru: 'Нет заполненной таблицы размещений' },
  leads: { en: 'There is no filled table of leads', ru: 'Нет заполненной таблицы заявок' },
  goals: { en: 'There is no filled table of goals', ru: 'Нет заполненной таблицы целей' },
};

/** One thing that was not checked: what it is, why, and the tab where there is one to name. */
export function notCheckedWords(
  line: NotChecked<Unchecked>,
  language: Language,
): { readonly what: string; readonly why: string; readonly sheet?: string } {
  const titleOf = (signal: string) => signalById(signal)?.signal.texts[language].title ?? '';
  if ('kind' in line) return { what: absentTables[line.kind][language], why: line.signals.map(titleOf).join('; ') };
  return { what: titleOf(line.result.signal), why: notCheckedText(line.result, language), sheet: line.sheet };
}

const failed: Text = {
  en: 'this check broke on something in the sheet; the others went on',
  ru: 'эта проверка споткнулась о что-то в таблице; остальные прошли',
};
const nothingToJudge: Text = { en: 'no row has what this check needs', ru: 'ни в одной строке нет нужных для проверки значений' };

const skipTexts: Readonly<Record<Language, Readonly<Record<string, (header: string) => string>>>> = {
  en: {
    blank: (header) => `no value for ${header}`,
    unreadable: (header) => `a value for ${header} that cannot be read`,
    undecided: (header) =>
      `a value for ${header} that can be read in two ways (decimal mark or order of day and month): set it in the settings`,
  },
  ru: {
    blank: (header) => `нет значения: ${header}`,
    unreadable: (header) => `значение не читается: ${header}`,
    undecided: (header) => `значение читается двояко (десятичный знак или порядок дня и месяца), укажите в настройках: ${header}`,
  },
};

/** Why rows were skipped by a signal, without the rows. */
export function skippedText(signalId: string, { reason, field }: Omit<Skipped, 'rows'>, language: Language): string {
  const general = ownValue(skipTexts[language], reason);
  if (general && field !== undefined) return general(fieldById(field)?.title[language] ?? field);
  return ownValue(signalById(signalId)?.signal.texts[language].unclear ?? {}, reason) ?? reason;
}

const explanations: Readonly<Record<string, Text>> = {
  giveaway: { en: 'a giveaway, as the sheet says', ru: 'розыгрыш, отмечен в таблице' },
  promotion: { en: 'a promotion, as the sheet says', ru: 'продвижение, отмечено в таблице' },
  'shout-out': { en: 'a shout-out, as the sheet says', ru: 'упоминание у другого автора, отмечено в таблице' },
  campaign: { en: 'a campaign', ru: 'рекламная кампания' },
  paid: { en: 'paid promotion, as the sheet says', ru: 'платное продвижение, отмечено в таблице' },
  spend: { en: 'ad spend on that day, as the sheet says', ru: 'расход на рекламу в этот день, отмечен в таблице' },
  launch: { en: 'the account had just been opened', ru: 'аккаунт только что открыли' },
  agreed: { en: 'agreed with the client', ru: 'согласовано с клиентом' },
  other: { en: 'marked as fine', ru: 'отмечено как нормальное' },
};

/** Why something is explained; what the user typed as a reason of their own is shown as "marked". */
export function explainedText(why: string, language: Language): string {
  return (explanations[why] ?? explanations.other)?.[language] ?? why;
}

const problems: Readonly<Record<SheetProblem, Text>> = {
  empty: { en: 'The sheet is empty: put a table with a header row into it.', ru: 'Лист пуст: нужна таблица со строкой заголовков.' },
  'no-header': {
    en: 'No header row was found in the first 20 rows: name the columns, for example “Date”, “Likes”, “Followers”.',
    ru: 'В первых 20 строках нет строки заголовков: назовите колонки, например «Дата», «Лайки», «Подписчики».',
  },
  'no-data': {
    en: 'There is a header but no row below it: add data and run the audit again.',
    ru: 'Под заголовками нет ни одной строки: добавьте данные и запустите проверку снова.',
  },
  'nothing-recognised': {
    en: 'None of the columns was recognised: say in the settings what they mean, or rename a header.',
    ru: 'Ни одна колонка не распознана: укажите в настройках, что они значат, или переименуйте заголовок.',
  },
  'not-a-grid': {
    en: 'This tab has no cells to read (a chart or a connected data source).',
    ru: 'На этой вкладке нет ячеек для чтения (диаграмма или подключённый источник).',
  },
  'tall-export': {
    en: 'This looks like an export with one metric per row: export it as a table with one column per metric.',
    ru: 'Похоже на выгрузку «одна метрика — одна строка»: выгрузите таблицу, где у каждой метрики своя колонка.',
  },
  'month-blocks': {
    en: 'Months stand side by side as columns here: put one row per month or day, with a column for the date and one for each metric.',
    ru: 'Здесь месяцы стоят колонками рядом: сделайте по строке на месяц или день, с колонкой даты и колонкой для каждой метрики.',
  },
};

export function problemText(problem: SheetProblem, language: Language): string {
  return problems[problem][language];
}

const leftOutTexts: Readonly<Record<LeftOut['reason'], Text>> = {
  blank: { en: 'blank', ru: 'пустые' },
  total: { en: 'totals', ru: 'итоги' },
  header: { en: 'repeated headers', ru: 'повторы заголовка' },
  example: { en: 'examples', ru: 'примеры' },
  'other-table': { en: 'another table below', ru: 'другая таблица ниже' },
  'outside-period': { en: 'outside the period', ru: 'вне периода' },
};

const fromRow: Text = { en: 'from row', ru: 'со строки' };

export function leftOutText({ reason, rows }: LeftOut, language: Language): string {
  const from = reason === 'other-table' ? ` ${fromRow[language]} ${rows[0]}` : '';
  return `${leftOutTexts[reason][language]}${from}: ${wordsOf(language).number(rows.length, 0)}`;
}

export function insightText(signalId: string, { code, evidence }: Insight, language: Language): string {
  const text = ownValue(signalById(signalId)?.signal.texts[language].insights ?? {}, code);
  return text?.(evidence, wordsOf(language)) ?? '';
}

/** Whether anything was found at all: the command line's exit code says so. */
export function hasFindings(report: Report): boolean {
  return report.sheets.some(({ results }) => results.some(({ outcome }) => outcome === 'found'));
}

/** Whether any signal of any sheet judged anything: without it "clear" would be a lie. */
export function wasAudited({ results }: Pick<SheetReport, 'results'>): boolean {
  return results.some(({ outcome }) => outcome === 'found' || outcome === 'clear');
}

/** Whether anything can be said of a tab, if only what its rows come to. */
export const isUnderstood = ({ sheets }: Pick<Report, 'sheets'>): boolean =>
  sheets.some((sheet) => wasAudited(sheet) || (sheet.overview !== undefined && saysSomething(sheet.overview)));
