/** Cells as people, exports and ill will write them. */
import { fc } from './budget.ts';

/** Formulas, markup, marks that turn the line round, halves of an emoji, names that every object has. */
export const hostileTexts: readonly string[] = [
  '=HYPERLINK("https://example.com";"x")',
  '=1+1',
  '+7 900 123-45-67',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  "'=1+1",
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  '"; DROP TABLE posts; --',
  '\u202Etxt.exe',
  '\u200F123',
  '👩‍👩‍👧‍👦',
  '\uD83D',
  '\uDE00 ',
  '\u0000',
  '\uFEFF12',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '{{x}}',
  '%s%n',
  '$&',
  "$'",
  '\\',
  'a\nb\r\nc',
  '1e309',
  '-1e-400',
  '0x10',
  'Infinity',
  '١٢٣',
  '1.2.3.4',
  '31.02.2026',
  '2026-13-45T99:99:99Z',
  '99/99/9999',
  '1 000 000 000 000 000 000 000 000 000',
  '12,5 % %',
  'тыс.',
];

const written = fc.constantFrom(
  ...['1 234,5', '1.2K', '1,2 тыс.', '12,5 %', '1 500 ₽', '$12.50', '12,400', '3.5', '-', 'n/a', 'н/д', '#N/A', '#REF!', 'Loading...'],
  ...[
    '2026-03-01 10:00',
    '01.03.2026',
    '03/04/2026',
    '8-May-20',
    '28 августа',
    'Tue, Jul 14, 2026',
    '25-34',
    'да',
    'TRUE',
    'СММ',
    'Лена (знакомая)',
  ],
);

/** A text of any kind, now and then a very long one. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: written },
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...['1', ' ', 'a', ',', '1 ', '=', 'ы', '\u202E'].map((unit) => unit.repeat(50_000 / unit.length))),
  },
);

const anyNumber = fc.oneof(
  fc.integer({ min: -10, max: 100_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, Number.MAX_SAFE_INTEGER, 0.1 + 0.2, 45_000.5),
);

export const anyDate = fc.oneof(
  fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  fc.constantFrom(new Date(Number.NaN), new Date(8.64e15), new Date(-8.64e15), new Date('1899-12-30T00:00:00Z')),
);

/** What a script gets of a cell that holds an image. */
const image = { valueType: 'IMAGE', toString: () => 'CellImage' };

/** Whatever a cell may hand to a custom function. */
export const anyCell = fc.oneof(
  { weight: 4, arbitrary: anyNumber },
  { weight: 4, arbitrary: anyText },
  { weight: 2, arbitrary: anyDate },
  { weight: 2, arbitrary: fc.constantFrom<unknown>('', null, undefined) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(true, false, image, {}, Object.create(null)) },
);
