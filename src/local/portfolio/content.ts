/** The portfolio in words: tables and charts, once for the workbook and the page. */
import { courseOf } from '../../audit/progress/history.ts';
import type { AuditSum } from '../../audit/progress/kept.ts';
import type { WallTime } from '../../base/dates.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { currencySigns, shared, type Words, wordsOf } from '../../i18n/words.ts';
import { severities } from '../../patterns/engine/verdicts.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { amountText, billText } from '../../wording/bill-text.ts';
import type { ChartTable } from '../../wording/charts/chart-table.ts';
import { type Benchmark, type Benchmarks, benchmarksOf, FEWEST_CLIENTS, type MeasureName } from './benchmarks.ts';
import type { PortfolioClient } from './pool.ts';
import { added, graveText, isComparable, type RankedClient, type Ranking, rankClients, type Sum, sameKind } from './ranking.ts';
import type { SignalCount } from './record.ts';
import { baseTexts, networkTexts, texts, unitTexts } from './texts.ts';

/** `file`: path of something that lies beside the client's own files. */
export type Cell = string | number | null | { readonly text: string; readonly file: string };

export interface Column {
  readonly title: string;
  /** How its numbers are written. */
  readonly format: 'text' | 'count' | 'amount' | 'share' | 'long-text';
}

export interface Section {
  readonly title: string;
  /** The name of its tab, where that is another. */
  readonly tab?: string;
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly charts: readonly ChartTable[];
}

export interface PortfolioContent {
  readonly language: Language;
  readonly title: string;
  readonly about: string;
  /** The overview first. */
  readonly sections: readonly Section[];
}

export interface PortfolioInput {
  readonly clients: readonly PortfolioClient[];
  /** Sums of earlier portfolios by client; with them the course is shown. */
  readonly history?: ReadonlyMap<string, readonly AuditSum[]>;
  readonly language: Language;
  readonly asOf: WallTime;
}

/** So many bars have room for their names; the table has the others. */
const MOST_BARS = 6;
/** Of a comparison all that a picture can tell apart. */
const MOST_COMPARED = 40;

export function portfolioContent({ clients, history, language, asOf }: PortfolioInput): PortfolioContent {
  const words = wordsOf(language);
  const ranking = rankClients(clients);
  return {
    language,
    title: `${shared.productName[language]}: ${texts.title[language].toLowerCase()}`,
    about: aboutText(ranking, asOf, words),
    sections: [
      overview(ranking, words),
      ...patterns.flatMap((_, index) => patternSection(index + 1, ranking, words)),
      benchmarkSection(benchmarksOf(ranking.ranked), words),
      ...notCheckedSection(ranking, words),
      ...(history ? [courseSection(ranking, history, words)] : []),
    ],
  };
}

function aboutText({ ranked, refused }: Ranking, asOf: WallTime, words: Words): string {
  const [audited, not] = [words.number(ranked.length, 0), words.number(refused.length, 0)];
  const texts: Text = {
    en: `${audited} ${words.plural(ranked.length, 'client', 'clients')} audited${refused.length > 0 ? `; ${not} could not be` : ''}. What is open is counted up to ${words.date(asOf)}.`,
    ru: `Проверено: ${audited} ${words.plural(ranked.length, 'клиент', 'клиента', 'клиентов')}${refused.length > 0 ? `; не удалось проверить: ${not}` : ''}. Открытое посчитано до ${words.date(asOf)}.`,
  };
  return texts[words.language];
}

