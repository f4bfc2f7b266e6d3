import { describe, expect, it } from 'vitest';
import { readDuration, readTimeOfDay } from '../../../src/table/reading/durations.ts';

const minutes = (value: number | undefined) => (value === undefined ? undefined : value / 60_000);

describe('readTimeOfDay', () => {
  it.each([
    ['18:30', 1110],
    ['9:05', 545],
    ['6:05 PM', 1085],
    ['12:10 a. m.', 10],
    ['18.30', 1110],
    ['18h30', 1110],
    ['18h', 1080],
    ['7 am', 420],
    ['18', 1080],
    ['1899-12-30T18:30:00', 1110],
    ['0.770833333', 1110],
  ])('reads %j as minute %d', (text, expected) => expect(minutes(readTimeOfDay(text))).toBe(expected));
  it.each(['', '24:00', '13 pm', '18:75', 'evening', '1.5', '100', '01.02.2026'])('refuses %j', (text) =>
    expect(readTimeOfDay(text)).toBeUndefined(),
  );
});

describe('readDuration', () => {
  it.each([
    ['1:35', '', 95],
    ['0:05:30', '', 5.5],
    ['35', 'Ответили через, мин', 35],
    ['1,5', 'Response time (hours)', 90],
    ['2', 'Время ответа, ч', 120],
    ['35 мин', '', 35],
    ['2 ч 10 мин', '', 130],
    ['2 часа', '', 120],
    ['1 h 5 min', '', 65],
    ['1.5h', '', 90],
    ['3 дня', '', 4320],
    ['2 days', '', 2880],
  ])('reads %j under %j as %d minutes', (text, header, expected) => expect(minutes(readDuration(text, header))).toBe(expected));
  it.each([
    ['35', 'Response time'],
    ['soon', ''],
    ['', ''],
    ['about an hour', ''],
    ['5 лайков', ''],
  ])('refuses %j under %j', (text, header) => expect(readDuration(text, header)).toBeUndefined());
});
