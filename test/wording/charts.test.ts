import { describe, expect, it } from 'vitest';
import { chartTable } from '../../src/wording/charts/chart-table.ts';
import { drawingOf } from '../../src/wording/charts/drawing.ts';

const day = (date: number) => Date.UTC(2026, 2, date);
const prices = (costs: readonly number[], questioned: number) =>
  ({
    kind: 'prices',
    sheet: 'Ads',
    currency: 'EUR',
    points: costs.map((cost, index) => [index + 2, cost, index === questioned ? cost : null]),
  }) as const;

describe('a chart as a table', () => {
  it('shows a price that would flatten the others beside the usual one alone', () => {
    expect(chartTable(prices([10, 12, 11, 400], 3), 'en').rows).toEqual([
      { label: 'row\u00A05', values: [null, 400] },
      { label: 'usual', values: [11.5, null] },
    ]);
    expect(chartTable(prices([10, 12, 11, 40], 3), 'en').rows).toHaveLength(4);
  });

  it('names placements by number only where tables are attached, else by date or place in order', () => {
    const chart = { ...prices([10, 12], 1), times: [day(3), null] };
    const labels = (isNumbered: boolean) => chartTable(chart, 'en', isNumbered).rows.map(({ label }) => label);
    expect([labels(true), labels(false)]).toEqual([
      ['row\u00A02', 'row\u00A03'],
      ['3 March', '2'],
    ]);
  });

  it('sets what is in question apart from the rest, with the limit beside', () => {
    const points = [
      [day(1), 1, null],
      [day(2), 3, 3],
    ] as const;
    const { columns, rows } = chartTable({ kind: 'waiting', sheet: 'Posts', points, unit: 'days', limit: 2 }, 'en');
    expect(columns).toEqual(['Sent', 'In time', 'In question', 'Limit']);
    expect(rows.map(({ values }) => values)).toEqual([
      [1, null, 2],
      [null, 3, 2],
    ]);
  });

  it('cuts off a wait that is far longer than nine of ten', () => {
    const chart = (last: number) => ({
      ...({ kind: 'waiting', sheet: 'Posts', unit: 'days' } as const),
      points: Array.from({ length: 20 }, (_, index) => [day(index), index === 19 ? last : 2, null]),
    });
    expect([chartTable(chart(4), 'en').top, chartTable(chart(90), 'en').top]).toEqual([undefined, 4]);
  });
});

describe('a chart as shapes', () => {
  it('has a bar a point, in proportion, red where it is in question, and says all of it in words where they are few', () => {
    const { shapes, label, key } = drawingOf(chartTable(prices([10, 30], 1), 'en'), 'en');
    const bars = shapes.flatMap((shape) => (shape.kind === 'bar' ? [shape] : []));
    expect(bars.map(({ tone }) => tone)).toEqual(['plain', 'question']);
    expect((bars[1]?.height ?? 0) / (bars[0]?.height ?? 1)).toBeCloseTo(3, 1);
    expect(label).toBe('Price per 1,000 people who fit, €. row\u00A02: 10; row\u00A03: 30.');
    expect(key.map(({ text }) => text)).toEqual(['Price', 'In question']);
  });

  it('says of many points the ends, how many are in question, and the limit', () => {
    const points = Array.from({ length: 9 }, (_, index) => [day(index + 1), index, index > 6 ? index : null]);
    const { label, key } = drawingOf(chartTable({ kind: 'waiting', sheet: 'Posts', points, unit: 'days', limit: 6 }, 'en'), 'en');
    expect(key.map(({ text }) => text)).toEqual(['In time: 7', 'In question: 2']);
    expect(label).toBe(
      'How long posts waited for approval, working days (planned posts). 1 March: 0 – 9 March: 8. In question: 2 of 9. Limit: 6.',
    );
    const part = drawingOf(chartTable({ kind: 'waiting', sheet: 'Posts', points, all: [26, 4], unit: 'days', limit: 6 }, 'en'), 'en');
    expect([...part.key.map(({ text }) => text), part.label]).toEqual([
      'In time: 26',
      'In question: 4',
      expect.stringContaining('4 of 30'),
    ]);
  });

  it('names the line across where no bar is in the way, and keeps the number of the last bar in the frame', () => {
    const points = Array.from({ length: 40 }, (_, index) => [day(index), index === 39 ? 10.9 : 1, index === 39 ? 10.9 : null]);
    const { shapes, width } = drawingOf(chartTable({ kind: 'waiting', sheet: 'Posts', points, unit: 'days', limit: 2 }, 'en'), 'en');
    const text = (said: string) => shapes.flatMap((shape) => (shape.kind === 'text' && shape.text === said ? [shape] : []))[0];
    const last = shapes.flatMap((shape) => (shape.kind === 'bar' && shape.at === 39 ? [shape] : []))[0];
    expect(text('Limit: 2')?.x).toBeLessThanOrEqual(last?.x ?? 0);
    expect([text('10.9')?.x, text('10.9')?.anchor]).toEqual([width, 'end']);
  });

  it.each([['en', 'Limit: 2'] as const, ['ru', 'Предел: 2'] as const])(
    'in %s the name fits between two bars over the line',
    (language, said) => {
      // The sidebar writes letters of 26 units, about half as wide: fourteen at most.
      const over = [8, 19, 35];
      const points = Array.from({ length: 40 }, (_, index) => [day(index), over.includes(index) ? 9 : 1, over.includes(index) ? 9 : null]);
      const { shapes } = drawingOf(chartTable({ kind: 'waiting', sheet: 'Posts', points, unit: 'days', limit: 2 }, language), language);
      const name = shapes.flatMap((shape) => (shape.kind === 'text' && shape.text === said ? [shape] : []))[0];
      const bars = shapes.flatMap((shape) => (shape.kind === 'bar' && over.includes(shape.at) ? [shape] : []));
      const [from, to] = [(name?.x ?? 0) - said.length * 14, name?.x ?? 0];
      for (const { x, width } of bars) expect(x >= to || x + width <= from).toBe(true);
    },
  );

  it('stays within its frame whatever the numbers are', () => {
    const points = Array.from({ length: 40 }, (_, index) => [
      day(index),
      1000 + index ** 3,
      index,
      index === 30 ? 1000 + index ** 3 : null,
    ]);
    const { shapes, width, height } = drawingOf(chartTable({ kind: 'growth', sheet: 'Days', points }, 'ru'), 'ru');
    const places = shapes.flatMap((shape) => (shape.kind === 'line' ? shape.points : [[shape.x, shape.y] as const]));
    for (const [x, y] of places) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
  });
});
