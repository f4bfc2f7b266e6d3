import { describe, expect, test } from 'vitest';
import { fields } from '../../src/table/fields.ts';
import { engagementsOf, placeOf, reactions, timeAt, timesOf } from '../../src/table/row-facts.ts';
import type { TypedColumn } from '../../src/table/table.ts';

const unknown = Number.NaN;

/** A table of number columns, by the ids of their fields. */
function tableOf(given: Readonly<Record<string, readonly number[]>>) {
  const columns = new Map(
    Object.entries(given).map(([id, values], index): [string, TypedColumn] => {
      const field = fields.find((one) => one.id === id);
      if (!field) throw new Error(`no field ${id}`);
      return [id, { field, header: id, index, numbers: Float64Array.from(values), states: new Uint8Array(values.length) }];
    }),
  );
  return { columns, length: Math.max(0, ...Object.values(given).map((values) => values.length)) };
}

describe('the time of a row', () => {
  const cases: readonly [string, Record<string, readonly number[]>, readonly (number | undefined)[]][] = [
    ['a post goes by its publication', { publishedAt: [10, 20], day: [1, 2] }, [10, 20]],
    ['where that is not known, by what else the row states', { publishedAt: [10, unknown], sentAt: [5, 6] }, [10, 6]],
    ['a placement goes by when it ran, not by when its row was dated', { publishedAt: [10], placedAt: [30] }, [30]],
    ['a lead goes by when it came', { leadAt: [7, unknown] }, [7, undefined]],
    ['a table without dates has none', { likes: [1, 2] }, [undefined, undefined]],
  ];
  test.each(cases)('%s', (_, given, expected) => {
    const table = tableOf(given);
    expect(expected.map((_, row) => timeAt(table, row))).toEqual(expected);
    // All at once is the same as one by one.
    const times = timesOf(table);
    expect(expected.map((_, row) => (times === undefined || Number.isNaN(times[row]) ? undefined : times[row]))).toEqual(expected);
  });
});

describe('the engagements of a row', () => {
  const cases: readonly [string, Record<string, readonly number[]>, readonly string[], readonly number[]][] = [
    ['kinds are summed', { likes: [1, 2], comments: [10, 20], saves: [100, 200] }, reactions, [111, 222]],
    ['a kind that is not known is left out of the sum', { likes: [1, 2], comments: [10, unknown] }, reactions, [11, 2]],
    ['a total counts only where no kind is known', { likes: [1, unknown], engagements: [50, 60] }, reactions, [1, 60]],
    ['shares count where they are asked for', { likes: [1], shares: [5] }, [...reactions, 'shares'], [6]],
    ['nothing known is not nothing', { likes: [unknown] }, reactions, [unknown]],
  ];
  test.each(cases)('%s', (_, given, kinds, expected) => {
    const at = engagementsOf(tableOf(given), kinds);
    expect(expected.map((_, row) => at(row))).toEqual(expected);
  });
});

describe('the place of a row', () => {
  const table = { rowNumbers: Int32Array.of(4, 5, 9), length: 3 };
  test.each([
    [4, 0],
    [9, 2],
    [6, -1],
    [3, -1],
    [10, -1],
    [Number.NaN, -1],
  ])('%d is %d', (row, place) => expect(placeOf(table, row)).toBe(place));
  test('is none in a table without rows', () => expect(placeOf({ rowNumbers: new Int32Array(), length: 0 }, 1)).toBe(-1));
});
