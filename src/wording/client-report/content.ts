import { shortfallId } from '../../audit/bill/shortfall.ts';
import { chartPattern, type ReportFacts, type Tally } from '../../audit/client-report/facts.ts';
import type { HeldRate } from '../../audit/client-report/held-rate.ts';
import type { Language } from '../../i18n/language.ts';
import { type Words, wordsOf } from '../../i18n/words.ts';
import { gravity } from '../../patterns/engine/verdicts.ts';
import { patterns, signalById } from '../../patterns/index.ts';
import { amountText, type BillLineSum, billSubject, entryCount } from '../bill-text.ts';
import { type ChartTable, chartTable } from '../charts/chart-table.ts';
import { factsInCodeWords } from '../code-words.ts';
import { overviewLines } from '../overview-text.ts';
import { capitalised, exampleLine, outsideText, type ReportExample } from './example-line.ts';
import { courseTable, progressText } from './progress-text.ts';
import { periodOf, type SmallPrint, smallPrint } from './small-print.ts';
import { texts } from './texts.ts';

/** The report for the client in words, the same for the tab, the file and the page; each only lays it out. */
export interface ReportContent {
  readonly language: Language;
  readonly title: string;
  /** For whom and of when; by whom and when it was made. */
  readonly about: string;
  readonly by: string;
  readonly summary: string;
  /** The heaviest sums. */
  readonly tiles: readonly Tile[];
  /** What is already good, a sentence each. */
  readonly good: readonly string[];
  /** What the numbers say by themselves, a sentence each, where nothing was found. */
  readonly numbers: readonly string[];
  readonly steps: readonly Step[];
  /** How earlier agreements go, a sentence each, and the course of months. */
  readonly progress: readonly string[];
  readonly course?: ChartTable;
  readonly topics: readonly Topic[];
  readonly small: readonly SmallPrint[];
}

export interface Tile {
  readonly signal: string;
  readonly amount: string;
  readonly what: string;
}

/** Something to agree on. */
export interface Step {
  readonly signal: string;
  readonly step: string;
  readonly why: string;
  readonly who: string;
  readonly byWhen: string;
}

/** What was found about one pattern. */
export interface Topic {
  readonly colour: string;
  readonly heading: string;
  /** Further findings of the pattern, a sentence each, and why it matters. */
  readonly also: readonly string[];
  readonly why: string;
  readonly chart?: ChartTable;
  readonly examples: readonly ReportExample[];
  /** `3 of 25 shown`; empty where all are. */
  readonly shown: string;
}

const MOST_TILES = 3;
const MOST_STEPS = 5;
const MOST_GOOD = 3;
/** What a summary without sums names. */
const MOST_REASONS = 2;
/** Less is no reason to be pleased, and fewer rows no proof. */
const GOOD_SHARE = 0.6;
const FEWEST_GOOD = 5;

export function reportContent(given: ReportFacts): ReportContent {
  const facts = factsInCodeWords(given);
  const { language, client, author, period, span, now, bill, tallies } = facts;
  const words = wordsOf(language);
  const found = tallies.filter(({ findings }) => findings > 0);
  const tiles = bill.filter(({ signal }) => signal !== shortfallId).slice(0, MOST_TILES);
  const steps = stepsOf(facts, tiles, found, words);
  const spoken = [...facts.progress.map(({ agreement }) => agreement), ...steps].map(({ signal }) => signal);
  const course = courseTable(facts.course, spoken, language);
  return {
    language,
    title: (found.length > 0 ? texts.title : texts.clearTitle)[language],
    about: [client, period || periodOf(span, words)].filter(Boolean).join(' · '),
    by: [author, words.date(now)].filter(Boolean).join(', '),
    summary: summaryOf(facts, tiles, steps, words),
    tiles: tiles.map((sum) => ({ signal: sum.signal, amount: amountText(sum, language), what: billSubject(sum, language) })),
    good: goodOf(facts, words),
    numbers:
      found.length > 0 || !facts.overview ? [] : overviewLines({ ...facts.overview, parts: [], standOut: [], additions: [] }, language),
    steps,
    progress: facts.progress.map((one) => progressText(one, language)),
    ...(course ? { course } : {}),
    topics: topicsOf(facts, found, words),
    small: smallPrint(facts),
  };
}

function summaryOf({ sheets }: ReportFacts, tiles: readonly BillLineSum[], steps: readonly Step[], words: Words): string {
  const { language } = words;
  const entries = entryCount(
    sheets.reduce((sum, { rowsAudited }) => sum + rowsAudited, 0),
    words,
  );
  const sums = tiles.map((sum) => `${amountText(sum, language)} ${billSubject(sum, language)}`);
  if (sums.length > 0) return texts.summary[language](entries, sums);
  const reasons = steps.slice(0, MOST_REASONS).map(({ why }) => decapitalised(why));
  return reasons.length > 0 ? texts.noSums[language](entries, reasons) : texts.nothing[language](entries);
}

