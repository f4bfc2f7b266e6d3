import { describe, expect, it } from 'vitest';
import { ADFIT } from '../../../src/formulas/ADFIT.ts';
import { APPROVALLAG } from '../../../src/formulas/APPROVALLAG.ts';
import { ER } from '../../../src/formulas/ER.ts';
import { defineFormula } from '../../../src/formulas/engine/define.ts';
import { num } from '../../../src/formulas/engine/params.ts';
import { formulas } from '../../../src/formulas/index.ts';
import { fc, test as property } from '../../base/property.ts';
import { call, callIn, column, spreadsheet } from '../call.ts';

describe('examples', () => {
  for (const formula of formulas) {
    for (const example of formula.examples) {
      it(`${example.formula}`, () => {
        const result = call(formula, ...example.arguments);
        if (typeof example.result === 'number') expect(result).toBeCloseTo(example.result, 9);
        else expect(result).toEqual(example.result);
      });
    }
  }
});

describe('ranges', () => {
  it('give the same as cell by cell', () => {
    expect(call(ER, column(10, 20, 30), column(100, 100, 100))).toEqual(column(0.1, 0.2, 0.3));
  });
  it('end at the last filled row of an open range', () => {
    const tall = column(10, '', 30, ...Array.from({ length: 5000 }, () => ''));
    expect(call(ER, tall, column(100, 100, 100, ...Array.from({ length: 5000 }, () => '')))).toEqual(column(0.1, '', 0.3));
  });
  it('sum several columns and several ranges row by row', () => {
    expect(
      call(
        ER,
        [
          [1, 2],
          [3, ''],
        ],
        column(4, 5),
        column(10, 10),
      ),
    ).toEqual(column(0.7, 0.8));
  });
  it('take one denominator for all rows', () => {
    expect(call(ER, column(10, 20), 100)).toEqual(column(0.1, 0.2));
  });
  it('sum a row of engagements into one number', () => {
    expect(call(ER, [[1, 2, 3]], 60)).toBe(0.1);
    expect(call(ER, [[1, 2, 3]], [[60]])).toBe(0.1);
  });
  it('run across where every argument is one row', () => {
    expect(call(ADFIT, [[0.5, 0.4]], [[1, 0.5]])).toEqual([[0.5, 0.2]]);
  });
  it('of different heights are refused with both sizes', () => {
    expect(() => call(ER, column(1, 2, 3), column(1, 2))).toThrow('ER requires ranges of the same height, not 2 and 3 rows');
    expect(() => callIn('ru_RU', ER, column(1, 2, 3), column(1, 2))).toThrow('ER: диапазоны должны быть одной высоты, а не 2 и 3 строк');
  });
  it('of two columns, where one is meant, are refused', () => {
    const two = [
      [0.5, 0.4],
      [0.3, 0.2],
    ];
    expect(() => call(ADFIT, two, column(0.5, 0.5))).toThrow('ADFIT requires geo_share in one column, not 2');
    // A row beside a column is neither a call across nor one down.
    expect(() => call(ADFIT, [[0.5, 0.4]], column(0.5, 0.5))).toThrow('ADFIT requires geo_share in one column, not 2');
  });
  it('stand beside single cells and single-cell ranges', () => {
    expect(call(ADFIT, column(0.5, 0.4), [[0.5]], 0.5)).toEqual(column(0.125, 0.1));
  });
  it('that are empty give an empty cell', () => {
    expect(call(ER, column('', ''), column('', ''))).toBe('');
  });
});

describe('blanks', () => {
  it('come out blank, never as zero', () => {
    expect([call(ER, '', 100), call(ER, 10, ''), call(ER, null, undefined, 100)]).toEqual(['', '', '']);
    expect(
      call(
        ER,
        [
          ['', ''],
          ['', 5],
        ],
        column(10, 10),
      ),
    ).toEqual(column('', 0.5));
  });
});

describe('arguments', () => {
  it('are counted', () => {
    expect(() => call(ADFIT, 0.5, 0.5, 0.5, 0.5)).toThrow('ADFIT takes 3 arguments at most, not 4');
    expect(() => call(ADFIT, 0.5)).toThrow('ADFIT requires age_share: pass 2 arguments, not 1');
    expect(() => call(ER)).toThrow('ER requires engagements: pass 2 arguments, not 0');
  });
  it('that are optional may be left out, be a blank cell, or be blank in some rows', () => {
    const [sent, approved] = ['2026-06-01 10:00', '2026-06-01 12:00'];
    expect([
      call(APPROVALLAG, sent, approved),
      call(APPROVALLAG, sent, approved, '', ''),
      call(APPROVALLAG, sent, approved, '', ' '),
    ]).toEqual([2, 2, 2]);
    expect(call(ADFIT, column(0.5, 0.5), column(0.5, 0.5), column('', 0.5))).toEqual(column(0.25, 0.125));
  });
});

