import type { Language } from '../../../i18n/language.ts';
import type { Words } from '../../../i18n/words.ts';
import type { ChartTable } from '../../../wording/charts/chart-table.ts';
import { type Benchmark, type Benchmarks, FEWEST_CLIENTS, type MeasureName } from '../benchmarks.ts';
import { baseTexts, networkTexts, texts } from '../texts.ts';
import { barChart, type Cell, type Section } from './section.ts';

/** Of a comparison all that a picture can tell apart. */
const MOST_COMPARED = 40;

/** Where each client stands among the others, measure by measure. */
export function benchmarkSection({ compared, tooFew }: Benchmarks, words: Words): Section {
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