/** Where most rows are in order, the surest first, and an engagement rate that kept up. */
export function goodOf({ tallies, heldRate }: Pick<ReportFacts, 'tallies' | 'heldRate'>, words: Words): readonly string[] {
  const inOrder = tallies
    .map((tally) => ({ tally, inOrder: tally.of - tally.rows - tally.explained }))
    .filter(({ tally: { of }, inOrder }) => of >= FEWEST_GOOD && inOrder / of >= GOOD_SHARE)
    .sort((one, other) => other.inOrder / other.tally.of - one.inOrder / one.tally.of)
    .flatMap(({ tally, inOrder }) => {
      const { signal } = tally;
      const good = signalById(signal)?.signal.texts[words.language].outside?.good;
      return good ? [`${good({ ...tally, rows: inOrder }, words)}.`] : [];
    })
    .slice(0, MOST_GOOD);
  return heldRate ? [...inOrder, heldText(heldRate, words)] : inOrder;
}

/** So much more than before is no longer the same. */
const GROWN_PART = 1.1;

function heldText({ before, since, posts }: HeldRate, words: Words): string {
  const isGrown = since >= GROWN_PART * before;
  return texts.held[words.language](isGrown, words.percent(since), words.percent(before), posts, words);
}

/** One step for each tile, then for what is gravest; none twice. */
function stepsOf({ bill, progress }: ReportFacts, tiles: readonly BillLineSum[], found: readonly Tally[], words: Words): readonly Step[] {
  const { language } = words;
  const loss = ({ signal }: Tally) => {
    const place = bill.findIndex((sum) => sum.signal === signal);
    return place < 0 ? bill.length : place;
  };
  const ranked = [...found].sort(
    (one, other) =>
      loss(one) - loss(other) || gravity[one.severity ?? 'minor'] - gravity[other.severity ?? 'minor'] || other.rows - one.rows,
  );
  const steps = ranked.map((tally): Step => {
    const tile = tiles.find(({ signal }) => signal === tally.signal);
    const agreed = progress.find(({ agreement }) => agreement.signal === tally.signal)?.agreement;
    const why = tile ? `${amountText(tile, language)} ${billSubject(tile, language)}` : headingOf(tally, words);
    return {
      signal: tally.signal,
      step: signalById(tally.signal)?.signal.texts[language].fix ?? '',
      why,
      who: agreed?.who ?? '',
      byWhen: agreed ? words.since(Date.parse(`${agreed.from}T00:00:00Z`)) : '',
    };
  });
  return steps.filter(({ step }, index) => steps.findIndex((other) => other.step === step) === index).slice(0, MOST_STEPS);
}

function topicsOf(facts: ReportFacts, found: readonly Tally[], words: Words): readonly Topic[] {
  const { patterns: chosen, examples, charts, foundRows, isNumbered } = facts;
  const { language } = words;
  return chosen.flatMap((number): readonly Topic[] => {
    const pattern = patterns[number - 1];
    const isOwn = ({ signal }: { readonly signal: string }) => signalById(signal)?.number === number;
    const [main, ...others] = found
      .filter(isOwn)
      .sort((one, other) => gravity[one.severity ?? 'minor'] - gravity[other.severity ?? 'minor'] || other.rows - one.rows);
    if (!pattern || !main) return [];
    const chart = charts.find((chart) => chartPattern(chart) === number);
    const own = examples.filter(isOwn).map((example) => exampleLine(example, words));
    const rows = foundRows.find(({ pattern }) => pattern === number)?.rows ?? 0;
    return [
      {
        colour: pattern.colour.row,
        heading: `${pattern.title[language]}: ${decapitalised(headingOf(main, words))}`,
        also: others.map((tally) => `${capitalised(headingOf(tally, words))}.`),
        why: pattern.why[language],
        ...(chart ? { chart: chartTable(chart, language, isNumbered) } : {}),
        examples: own,
        shown: own.length > 0 && own.length < rows ? texts.shown[language](words.number(own.length, 0), words.number(rows, 0)) : '',
      },
    ];
  });
}

/** The finding as a heading, without a full stop; what is about a whole table alone says so in its own words. */
export function headingOf(tally: Tally, words: Words): string {
  const { signal, rows, remark } = tally;
  const own = signalById(signal)?.signal.texts[words.language];
  if (rows === 0 && remark) return outsideText(signal, remark, words).replace(/\.$/, '');
  return own?.outside?.heading?.(tally, words) ?? own?.title ?? '';
}

/** `ER` stays as it is. */
const decapitalised = (text: string) => (/^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
