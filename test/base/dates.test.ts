import { describe, expect, it } from 'vitest';
import { type DateReading, hasTimeOfDay, isOneYear, isoWall, readDates } from '../../src/base/dates.ts';
import { CellState } from '../../src/base/numbers.ts';
import { fc, test as property } from './property.ts';

/** A clock three hours ahead of UTC, as Moscow's. */
const clock = { toWall: (instant: number) => instant + 3 * 3_600_000 };
const now = Date.UTC(2026, 5, 1);
const read = (cells: readonly (string | number | Date)[], reading: Partial<DateReading> = {}) =>
  [...readDates(cells, { clock, ...reading }).values].map((value) => (Number.isNaN(value) ? null : isoWall(value)));

describe('readDates', () => {
  it.each([
    ['2026-03-01', '2026-03-01T00:00:00'],
    ['2025-08-01T00:00:00', '2025-08-01T00:00:00'],
    ['2016-12-23 18:50 +0000', '2016-12-23T21:50:00'],
    ['2026-03-01T10:00:00Z', '2026-03-01T13:00:00'],
    ['2026-03-01T10:00:00-0500', '2026-03-01T18:00:00'],
    ['31.12.2026 18:00', '2026-12-31T18:00:00'],
    ['15/09/2026 18:00', '2026-09-15T18:00:00'],
    ['09/15/2026 6:05 PM', '2026-09-15T18:05:00'],
    ['8-May-20', '2020-05-08T00:00:00'],
    ['Oct 3, 2026', '2026-10-03T00:00:00'],
    ['Tue, Jul 14, 2026', '2026-07-14T00:00:00'],
    ['3 окт. 2026 г.', '2026-10-03T00:00:00'],
    ['3 октября 2026, 10:00', '2026-10-03T10:00:00'],
    ['1 января 2026 г. в 9:05', '2026-01-01T09:05:00'],
    ['15.03.2026 4:30 p. m.', '2026-03-15T16:30:00'],
    ['Mar 3rd, 2026', '2026-03-03T00:00:00'],
    ['3rd March 2026', '2026-03-03T00:00:00'],
    ['15.03.2026 10:00 (GMT+3)', '2026-03-15T10:00:00'],
    ['15.03.2026 10:00 UTC', '2026-03-15T13:00:00'],
    ['15.03.2026 00:00 UTC', '2026-03-15T03:00:00'],
    ['2026-03-15 10:00+03', '2026-03-15T10:00:00'],
    ['15.03.2026 10:00 МСК', '2026-03-15T10:00:00'],
    ['Mar 15, 2026 10:00 AM GMT-2', '2026-03-15T15:00:00'],
    [45_678.5, '2025-01-21T12:00:00'],
    [new Date(Date.UTC(2026, 1, 28, 21)), '2026-03-01T00:00:00'],
  ])('reads %j as %s', (cell, expected) => {
    expect(read([cell])).toEqual([expected]);
  });

  it.each(['31.02.2026', '12:30', 'Sep 31, 2026', 'soon', '2026', '32.01.2026', '10:61 01.01.2026', 'Loading...'])('refuses %j', (cell) => {
    expect([...readDates([cell], { clock, now }).states]).toEqual([CellState.unreadable]);
  });

  it('keeps a cell’s own clock where its year is inferred', () => {
    expect(read(['15.03 10:00 UTC'], { now })).toEqual(['2026-03-15T13:00:00']);
  });

  it('reads times by the clock that the header names, and leaves days alone', () => {
    expect(read(['15.03.2026 10:00', '15.03.2026', '2026-03-15 10:00+03'], { offset: 0 })).toEqual([
      '2026-03-15T13:00:00',
      '2026-03-15T00:00:00',
      '2026-03-15T10:00:00',
    ]);
  });

  it.each([
    ['March 2026', '2026-03-01'],
    ['Mar 2026', '2026-03-01'],
    ['март 2026 г.', '2026-03-01'],
    ["Jan '26", '2026-01-01'],
    ['2026-03', '2026-03-01'],
    ['03.2026', '2026-03-01'],
    ['2026-W10', '2026-03-02'],
    ['2026 W01', '2025-12-29'],
    ['02.03–08.03.2026', '2026-03-02'],
    ['02.03.2026 - 08.03.2026', '2026-03-02'],
    ['2–8 марта 2026', null],
  ])('reads the period %j as beginning on %s, where periods are meant', (cell, expected) => {
    expect(read([cell], { arePeriods: true })).toEqual([expected === null ? null : `${expected}T00:00:00`]);
    expect(read([cell])).toEqual([null]);
  });
  it.each([
    [
      ['W1', 'W2', 'W3'],
      ['2025-12-29', '2026-01-05', '2026-01-12'],
    ],
    [
      ['Неделя 22', 'Неделя 23', 'Неделя 24'],
      ['2025-05-26', '2025-06-02', '2025-06-09'],
    ],
    [
      ['3-я неделя', 'нед. 4'],
      ['2026-01-12', '2026-01-19'],
    ],
    [
      ['KW 51', 'KW 52', 'KW 1'],
      ['2025-12-15', '2025-12-22', '2025-12-29'],
    ],
    [
      ['W 54', 'Week zero'],
      [null, null],
    ],
  ])('gives weeks without a year the latest years in order: %j', (cells, expected) => {
    expect(read(cells, { arePeriods: true, now })).toEqual(expected.map((day) => (day === null ? null : `${day}T00:00:00`)));
  });
  it('takes bare numbers for weeks only where the header says so', () => {
    expect(read([9, 10, '11'], { arePeriods: true, areWeeks: true, now })).toEqual(
      ['2026-02-23', '2026-03-02', '2026-03-09'].map((day) => `${day}T00:00:00`),
    );
    expect(read([9, 10, '11'], { arePeriods: true, now })).toEqual([null, null, null]);
  });
  it('gives months without a year the latest years in order', () => {
    expect(read(['ноябрь', 'декабрь', 'январь', 'февраль'], { arePeriods: true, now })).toEqual(
      ['2025-11', '2025-12', '2026-01', '2026-02'].map((month) => `${month}-01T00:00:00`),
    );
  });

  it('decides day and month once, by the cells that admit one reading only', () => {
    expect(read(['01/06/2021', '02/16/2021'])).toEqual(['2021-01-06T00:00:00', '2021-02-16T00:00:00']);
    expect(read(['01/06/2021', '16/02/2021'])).toEqual(['2021-06-01T00:00:00', '2021-02-16T00:00:00']);
  });

  it('leaves a column undecided when nothing decides, and follows the fallback when there is one', () => {
    expect([...readDates(['01/06/2021', '02/06/2021'], { clock }).states]).toEqual([CellState.undecided, CellState.undecided]);
    expect(read(['01/06/2021'], { fallbackOrder: 'day-first' })).toEqual(['2021-06-01T00:00:00']);
    expect(read(['01/06/2021'], { fallbackOrder: 'month-first' })).toEqual(['2021-01-06T00:00:00']);
  });

  it('does not take a named month for evidence', () => {
    expect(readDates(['8-May-20', '02/16/2021'], { clock }).order).toBe('month-first');
  });

  it('infers years from the order of the rows, the newest not after now', () => {
    expect(read(['28 August', '31 December', '1 January'], { now })).toEqual([
      '2025-08-28T00:00:00',
      '2025-12-31T00:00:00',
      '2026-01-01T00:00:00',
    ]);
    expect(read(['03.02', '28.01', '31.12'], { now })).toEqual(['2026-02-03T00:00:00', '2026-01-28T00:00:00', '2025-12-31T00:00:00']);
  });

  it.each([
    // The edges: noon and midnight of the half-day clock, two-digit years, offsets with half hours, the first and last serial number.
    ['01/15/2026 12:00 AM', '2026-01-15T00:00:00'],
    ['01/15/2026 12:30 PM', '2026-01-15T12:30:00'],
    ['01/15/2026 1:00 AM', '2026-01-15T01:00:00'],
    ['15.01.2026 23:59:59', '2026-01-15T23:59:59'],
    ['15.01.69', '2069-01-15T00:00:00'],
    ['15.01.70', '1970-01-15T00:00:00'],
    ['31.01.2026', '2026-01-31T00:00:00'],
    ['01/31/2026', '2026-01-31T00:00:00'],
    ['12/13/2026', '2026-12-13T00:00:00'],
    ['2026-03-01T10:00:00+05:30', '2026-03-01T07:30:00'],
    ['2026-03-01T10:00:00-03:30', '2026-03-01T16:30:00'],
    ['29.02.2028', '2028-02-29T00:00:00'],
    ['29.02.2000', '2000-02-29T00:00:00'],
    ['2028-02-29T23:59:59', '2028-02-29T23:59:59'],
    ['1900-01-01', '1900-01-01T00:00:00'],
    ['05/05/2026', '2026-05-05T00:00:00'],
    [20_000, '1954-10-03T00:00:00'],
    [80_000, '2119-01-11T00:00:00'],
  ])('reads %j at the edge as %s', (cell, expected) => {
    expect(read([cell])).toEqual([expected]);
  });

  it.each([
    ...[
      '31.02.2026',
      '29.02.2026',
      '29.02.1900',
      '29.02.2100',
      '2100-02-29T10:00:00',
      '2026-01-01T24:00:00',
      '1899-12-31',
      // What a spreadsheet makes of an hour without a day.
      '1899-12-30T18:05:00',
      '2026-02-30',
      '2026-13-01',
      '32.01.2026',
      '0.01.2026',
      '01.0.2026',
      '13/13/2026',
      '01/32/2026',
    ],
    ...['15.01.2026 24:00', '15.01.2026 10:60', '15.01.2026 10:00:60', '2026-01-15 25:00', '2026-01-15T10:61:00Z'],
    ...['01/15/2026 0:30 AM', '01/15/2026 13:00 PM', '3 foo 2026', 'foo 3, 2026', '31 June 2026', '3 May 2026 25:00'],
    ...[19_999, 80_001, -1, `15.01.2026${' '.repeat(60)}`],
  ])('refuses %j', (cell) => {
    const column = readDates([cell], { clock, now });
    expect([column.values[0], column.states[0]]).toEqual([Number.NaN, CellState.unreadable]);
  });

  it.each([
    [['2026-03-01', ''], 'not-needed', undefined, { dayFirst: 0, monthFirst: 0, either: 0 }],
    [['05/05/2026', '3 May 2026'], 'not-needed', undefined, { dayFirst: 0, monthFirst: 0, either: 0 }],
    [['03/04/2026', '05/06/2026'], 'undecided', undefined, { dayFirst: 0, monthFirst: 0, either: 2 }],
    [['15/04/2026', '03/04/2026', '04/15/2026', '16/04/2026'], 'cells', 'day-first', { dayFirst: 2, monthFirst: 1, either: 1 }],
    [['04/15/2026', '03/04/2026'], 'cells', 'month-first', { dayFirst: 0, monthFirst: 1, either: 1 }],
    [['15/04/2026', '04/15/2026'], 'undecided', undefined, { dayFirst: 1, monthFirst: 1, either: 0 }],
  ] as const)('says of %j what decided', (cells, decidedBy, order, evidence) => {
    expect(readDates(cells, { clock })).toMatchObject({ decidedBy, order, evidence });
  });

  it('keeps named months and equal fields beside cells that decide, and refuses what contradicts', () => {
    expect(read(['15/04/2026', '16/04/2026', '04/17/2026', '05/05/2026', '3 May 2026', '03/04/2026'])).toEqual([
      ...['2026-04-15T00:00:00', '2026-04-16T00:00:00', null, '2026-05-05T00:00:00', '2026-05-03T00:00:00', '2026-04-03T00:00:00'],
    ]);
  });

  it('gives dates without a year the latest years before now, oldest first and newest first', () => {
    const of = (...cells: readonly string[]) => readDates(cells, { clock, now });
    const years = (...cells: readonly string[]) => [...of(...cells).values].map((value) => new Date(value).getUTCFullYear());
    expect(years('28 August', '3 December', '5 January', '1 June')).toEqual([2025, 2025, 2026, 2026]);
    expect(years('1 June', '5 January', '3 December', '28 August')).toEqual([2026, 2026, 2025, 2025]);
    expect(years('2 June')).toEqual([2025]);
    expect(years('1 June')).toEqual([2026]);
    expect(of('1 June', '2 May 2026').yearsInferred).toBe(1);
    expect(readDates(['1 June'], { clock }).yearsInferred).toBe(0);
  });

  it('tells a day from a time of day, and one year from two', () => {
    expect([hasTimeOfDay(Date.UTC(2026, 0, 1)), hasTimeOfDay(Date.UTC(2026, 0, 1, 0, 0, 1))]).toEqual([false, true]);
    expect([isOneYear(Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31)), isOneYear(Date.UTC(2025, 11, 31), Date.UTC(2026, 0, 1))]).toEqual([
      true,
      false,
    ]);
  });

  it('does not infer years without a clock', () => {
    expect(read(['28 August'])).toEqual([null]);
  });

  property([fc.integer({ min: 0, max: 4_102_444_800 }), fc.constantFrom('iso', 'dots', 'english', 'russian')])(
    'reads back every style of writing',
    (seconds, style) => {
      const iso = isoWall(seconds * 1000);
      const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-');
      const time = iso.slice(11);
      const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1];
      const russian = [
        'января',
        'февраля',
        'марта',
        'апреля',
        'мая',
        'июня',
        'июля',
        'августа',
        'сентября',
        'октября',
        'ноября',
        'декабря',
      ][Number(month) - 1];
      const written = {
        iso,
        dots: `${date}.${month}.${year} ${time}`,
        english: `${english} ${Number(date)}, ${year} ${time}`,
        russian: `${Number(date)} ${russian} ${year} г. ${time}`,
      };
      expect(read([written[style as keyof typeof written]])).toEqual([iso]);
    },
  );

  property([fc.array(fc.oneof(fc.string(), fc.double(), fc.date({ noInvalidDate: false })))])('never throws', (cells) => {
    expect(readDates(cells, { clock, now }).values.length).toBe(cells.length);
  });
});
