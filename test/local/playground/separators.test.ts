import { describe, expect, it } from 'vitest';
import { plainContent, plainSeparators, tabNames } from '../../../src/local/playground/page/separators.ts';

describe('plainSeparators', () => {
  it.each([
    ['=ER(1,5;100)', '=ER(1.5,100)'],
    ['=ER(B2:D2;F2)', '=ER(B2:D2,F2)'],
    ['=ER(1,5,100)', '=ER(1,5,100)'],
    ['=SUM(1;2)&"a;b 1,5"', '=SUM(1,2)&"a;b 1,5"'],
    ['="a;b"', '="a;b"'],
    ["=ER('a;b'!A1;2)", "=ER('a;b'!A1,2)"],
    ['="say ""a;b"""&ROUND(1,25;1)', '="say ""a;b"""&ROUND(1.25,1)'],
    ['=1,5', '=1,5'],
  ])('%s is understood as %s', (typed, plain) => {
    expect(plainSeparators(typed)).toBe(plain);
  });
});

describe('plainContent', () => {
  it.each([
    ['1,5', '1.5'],
    ['−1,5', '-1.5'],
    ['1 234,5', '1234.5'],
    ['1\u00A0234\u202F567', '1234567'],
    ['12,5%', '12.5%'],
    ['12,5 %', '12.5%'],
    ['15.06.2026', '2026-06-15'],
    ['5.6.2026 9:30', '2026-06-05 9:30'],
    ['120', '120'],
    ['1,5,2', '1,5,2'],
    ['1 23', '1 23'],
    ['12 34,5', '12 34,5'],
    ['СММ', 'СММ'],
    ['', ''],
  ])('%s is understood as %s', (typed, plain) => {
    expect(plainContent(typed)).toBe(plain);
  });
});

describe('tabNames', () => {
  it.each([
    ["=ER('ПОСТЫ'!A1,'ПОСТЫ 2'!B1)", "=ER('Посты'!A1,'Посты 2'!B1)"],
    ["='IT''S'!A1", "='It''s'!A1"],
    ['="\'ПОСТЫ\'!A1"', '="\'ПОСТЫ\'!A1"'],
    ["='Другая'!A1", "='Другая'!A1"],
  ])('%s becomes %s', (written, named) => {
    expect(tabNames(written, ['Посты', 'Посты 2', "It's"])).toBe(named);
  });
});
