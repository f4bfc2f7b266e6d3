import { describe, expect, it } from 'vitest';
import { headerDateOrder } from '../../../src/table/recognition/header-text.ts';
import { auditGrid } from '../../audit/audit-table.ts';

describe('headerDateOrder', () => {
  it.each([
    ['Date (DD/MM/YYYY)', 'day-first'],
    ['Date (MM/DD/YYYY)', 'month-first'],
    ['Sent (DD/MM)', 'day-first'],
    ['Sent, M/D', 'month-first'],
    ['date dd-mm-yy', 'day-first'],
    ['Дата (ДД.ММ.ГГГГ)', 'day-first'],
    ['Согласовано, мм/дд', 'month-first'],
    ['Date', undefined],
    ['Sent/approved', undefined],
    ['CPM/DPM', undefined],
    ['Mm/ddress', undefined],
    ['Cost (mm)', undefined],
  ])('%s: %s', (header, order) => {
    expect(headerDateOrder(header)).toBe(order);
  });
});

describe('a header that states the order of its dates', () => {
  // 3 April and 4 May, or 4 March and 5 April: waits of two working days only in one reading.
  const waits = (sent: string, approved: string) =>
    auditGrid([
      ['Post', sent, approved],
      ['Menu', '03/04/2026 10:00', '04/05/2026 10:00'],
      ['Team', '02/04/2026 10:00', '03/05/2026 10:00'],
    ]).sheets[0]?.columns.map(({ dates }) => dates?.order);

  it('decides where the cells could be read either way', () => {
    expect(waits('Sent for approval (DD/MM/YYYY)', 'Approved (MM/DD/YYYY)')).toEqual([undefined, 'day-first', 'month-first']);
    expect(waits('Sent for approval', 'Approved')).toEqual([undefined, undefined, undefined]);
  });

  it('yields to cells that can be read in one way only', () => {
    const report = auditGrid([
      ['Post', 'Sent for approval (MM/DD)', 'Approved'],
      ['Menu', '23/04/2026 10:00', '2026-05-04 10:00'],
      ['Team', '02/04/2026 10:00', '2026-05-04 10:00'],
    ]);
    expect(report.sheets[0]?.columns[1]?.dates?.order).toBe('day-first');
  });
});