function overview(ranking: Ranking, words: Words): Section {
  const { language } = words;
  const { ranked, refused } = ranking;
  const say = (key: keyof typeof texts) => texts[key][language];
  const totals = added(ranked.flatMap(({ sums }) => sums));
  const [hasCopies, hasReports] = [ranked.some(({ record }) => record.copies.length > 0), ranked.some(({ record }) => record.report)];
  const columns: readonly Column[] = [
    { title: say('client'), format: 'text' },
    { title: say('period'), format: 'text' },
    { title: say('rows'), format: 'count' },
    { title: say('gravest'), format: 'text' },
    ...severities.map((severity): Column => ({ title: shared.severity[severity][language], format: 'count' })),
    { title: say('part'), format: 'share' },
    ...patterns.map(({ title }, index): Column => ({ title: `${index + 1}. ${title[language]}`, format: 'count' })),
    ...totals.map((sum): Column => ({ title: sumTitle(sum, language), format: 'amount' })),
    { title: say('notChecked'), format: 'long-text' },
    ...(hasCopies ? [{ title: say('copies'), format: 'text' } as const] : []),
    ...(hasReports ? [{ title: say('report'), format: 'text' } as const] : []),
  ];
  const rowOf = (one: RankedClient): readonly Cell[] => [
    one.client,
    periodText(one.record, words),
    one.record.rows,
    graveText(one, language),
    ...severities.map((severity) => one.counts[severity]),
    one.part,
    ...patterns.map((_, index) => findingsOf(one.record.signals.filter(({ pattern }) => pattern === index + 1))),
    ...totals.map((total) => one.sums.find((sum) => sameKind(sum, total))?.amount ?? null),
    words.number(one.record.notChecked.length, 0),
    ...(hasCopies ? [linkTo(one.path, one.record.copies[0], one.record.copies.length)] : []),
    ...(hasReports ? [linkTo(one.path, one.record.report)] : []),
  ];
  const width = columns.length;
  const before = 4 + severities.length + 1 + patterns.length;
  const padded = (cells: readonly Cell[]): readonly Cell[] => [...cells, ...Array.from({ length: width - cells.length }, () => null)];
  const blanks = (count: number): readonly Cell[] => Array.from({ length: count }, () => null);
  return {
    title: say('overview'),
    tab: say('tab'),
    notes: [say('ranking')],
    columns,
    rows: [
      ...ranked.map(rowOf),
      ...refused.map(({ client, record }) =>
        padded([client, ...blanks(before - 1 + totals.length), record.outcome === 'refused' ? record.sentence[language] : '']),
      ),
      ...(ranked.length > 1
        ? [
            padded([
              say('all'),
              null,
              ranked.reduce((sum, { record }) => sum + record.rows, 0),
              null,
              ...severities.map((severity) => ranked.reduce((sum, { counts }) => sum + counts[severity], 0)),
              null,
              ...patterns.map((_, index) =>
                findingsOf(ranked.flatMap(({ record }) => record.signals.filter(({ pattern }) => pattern === index + 1))),
              ),
              // Money of nobody knows which currency adds up to nothing.
              ...totals.map((total) => (isComparable(total) ? total.amount : null)),
            ]),
          ]
        : []),
    ],
    charts: [
      barChart(
        say('grave'),
        [say('client'), '', say('findings')],
        ranked.slice(0, MOST_BARS).map(({ client, counts }) => ({ label: client, values: [null, counts.critical + counts.serious] })),
      ),
    ].flatMap((chart) => chart ?? []),
  };
}

const findingsOf = (signals: readonly SignalCount[]) =>
  signals.reduce((sum, { counts }) => sum + severities.reduce((own, severity) => own + counts[severity], 0), 0);

function linkTo(path: string, name: string | undefined, count = 1): Cell {
  if (name === undefined) return null;
  return { text: count > 1 ? `${name} (+${count - 1})` : name, file: path.replace(/[^/\\]*$/, name) };
}

function sumTitle(sum: Sum, language: Language): string {
  if (!isComparable(sum)) return texts.unknownMoney[language];
  const { unit, currency } = sum;
  return currency === undefined ? unitTexts[unit][language] : `${unitTexts[unit][language]}, ${currencySigns[currency] ?? currency}`;
}

function periodText({ from, to }: { readonly from?: number; readonly to?: number }, words: Words): string {
  if (from === undefined || to === undefined) return '';
  const [first, last] = [words.date(from), words.date(to)];
  return first === last ? first : `${first} – ${last}`;
}

