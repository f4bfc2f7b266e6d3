import type { Language, Text } from '../../i18n/language.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { ChartTable } from './chart-table.ts';

/** What a shape is of: the page gives each a colour. */
export type Tone = 'plain' | 'question' | 'limit' | 'quiet';

export type Shape =
  /** `at` is the place of what it stands for among the rows of the table. */
  | {
      readonly kind: 'bar';
      readonly tone: Tone;
      readonly at: number;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'line'; readonly tone: Tone; readonly points: readonly (readonly [number, number])[] }
  /** A triangle, its foot at this place. */
  | { readonly kind: 'mark'; readonly tone: Tone; readonly at: number; readonly x: number; readonly y: number }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end'; readonly text: string };

/** A chart as shapes in units of its own; whoever shows it scales it to the room there is. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** What each tone stands for. */
  readonly key: readonly { readonly tone: Tone; readonly text: string }[];
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
}

const WIDTH = 600;
const HEIGHT = 220;
/** Room for numbers at the left, for values above, for labels below. */
const [LEFT, TOP, BOTTOM] = [8, 24, 30];
const FLOOR = HEIGHT - BOTTOM;
const WIDEST_BAR = 80;
/** So few bars have room for their value and name. */
const FEW = 6;

export function drawingOf(table: ChartTable, language: Language): Drawing {
  const shapes = table.kind === 'growth' ? growth(table, language) : bars(table, language);
  return { width: WIDTH, height: HEIGHT, shapes, key: keyOf(table, language), label: labelOf(table, language) };
}

/** Names of what is drawn, of many bars with their number; a line across says what it is where it stands. */
function keyOf({ kind, columns, rows, all }: ChartTable, language: Language): Drawing['key'] {
  const tones: readonly Tone[] = kind === 'growth' ? ['plain', 'quiet', 'question'] : ['plain', 'question'];
  const isCounted = rows.length > FEW && (kind === 'waiting' || kind === 'prices');
  return tones.flatMap((tone, index) => {
    const drawn = rows.filter(({ values }) => (values[index] ?? null) !== null).length;
    const count = all?.[index] ?? drawn;
    const name = columns[index + 1] ?? '';
    return drawn > 0 ? [{ tone, text: isCounted ? `${name}: ${wordsOf(language).number(count, 0)}` : name }] : [];
  });
}

const round = (value: number) => Math.round(value * 10) / 10;

/** One bar a point, red where it is in question, and a line across at what is agreed on or usual. */
function bars({ kind, rows, top, columns }: ChartTable, language: Language): readonly Shape[] {
  const words = wordsOf(language);
  const values = rows.map(({ values: [plain = null, questioned = null] }) => ({
    value: plain ?? questioned ?? 0,
    isQuestioned: questioned !== null,
  }));
  const limit = rows[0]?.values[2] ?? null;
  const highest = Math.max(1e-9, limit ?? 0, ...values.map(({ value }) => value));
  const scale = (FLOOR - TOP) / Math.min(highest, top ?? highest);
  const slot = (WIDTH - 2 * LEFT) / Math.max(1, rows.length);
  const width = Math.min(WIDEST_BAR, slot * 0.7);
  const middle = (index: number) => LEFT + slot * (index + 0.5);
  const isFew = rows.length <= FEW;
  const tallest = values.findIndex(({ value }) => value === Math.max(...values.map((one) => one.value)));
  const shapes = values.flatMap(({ value, isQuestioned }, index): readonly Shape[] => {
    const height = Math.min(FLOOR - TOP, value * scale);
    const isCut = top !== undefined && value > top;
    const bar: Shape = {
      kind: 'bar',
      tone: isQuestioned ? 'question' : 'plain',
      at: index,
      ...{ x: round(middle(index) - width / 2), y: round(FLOOR - height), width: round(width), height: round(height) },
    };
    const number: Shape = {
      kind: 'text',
      ...withinFrame(middle(index)),
      y: round(FLOOR - height - 6),
      text: words.number(value),
    };
    return isFew || isCut || index === tallest || kind === 'course' || kind === 'groups' ? [bar, number] : [bar];
  });
  const height = limit === null ? 0 : FLOOR - limit * scale;
  const limitLabel = `${columns[3] ?? ''}: ${words.number(limit ?? 0)}`;
  const isOver = values.map(({ value }) => value > (limit ?? 0));
  const besideLine = LEFT + slot * clearEnd(isOver, Math.ceil((limitLabel.length * LETTER_WIDTH) / slot));
  const across: readonly Shape[] =
    limit === null
      ? []
      : [
          {
            kind: 'line',
            tone: 'limit',
            points: [
              [LEFT, round(height)],
              [WIDTH - LEFT, round(height)],
            ],
          },
          { kind: 'text', x: round(besideLine), y: round(height - 5), anchor: 'end', text: limitLabel },
        ];
  const names = isFew
    ? rows.map(({ label }, index): Shape => ({ kind: 'text', x: round(middle(index)), y: HEIGHT - 6, anchor: 'middle', text: label }))
    : ends(rows[0]?.label ?? '', rows[rows.length - 1]?.label ?? '');
  return [...shapes, ...across, ...names];
}

