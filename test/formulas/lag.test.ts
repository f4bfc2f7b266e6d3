import { describe, expect, it } from 'vitest';
import { APPROVALLAG } from '../../src/formulas/APPROVALLAG.ts';
import { LEADLAG } from '../../src/formulas/LEADLAG.ts';
import { call, column, spreadsheet } from './call.ts';

describe('APPROVALLAG', () => {
  it.each([
    ['two days by the clock', ['2026-06-01 10:00', '2026-06-03 10:00'], 48],
    ['over the weekend in working hours', ['05.06.2026 18:00', '08.06.2026 11:00', '', 'Пн-Пт 10:00-19:00'], 2],
    ['a day off after a semicolon', ['11.06.2026 18:00', '15.06.2026 11:00', '', 'Пн-Пт 10:00-19:00; 12.06.2026'], 2],
    ['open, up to as_of', ['2026-06-01 10:00', '', '2026-06-02 10:00'], 24],
    ['open, without as_of', ['2026-06-01 10:00', ''], ''],
    ['as_of before sent', ['2026-06-05 10:00', '', '2026-06-02 10:00'], 0],
    ['never sent', ['', '2026-06-02 10:00'], ''],
    ['sent and approved at once', ['2026-06-01 10:00', '2026-06-01 10:00'], 0],
  ])('%s', (_name, args, expected) => {
    expect(call(APPROVALLAG, ...args)).toBe(expected);
  });

  it('counts the hours that really passed when the clocks change', () => {
    const inNewYork = (from: string, to: string) => APPROVALLAG.call([from, to], spreadsheet('en_US', 'America/New_York'));
    expect([inNewYork('2026-03-07 12:00', '2026-03-08 12:00'), inNewYork('2026-10-31 12:00', '2026-11-01 12:00')]).toEqual([23, 25]);
  });

  it('decides day and month by all its dates together', () => {
    const hours = (...approved: readonly string[]) =>
      call(APPROVALLAG, column('03/04/2026 10:00', '03/05/2026 10:00'), column(...approved));
    expect(hours('04/04/2026 10:00', '13/05/2026 10:00')).toEqual([[24], [240]]);
    expect(hours('03/05/2026 10:00', '03/13/2026 10:00')).toEqual([[24], [192]]);
  });

  it('reads Dates in the spreadsheet’s own zone, whatever zone the script runs in', () => {
    const friday = new Date(Date.UTC(2026, 5, 5, 15));
    const monday = new Date(Date.UTC(2026, 5, 8, 8));
    for (const [zone, hours] of [
      ['Europe/Moscow', 2],
      ['America/New_York', 8],
    ] as const) {
      expect(APPROVALLAG.call([friday, monday, '', 'Mon-Fri 10:00-19:00'], spreadsheet('en_US', zone))).toBe(hours);
    }
  });

  it('says what is wrong', () => {
    expect(() => call(APPROVALLAG, '2026-06-03', '2026-06-01')).toThrow('APPROVALLAG: approved is earlier than sent');
    expect(() => call(APPROVALLAG, 'soon', '2026-06-01')).toThrow('APPROVALLAG requires sent as a date, not "soon"');
    expect(() => call(APPROVALLAG, '2026-06-01', '2026-06-03', '', 'mornings')).toThrow(
      'APPROVALLAG requires working_hours such as "Mon-Fri 10:00-19:00", not "mornings"',
    );
  });

  it('works down a column, each row with its own answer', () => {
    const sent = column('01.06.2026 10:00', '02.06.2026 10:00', '', '03.06.2026 10:00', '');
    const approved = column('01.06.2026 12:00', '01.06.2026 10:00', '05.06.2026 10:00', '', '');
    expect(call(APPROVALLAG, sent, approved)).toEqual(column(2, 'APPROVALLAG: approved is earlier than sent', '', ''));
  });

  it('takes day and month from the column, then from the locale', () => {
    const dates = (locale: string, ...cells: string[]) =>
      APPROVALLAG.call([column(...cells), column(...cells.map(() => '2026-12-31'))], spreadsheet(locale));
    expect(dates('en_GB', '01/06/2026', '16/06/2026')).toEqual(column(213 * 24, 198 * 24));
    expect(dates('en_US', '01/06/2026')).toEqual(dates('en_US', '2026-01-06'));
    expect(dates('ru_RU', '01/06/2026')).toEqual(dates('ru_RU', '2026-06-01'));
  });
});

describe('LEADLAG', () => {
  it('has the same rules', () => {
    expect(call(LEADLAG, '01.06.2026 23:40', '02.06.2026 10:05', '', 'Mon-Fri 10:00-19:00')).toBeCloseTo(5 / 60, 9);
    expect(() => call(LEADLAG, '2026-06-03', '2026-06-01')).toThrow('LEADLAG: answered_at is earlier than lead_at');
  });
});
