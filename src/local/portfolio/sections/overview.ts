import type { Language } from '../../../i18n/language.ts';
import { currencySigns, shared, type Words } from '../../../i18n/words.ts';
import { severities } from '../../../patterns/engine/verdicts.ts';
import { patterns } from '../../../patterns/index.ts';
import { added, graveText, isComparable, type RankedClient, type Ranking, type Sum, sameKind } from '../ranking.ts';
import { texts, unitTexts } from '../texts.ts';
import { barChart, type Cell, type Column, findingsOf, MOST_BARS, type Section } from './section.ts';

/** A line a client, the one that needs a talk first on top. */
export function overviewSection(ranking: Ranking, words: Words): Section {
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