/** Room for the number of a bar at the edge: so far from it a number can stand in the middle. */
const HALF_A_NUMBER = 20;
const withinFrame = (x: number): { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' } => {
  if (x < HALF_A_NUMBER) return { x: 0, anchor: 'start' };
  return x > WIDTH - HALF_A_NUMBER ? { x: WIDTH, anchor: 'end' } : { x: round(x), anchor: 'middle' };
};

/** What a letter takes at most, in the sidebar. */
const LETTER_WIDTH = 14;
/** Where the last so many bars end none of which is over the line; at the end of all where there is no such place. */
function clearEnd(isOver: readonly boolean[], bars: number): number {
  for (let end = isOver.length; end >= bars; end--) if (!isOver.slice(end - bars, end).includes(true)) return end;
  return isOver.length;
}

/** Followers as a line with its first and last value, activity as bars below, gains in question as triangles. */
function growth({ rows }: ChartTable, language: Language): readonly Shape[] {
  const words = wordsOf(language);
  const followers = rows.map(({ values: [value] }) => value ?? 0);
  const [least, most] = [Math.min(...followers), Math.max(...followers)];
  const busiest = Math.max(1, ...rows.map(({ values: [, value] }) => value ?? 0));
  const step = (WIDTH - 2 * LEFT) / Math.max(1, rows.length - 1);
  const x = (index: number) => round(LEFT + step * index);
  const foot = TOP + (FLOOR - TOP) * 0.55;
  const y = (value: number) => round(most > least ? foot - ((value - least) / (most - least)) * (foot - TOP) : (foot + TOP) / 2);
  const width = round(Math.max(1, Math.min(8, step * 0.6)));
  const activity = rows.map(({ values: [, value] }, index): Shape => {
    const height = round(((value ?? 0) / busiest) * (FLOOR - foot - 10));
    return { kind: 'bar', tone: 'quiet', at: index, x: round(x(index) - width / 2), y: round(FLOOR - height), width, height };
  });
  const marks = rows.flatMap(({ values: [, , value] }, index): readonly Shape[] =>
    value === null || value === undefined ? [] : [{ kind: 'mark', tone: 'question', at: index, x: x(index), y: round(y(value) - 3) }],
  );
  const [first = 0, last = 0] = [followers[0], followers[followers.length - 1]];
  return [
    ...activity,
    { kind: 'line', tone: 'plain', points: followers.map((value, index) => [x(index), y(value)] as const) },
    ...marks,
    { kind: 'text', x: LEFT, y: round(y(first) - 8), anchor: 'start', text: words.number(first, 0) },
    { kind: 'text', x: WIDTH - LEFT, y: round(y(last) - 8), anchor: 'end', text: words.number(last, 0) },
    ...ends(rows[0]?.label ?? '', rows[rows.length - 1]?.label ?? ''),
  ];
}

const ends = (first: string, last: string): readonly Shape[] => [
  { kind: 'text', x: LEFT, y: HEIGHT - 6, anchor: 'start', text: first },
  { kind: 'text', x: WIDTH - LEFT, y: HEIGHT - 6, anchor: 'end', text: last },
];

const of: Text = { en: 'of', ru: 'из' };

/** All values where they are few or a course, else the ends, how many are in question and the line across. */
function labelOf({ kind, title, rows, columns, all }: ChartTable, language: Language): string {
  const words = wordsOf(language);
  const shown = (values: readonly (number | null)[]) => words.number(values[0] ?? values[1] ?? 0);
  if (rows.length <= FEW || kind === 'course')
    return `${title}. ${rows.map(({ label, values }) => `${label}: ${shown(values)}`).join('; ')}.`;
  const place = kind === 'growth' ? 2 : 1;
  const drawn = rows.filter(({ values }) => (values[place] ?? null) !== null).length;
  const [inOrder = 0, questioned = 0] = all ?? [rows.length - drawn, drawn];
  const [first, last, limit] = [rows[0], rows[rows.length - 1], rows[0]?.values[2] ?? null];
  const range = `${first?.label}: ${shown(first?.values ?? [])} – ${last?.label}: ${shown(last?.values ?? [])}`;
  const inQuestion = `${columns[place + 1]}: ${questioned} ${of[language]} ${inOrder + questioned}`;
  return `${title}. ${range}. ${inQuestion}.${kind === 'growth' || limit === null ? '' : ` ${columns[3]}: ${words.number(limit)}.`}`;
}
