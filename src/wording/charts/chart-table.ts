import type { ChartData } from '../../audit/answer/chart-data.ts';
import { isOneYear } from '../../base/dates.ts';
import { medianOf, quantileOf } from '../../base/statistics.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { currencySigns, shared, type Words, wordsOf } from '../../i18n/words.ts';
import type { ChartKind } from '../../patterns/engine/signal.ts';

/** A chart as a table in words: what a tab draws from, and what a picture says to those who do not see it. */
export interface ChartTable {
  readonly kind: ChartKind | 'course' | 'groups';
  readonly title: string;
  /** Names of the columns; the first is that of the points. */
  readonly columns: readonly string[];
  /** A name and a number for each further column; `null` where there is none. */
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  /** How many points there are in order and in question, where not all of them are drawn. */
  readonly all?: readonly number[];
  /** The highest value that is drawn in full; a bar beyond it would flatten the others. */
  readonly top?: number;
}

interface ChartTexts {
  readonly title: Text;
  readonly columns: readonly Text[];
}

const inQuestion: Text = { en: 'In question', ru: 'Под вопросом' };

const texts: Readonly<Record<ChartKind, ChartTexts>> = {
  growth: {
    title: { en: 'Followers and engagements', ru: 'Подписчики и реакции' },
    columns: [
      { en: 'Day', ru: 'День' },
      { en: 'Followers', ru: 'Подписчики' },
      { en: 'Engagements', ru: 'Реакции' },
      { en: 'Gain in question', ru: 'Прирост под вопросом' },
    ],
  },
  waiting: {
    title: { en: 'How long posts waited for approval', ru: 'Сколько посты ждали согласования' },
    columns: [{ en: 'Sent', ru: 'Отправлен' }, { en: 'In time', ru: 'Вовремя' }, inQuestion, { en: 'Limit', ru: 'Предел' }],
  },
  leads: {
    title: { en: 'How leads were answered', ru: 'Как отвечали на заявки' },
    columns: [{ en: 'Answer', ru: 'Ответ' }, { en: 'In time', ru: 'Вовремя' }, inQuestion],
  },
  prices: {
    title: { en: 'Price per 1,000 people who fit', ru: 'Цена 1000 подходящих людей' },
    columns: [{ en: 'Placement', ru: 'Размещение' }, { en: 'Price', ru: 'Цена' }, inQuestion, { en: 'Usual', ru: 'Обычная' }],
  },
};

const units: Readonly<Record<NonNullable<ChartData['unit']>, Text>> = {
  hours: { en: 'hours', ru: 'часов' },
  days: { en: 'working days (planned posts)', ru: 'рабочих дней (плановые посты)' },
};
const answers: readonly Text[] = [
  { en: 'in time', ru: 'вовремя' },
  { en: 'late', ru: 'поздно' },
  { en: 'none', ru: 'без ответа' },
];
const theUsual: Text = { en: 'usual', ru: 'обычно' };

/** So many times the usual one, and a bar stands beside the usual alone. */
const FAR = 4;
const FEWEST_TO_COMPARE = 3;
/** Bars so many times higher than nine of ten others are cut off. */
const FLATTENING = 2;

/**
 * @param isNumbered rows of placements are named by their number in the sheet, else by their date or place in order
 */
export function chartTable(chart: ChartData, language: Language, isNumbered = true): ChartTable {
  const { kind, currency, unit, all } = chart;
  const measure = currency === undefined ? unit && units[unit][language] : (currencySigns[currency] ?? currency);
  const title = measure === undefined ? texts[kind].title[language] : `${texts[kind].title[language]}, ${measure}`;
  const rows = rowsOf(chart, wordsOf(language), isNumbered).map(({ label, values }) => ({ label, values: values.map(rounded) }));
  const width = Math.max(0, ...rows.map(({ values }) => values.length));
  const columns = texts[kind].columns.slice(0, width + 1).map((text) => text[language]);
  const top = kind === 'waiting' ? topOf(rows.map(({ values }) => Math.max(...values.slice(0, 2).map((value) => value ?? 0)))) : undefined;
  return { kind, title, columns, rows, ...(all === undefined ? {} : { all }), ...(top === undefined ? {} : { top }) };
}

function rowsOf(chart: ChartData, words: Words, isNumbered: boolean): ChartTable['rows'] {
  const { kind, points, limit, times = [] } = chart;
  const { language } = words;
  const across = limit === undefined ? [] : [limit];
  if (kind === 'leads')
    return points.map(([answer, count]) => ({
      label: answers[answer ?? 0]?.[language] ?? '',
      values: answer === 0 ? [count ?? 0, null] : [null, count ?? 0],
    }));
  const stamps = kind === 'prices' ? times.flatMap((time) => time ?? []) : points.map(([time]) => time ?? 0);
  const isLong = stamps.length > 0 && !isOneYear(Math.min(...stamps), Math.max(...stamps));
  const dayOf = (time: number) => (isLong ? words.date(time) : words.day(time));
  if (kind === 'growth') return points.map(([time, ...values]) => ({ label: dayOf(time ?? 0), values }));
  /** What is in question stands in a column of its own. */
  const apart = (value: number | null, questioned: number | null) => (questioned === null ? [value, null] : [null, value]);
  if (kind === 'waiting')
    return points.map(([time, value = null, questioned = null]) => ({
      label: dayOf(time ?? 0),
      values: [...apart(value, questioned), ...across],
    }));
  const placements = points.map(([row, value = null, questioned = null], index) => {
    const time = times[index] ?? null;
    const label = isNumbered ? `${shared.row[language]}\u00A0${row}` : time === null ? `${index + 1}` : dayOf(time);
    return { label, value, questioned, values: [...apart(value, questioned), ...across] };
  });
  const usual = medianOf(placements.flatMap(({ value }) => value ?? []));
  const [dearest] = [...placements].sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  if (dearest?.value != null && placements.length >= FEWEST_TO_COMPARE && dearest.value > FAR * usual)
    return [
      { label: dearest.label, values: apart(dearest.value, dearest.questioned) },
      { label: theUsual[language], values: [usual, null] },
    ];
  return placements.map(({ label, values }) => ({ label, values }));
}

function topOf(values: readonly number[]): number | undefined {
  const most = Math.max(...values);
  const usual = quantileOf(values, 0.9);
  return usual > 0 && most > FLATTENING * usual ? Math.ceil(usual * FLATTENING) : undefined;
}

/** A tenth says something of small numbers only. */
const rounded = (value: number | null) => (value === null ? null : Math.abs(value) < 100 ? Math.round(value * 10) / 10 : Math.round(value));
