import type { Language, Text } from '../../i18n/language.ts';
import type { ChartTable } from '../../wording/charts/chart-table.ts';
import type { ReportContent, Step, Topic } from '../../wording/client-report/content.ts';
import { texts } from '../../wording/client-report/texts.ts';
import { ROWS_PER_CHART } from './sheet-charts.ts';
import { BAND, type Line, type OwnTabContent } from './write-own-tab.ts';

/** A date or figure, what is said of it, and for what is agreed on two columns more: together as wide as an A4 page. */
const WIDTHS = [130, 370, 80, 80] as const;
const GOOD = '#e6f4ea';

const blank: Line = { cells: [] };

/** The report laid out as a tab: every block has a coloured heading, and its chart stands below that. */
export function reportLines(content: ReportContent): Pick<OwnTabContent, 'lines' | 'widths' | 'charts' | 'chartsAt'> {
  const { language } = content;
  const lines: Line[] = [...firstPage(content)];
  const charts: ChartTable[] = [];
  const chartsAt: number[] = [];
  const addChart = (chart: ChartTable) => {
    charts.push(chart);
    chartsAt.push(lines.length + 1);
    lines.push(...Array.from({ length: ROWS_PER_CHART }, () => blank));
  };
  if (content.course) {
    lines.push(heading(texts.course, language));
    addChart(content.course);
    lines.push(blank);
  }
  for (const topic of content.topics) {
    lines.push(...aboveChart(topic));
    if (topic.chart) addChart(topic.chart);
    lines.push(...topic.examples.map(({ when, topic, text }): Line => ({ cells: [when, [topic, text].filter(Boolean).join('. ')] })));
    lines.push(...(topic.shown === '' ? [] : [{ cells: ['', topic.shown], look: 'small' } as const]), blank);
  }
  for (const { heading, lines: own } of content.small) {
    lines.push(
      { cells: [heading], look: 'heading', colour: BAND },
      ...own.map((text): Line => ({ cells: ['', text], look: 'small' })),
      blank,
    );
  }
  lines.push({ cells: ['', texts.intro[language]], look: 'small' });
  return { lines, widths: WIDTHS, charts, chartsAt };
}

function firstPage({ title, about, by, summary, tiles, good, numbers, steps, progress, language }: ReportContent): readonly Line[] {
  return [
    { cells: [title], look: 'title' },
    ...(about === '' ? [] : [{ cells: [about], look: 'heading' } as const]),
    { cells: [by] },
    { cells: ['', summary] },
    blank,
    ...(tiles.length > 0 ? [heading(texts.figures, language)] : []),
    ...tiles.map(({ amount, what }): Line => ({ cells: [amount, what], look: 'figure' })),
    ...(good.length > 0 ? [blank, { cells: [texts.good[language]], look: 'heading', colour: GOOD } as const] : []),
    ...good.map((text): Line => ({ cells: ['', text] })),
    ...(numbers.length > 0 ? [blank, heading(texts.numbers, language)] : []),
    ...numbers.map((text): Line => ({ cells: ['', text] })),
    ...(steps.length > 0 ? [blank, heading(texts.steps, language), stepHeader(language), ...steps.map(stepLine)] : []),
    ...(progress.length > 0 ? [blank, heading(texts.progress, language)] : []),
    ...progress.map((text): Line => ({ cells: ['', text] })),
    blank,
  ];
}

const heading = (text: Text, language: Language): Line => ({ cells: [text[language]], look: 'heading', colour: BAND });
const stepHeader = (language: Language): Line => ({
  cells: [texts.why, texts.step, texts.who, texts.byWhen].map((text) => text[language]),
  look: 'heading',
});
const stepLine = ({ step, why, who, byWhen }: Step, index: number): Line => ({ cells: [why, `${index + 1}. ${step}`, who, byWhen] });

const aboveChart = ({ heading, colour, also, why }: Topic): readonly Line[] => [
  { cells: [heading], look: 'heading', colour },
  ...also.map((text): Line => ({ cells: ['', text] })),
  { cells: ['', why], look: 'small' },
];
