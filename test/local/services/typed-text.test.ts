import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../src/local/services/typed-text.ts';

const today = Date.UTC(2026, 5, 15);
const wall = (text: string) => ({ value: { wall: Date.parse(`${text}Z`) } });
const keeps = (text: string) => ({ value: text });

describe('readTyped', () => {
  it.each([
    ['1-2', 'en_US', wall('2026-01-02T00:00')],
    ['1-2', 'ru_RU', wall('2026-02-01T00:00')],
    ['3/4', 'en_US', wall('2026-03-04T00:00')],
    ['3/4', 'en_GB', wall('2026-04-03T00:00')],
    ['15 March', 'en_US', wall('2026-03-15T00:00')],
    ['March 15', 'ru_RU', wall('2026-03-15T00:00')],
    ['15 марта', 'ru_RU', wall('2026-03-15T00:00')],
    ['15 марта', 'en_US', keeps('15 марта')],
    ['15 мар. 2025 г.', 'ru_RU', wall('2025-03-15T00:00')],
    ['15. März 2025', 'de_DE', wall('2025-03-15T00:00')],
    ['15.06.2026 18:30', 'ru_RU', wall('2026-06-15T18:30')],
    ['2026-06-15T18:30:05', 'en_US', wall('2026-06-15T18:30:05')],
    ['Mar 2026', 'en_US', wall('2026-03-01T00:00')],
    ['10:00', 'en_US', wall('1899-12-30T10:00')],
    ['1:35 PM', 'en_US', wall('1899-12-30T13:35')],
    ['1E5', 'ru_RU', { value: 100_000 }],
    ['50 %', 'ru_RU', { value: 0.5 }],
    ['12.5%', 'en_US', { value: 0.125 }],
    ['TRUE', 'ru_RU', { value: true }],
    ['ИСТИНА', 'ru_RU', { value: true }],
    ['ложь', 'ru_RU', { value: false }],
    ['1,5', 'ru_RU', { value: 1.5 }],
    ['1,5', 'en_US', keeps('1,5')],
    ['1.5', 'en_US', { value: 1.5 }],
    ['1,234', 'en_US', { value: 1234 }],
    ['1\u00a0234,5', 'ru_RU', { value: 1234.5 }],
    ['$5', 'en_US', { value: 5 }],
    ['5 ₽', 'ru_RU', { value: 5 }],
    ['(5)', 'en_US', { value: -5 }],
    ['+7 900', 'ru_RU', { value: 7900 }],
    ['+7 900', 'en_US', { value: 7900 }],
    ['+7 (900) 1', 'en_US', { formula: '=+7 (900) 1' }],
    ['-x', 'en_US', { formula: '=-x' }],
    ['=1+1', 'en_US', { formula: '=1+1' }],
    ["'quoted", 'en_US', keeps('quoted')],
    ["'=1", 'en_US', keeps('=1')],
    ['строка 5', 'ru_RU', keeps('строка 5')],
    ['May be', 'en_US', keeps('May be')],
    ['31/02', 'en_GB', keeps('31/02')],
    ['1, 4', 'ru_RU', keeps('1, 4')],
    ['-', 'en_US', keeps('-')],
  ])('%j in %s', (text, locale, expected) => {
    expect(readTyped(text, locale, today)).toEqual(expected);
  });
});