it('a fault of ours is not taken for the user’s', () => {
  const formula = defineFormula({
    ...{ name: 'FAULTY', summary: { en: '', ru: '' }, params: [num('x', { en: '', ru: '' })], returns: '', examples: [] },
    evaluate: () => {
      throw new RangeError('ours');
    },
  });
  expect(() => call(formula, column(1, 2))).toThrow(RangeError);
});

describe('what cannot be read', () => {
  it.each([
    [[10, 'abc'], 'ER requires followers above 0, not "abc"'],
    [[10, 0], 'ER requires followers above 0, not "0"'],
    [[10, -5], 'ER requires followers above 0, not "-5"'],
    [['-3', 100], 'ER requires engagements of at least 0, not "-3"'],
    [[10, '#N/A'], 'ER requires followers above 0, not "#N/A"'],
    [[10, 'Loading...'], 'ER requires followers above 0, not "Loading..."'],
    [[10], 'ER requires followers: pass 2 arguments, not 1'],
  ])('%j is one sentence', (args, sentence) => {
    expect(() => call(ER, ...args)).toThrow(sentence);
  });
  it('is said in Russian in a Russian spreadsheet', () => {
    expect(() => callIn('ru_RU', ER, 10, 'abc')).toThrow('ER: в аргументе «подписчики» нужно число больше 0, а не «abc»');
  });
  it('stays in its row, and the others compute', () => {
    expect(call(ER, column(10, 20, 30), column(100, 'abc', 100))).toEqual(column(0.1, 'ER requires followers above 0, not "abc"', 0.3));
  });
});

describe('numbers as text', () => {
  it('are decided once per column, by the cells that admit one reading', () => {
    expect(call(ADFIT, column('12,5 %', '50 %'), column(1, 1))).toEqual(column(0.125, 0.5));
    expect(call(ER, column('1 200', '1,2 тыс.'), column('24,000', '24 000'))).toEqual(column(0.05, 0.05));
  });
  it('follow the spreadsheet’s locale where nothing decides', () => {
    const price = (locale: string) => callIn(locale, formulas.find(({ name }) => name === 'RELEVANTCPM') ?? ER, '1,500', 1000, 1, 1);
    expect([price('ru_RU'), price('en_US')]).toEqual([1.5, 1500]);
  });
  it('ask for the spreadsheet only when needed', () => {
    const environment = spreadsheet();
    ER.call([column(1, 2, ''), column(10, '1 000', '')], environment);
    expect(environment.calls).toBe(0);
  });
});

describe('shares', () => {
  it('of a column are in percent as soon as one exceeds 1', () => {
    expect(call(ADFIT, column(45, 0.5), column('100 %', 1))).toEqual(column(0.45, 0.005));
  });
  it('above 1 in a single cell are refused, since nothing tells their unit', () => {
    expect(() => call(ADFIT, 45, 0.5)).toThrow('ADFIT requires geo_share from 0 to 1 or with a % sign, not "45"');
  });
});

const anything = fc.oneof(
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(''),
  fc.constant(null),
  fc.date(),
  fc.constantFrom('#N/A', '1 234,5', '12 %', '-', '2026-01-01'),
);
describe('any input', () => {
  property(
    [
      fc.constantFrom(...formulas),
      fc.array(fc.oneof(anything, fc.array(fc.array(anything, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })), {
        maxLength: 6,
      }),
    ],
    3000,
  )('gives numbers, blanks or sentences, never NaN or infinity', (formula, args) => {
    let result: unknown;
    try {
      result = call(formula, ...args);
    } catch (problem) {
      expect((problem as Error).message).toMatch(new RegExp(`^${formula.name}`));
      return;
    }
    const cells = Array.isArray(result) ? result.flat() : [result];
    for (const cell of cells) {
      expect(['string', 'number']).toContain(typeof cell);
      if (typeof cell === 'number') expect(Number.isFinite(cell)).toBe(true);
    }
  });
});

describe('an image in a cell', () => {
  // Sheets hands over an object; its own words are no cell's.
  const image = { valueType: 'IMAGE' };
  it('is refused without its inner name', () => {
    expect(() => call(ER, 5, image)).toThrow('ER requires followers above 0, not "…"');
    expect(call(ER, column(5, 6), column(image, 100))).toEqual(column('ER requires followers above 0, not "…"', 0.06));
  });
});