/** A pattern over all clients, the one with most findings first; absent where it was found nowhere. */
function patternSection(number: number, { ranked }: Ranking, words: Words): readonly Section[] {
  const { language } = words;
  const pattern = patterns[number - 1];
  if (!pattern) return [];
  const say = (key: keyof typeof texts) => texts[key][language];
  const own = ranked
    .map(({ client, record }) => ({ client, record, signals: record.signals.filter((one) => one.pattern === number) }))
    .map((one) => ({ ...one, found: one.signals.filter(({ counts }) => severities.some((severity) => counts[severity] > 0)) }))
    .sort((one, other) => findingsOf(other.found) - findingsOf(one.found));
  const clear = own.filter(({ signals, found }) => signals.length > 0 && found.length === 0).length;
  const unchecked = own.filter(({ signals }) => signals.length === 0).length;
  return [
    {
      title: `${number}. ${pattern.title[language]}`,
      notes: [pattern.why[language], clearText(clear, unchecked, words)].filter(Boolean),
      columns: [
        { title: say('client'), format: 'text' },
        { title: say('signal'), format: 'text' },
        { title: say('gravest'), format: 'text' },
        ...severities.map((severity): Column => ({ title: shared.severity[severity][language], format: 'count' })),
        { title: say('found'), format: 'count' },
        { title: say('judged'), format: 'count' },
        { title: say('share'), format: 'share' },
        { title: say('cost'), format: 'long-text' },
      ],
      rows: own.flatMap(({ client, record, found }) =>
        found.map(({ signal, counts, rows, of }): readonly Cell[] => {
          const gravest = severities.find((severity) => counts[severity] > 0);
          return [
            client,
            signalById(signal)?.signal.texts[language].title ?? signal,
            gravest === undefined ? '' : shared.severity[gravest][language],
            ...severities.map((severity) => counts[severity]),
            rows,
            of,
            of > 0 ? rows / of : null,
            record.bill
              .filter((line) => line.signal === signal)
              .map((line) => billText(line, language))
              .join('; '),
          ];
        }),
      ),
      charts: [
        barChart(
          say('findings'),
          [say('client'), '', say('findings')],
          own
            .filter(({ found }) => found.length > 0)
            .slice(0, MOST_BARS)
            .map(({ client, found }) => ({ label: client, values: [null, findingsOf(found)] })),
        ),
      ].flatMap((chart) => chart ?? []),
    },
  ];
}

function clearText(clear: number, unchecked: number, { language, number }: Words): string {
  const [clean, not] = [number(clear, 0), number(unchecked, 0)];
  return {
    en: `Checked and clear: ${clean}. Nothing of it could be checked: ${not}.`,
    ru: `Проверено и ничего не найдено: ${clean}. Проверить не удалось ни одного признака: ${not}.`,
  }[language];
}

function barChart(title: string, columns: readonly string[], rows: ChartTable['rows']): ChartTable | undefined {
  return rows.some(({ values }) => values.some((value) => (value ?? 0) > 0)) ? { kind: 'groups', title, columns, rows } : undefined;
}

function benchmarkSection({ compared, tooFew }: Benchmarks, words: Words): Section {
  const { language } = words;
  const say = (key: keyof typeof texts) => texts[key][language];
  return {
    title: say('benchmarks'),
    notes: [say('benchmarkNote'), ...tooFew.map(({ measure, clients }) => tooFewText(measure, clients, words))],
    columns: [
      { title: say('measure'), format: 'text' },
      { title: say('client'), format: 'text' },
      { title: say('value'), format: 'text' },
      { title: say('standing'), format: 'text' },
      { title: say('ownRows'), format: 'count' },
      { title: say('lower'), format: 'text' },
      { title: say('median'), format: 'text' },
      { title: say('upper'), format: 'text' },
      { title: say('clients'), format: 'count' },
    ],
    rows: compared.flatMap((benchmark) => benchmarkRows(benchmark, words)),
    charts: compared.flatMap((benchmark) => benchmarkChart(benchmark, language)),
  };
}

