import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { cleanText, isBlank, isDate, isEmpty, isErrorText, quoteCell } from '../../src/base/cells.ts';
import { fc, test as property } from './property.ts';

const noon = new Date('2026-03-28T12:00:00.000Z');
const never = new Date(Number.NaN);

describe('a date', () => {
  it.each([
    ['of this realm', noon],
    ['of another realm', runInNewContext('new Date(0)')],
    ['that is none', never],
  ])('is known: one %s', (_, value) => {
    expect(isDate(value)).toBe(true);
  });

  it.each([[null], [undefined], [''], ['2026-03-28'], [46_109], [{}], [[]]])('is not %j', (value) => {
    expect(isDate(value)).toBe(false);
  });
});

describe('an error value', () => {
  it.each(['#N/A', '#REF!', '#DIV/0!', '#ССЫЛКА!', '#Н/Д', '#N/A ', 'Loading', 'Loading...'])('is %j', (text) => {
    expect(isErrorText(text)).toBe(true);
  });

  it.each(['#спорт', '#N/A #REF!', 'see #N/A', '##N/A', '#REF', 'loading', 'Load', '', 0, null, undefined])('is not %j', (value) => {
    expect(isErrorText(value)).toBe(false);
  });
});

describe('nothing', () => {
  it.each([[''], [null], [undefined], [' '], ['\u00A0\t\n']])('%j is both empty and blank', (value) => {
    expect([isEmpty(value), isBlank(value)]).toEqual([true, true]);
  });

  it.each(['-', '–', '—', ' - ', 'N/A', 'NaN', 'undefined', 'Lifetime', 'Н/Д', ' нет данных ', `n/a${' '.repeat(20)}`])(
    '%j is blank, though not empty',
    (value) => {
      expect([isEmpty(value), isBlank(value)]).toEqual([false, true]);
    },
  );

  it.each([[0], [false], [Number.NaN], ['0'], ['no'], ['-5'], ['no data yet'], [noon], [{}], [[]]])(
    '%j is neither: blank is never zero',
    (value) => {
      expect([isEmpty(value), isBlank(value)]).toEqual([false, false]);
    },
  );
});

describe('the text of a cell', () => {
  it.each([
    ['Охват поста', 'Охват поста'],
    ['  two   words ', 'two words'],
    ['a ', 'a'],
    [' a', 'a'],
    ['a  b', 'a b'],
    ['line\nbreak\tand tab', 'line break and tab'],
    ['12\u00A0345', '12 345'],
    ['Под\u00ADписчики', 'Подписчики'],
    ['\uFEFFDate', 'Date'],
    ['zero\u200Bwidth\u200F', 'zerowidth'],
    ['\u202Aleft\u202E to \u2066right\u2069', 'left to right'],
    ['a \u200B b', 'a b'],
    ['Ёлка – 5 €', 'Ёлка – 5 €'],
    ['', ''],
    [1938.5, '1938.5'],
    [0, '0'],
    [false, 'false'],
    [null, ''],
    [undefined, ''],
    [{}, ''],
    [[], ''],
    [never, ''],
    [noon, String(noon)],
  ])('of %j is %j', (value, expected) => {
    expect(cleanText(value)).toBe(expected);
  });

  const characters = fc.string({
    unit: fc.constantFrom(...'aя!~ \t\n', '\u00A0', '\u00AD', '\u200B', '\u007F', 'ё', 'џ', '–'),
    maxLength: 12,
  });

  property([characters])('holds its visible characters in their order, single spaces between them and none around', (text) => {
    const visible = (part: string) => part.replace(/[\s\u00AD\u200B]/g, '');
    expect(visible(cleanText(text))).toBe(visible(text));
    expect(cleanText(text)).toMatch(/^(?:[^\s\u00AD\u200B]+(?: (?!$)|$))*$/);
  });

  property([characters])('tells words apart where there was any space, and only there', (text) => {
    const words = text
      .replace(/[\u00AD\u200B]/g, '')
      .split(/\s/)
      .filter((word) => word !== '');
    expect(cleanText(text).split(' ')).toEqual(words.length > 0 ? words : ['']);
  });
});

it.each([
  ['short', 'short'],
  ['x'.repeat(40), 'x'.repeat(40)],
  ['x'.repeat(41), `${'x'.repeat(39)}…`],
  ['two\nlines', 'two lines'],
  [5, '5'],
  [noon, '2026-03-28T12:00:00.000Z'],
  [never, '…'],
  [{}, '…'],
])('%j is quoted as %j', (value, expected) => {
  expect(quoteCell(value)).toBe(expected);
});