export function measureText(measure: MeasureName, language: Language): string {
  if (measure.kind !== 'rate') return texts[measure.kind][language];
  const network = networkTexts[measure.network]?.[language] ?? measure.network;
  return `ER ${baseTexts[measure.by][language]}, ${network}`;
}

function tooFewText(measure: MeasureName, clients: number, { language, number }: Words): string {
  const name = measureText(measure, language);
  return {
    en: `${name}: ${number(clients, 0)} ${clients === 1 ? 'client' : 'clients'}, ${FEWEST_CLIENTS} are needed to compare.`,
    ru: `${name}: клиентов ${number(clients, 0)}, для сравнения нужно ${FEWEST_CLIENTS}.`,
  }[language];
}

function valueText({ kind }: MeasureName, value: number, words: Words): string {
  return kind === 'approval' ? words.hours(value) : words.percent(value, kind === 'rate' ? 2 : 0);
}

function benchmarkRows({ measure, lower, median, upper, clients }: Benchmark, words: Words): readonly (readonly Cell[])[] {
  const { language } = words;
  const text = (value: number) => valueText(measure, value, words);
  return clients.map(({ client, value, rows, standing }) => [
    measureText(measure, language),
    client,
    text(value),
    texts[standing][language],
    rows,
    text(lower),
    text(median),
    text(upper),
    clients.length,
  ]);
}

function benchmarkChart({ measure, median, clients }: Benchmark, language: Language): readonly ChartTable[] {
  const scale = measure.kind === 'approval' ? 1 : 100;
  const shown = (value: number) => Math.round(value * scale * 100) / 100;
  const chart = barChart(
    scale === 1 ? measureText(measure, language) : `${measureText(measure, language)}, %`,
    [texts.client, texts.value, texts.worse, texts.median].map((text) => text[language]),
    clients.slice(0, MOST_COMPARED).map(({ client, value, standing }) => ({
      label: client,
      values: standing === 'worse' ? [null, shown(value), shown(median)] : [shown(value), null, shown(median)],
    })),
  );
  return chart ? [chart] : [];
}

function notCheckedSection({ ranked }: Ranking, { language }: Words): readonly Section[] {
  const rows = ranked.flatMap(({ client, record }) =>
    record.notChecked.map(({ what, why }): readonly Cell[] => [client, what[language], why[language]]),
  );
  if (rows.length === 0) return [];
  return [
    {
      title: texts.notChecked[language],
      notes: [],
      columns: [
        { title: texts.client[language], format: 'text' },
        { title: texts.what[language], format: 'long-text' },
        { title: texts.why[language], format: 'long-text' },
      ],
      rows,
      charts: [],
    },
  ];
}

/** Each client's months: rows with findings of those judged, and the sums of the bill. */
function courseSection({ ranked }: Ranking, history: NonNullable<PortfolioInput['history']>, words: Words): Section {
  const { language } = words;
  const rows = ranked.flatMap(({ client, record }) => {
    const earlier = (history.get(client) ?? []).filter(({ at }) => at !== record.sum.at);
    return courseOf([...earlier, record.sum]).map(({ at, counts, bill }): readonly Cell[] => {
      const [found, of] = [counts.reduce((sum, count) => sum + count.rows, 0), counts.reduce((sum, count) => sum + count.of, 0)];
      const sums = added(bill.map(({ unit, amount, currency }) => ({ unit, amount, ...(currency === undefined ? {} : { currency }) })));
      return [client, at, found, of, of > 0 ? found / of : null, sums.map((sum) => amountText(sum, language)).join('; ')];
    });
  });
  return {
    title: texts.course[language],
    notes: [],
    columns: [
      { title: texts.client[language], format: 'text' },
      { title: texts.asOf[language], format: 'text' },
      { title: texts.found[language], format: 'count' },
      { title: texts.judged[language], format: 'count' },
      { title: texts.share[language], format: 'share' },
      { title: texts.cost[language], format: 'long-text' },
    ],
    rows,
    charts: [],
  };
}
