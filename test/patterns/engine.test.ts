import { describe, expect, it } from 'vitest';
import { approvalLag } from '../../src/patterns/over-editing/approval-lag.ts';
import { approvalNotLogged } from '../../src/patterns/over-editing/approval-not-logged.ts';
import { missedMoment } from '../../src/patterns/over-editing/missed-moment.ts';
import { leadsUnanswered } from '../../src/patterns/sales-confusion/leads-unanswered.ts';
import { noLeadOwner } from '../../src/patterns/sales-confusion/no-lead-owner.ts';
import { runSignal } from './run-signal.ts';

/** What stands in a date cell when somebody answered and wrote no date: nobody is accused of silence. */
const unreadable = ['answered by phone', '11:50', 'ok by Olga', 'да', 'сегодня', '32.13.2026', 'ответили в чате'];

describe('a cell that holds something unreadable is not an empty one', () => {
  it.each(unreadable)('no lead is called unanswered for %j', (cell) => {
    const { findings, skipped } = runSignal(
      leadsUnanswered,
      ['Заявка пришла', 'Первый ответ'],
      [
        ['01.06.2026 11:00', cell],
        ['02.06.2026 11:00', '02.06.2026 11:30'],
        ['03.06.2026 11:00', ''],
      ],
    );
    expect(findings.map(({ row }) => row)).toEqual([4]);
    expect(skipped).toEqual([{ reason: 'unreadable', field: 'answeredAt', rows: [2] }]);
  });
  it('no lead is called unanswered for dates whose order nobody can tell', () => {
    const { findings, skipped } = runSignal(leadsUnanswered, ['Заявка пришла', 'Первый ответ'], [['2026-06-01 11:00', '02/06/2026 11:30']]);
    expect(findings).toEqual([]);
    expect(skipped).toEqual([{ reason: 'undecided', field: 'answeredAt', rows: [2] }]);
  });
  it.each(unreadable)('no post is called waiting, and none unlogged, for %j', (cell) => {
    const rows = [
      ['01.06.2026 11:00', cell, '05.06.2026 12:00'],
      ['02.06.2026 11:00', '02.06.2026 12:00', '05.06.2026 12:00'],
      ['03.06.2026 11:00', cell, ''],
    ];
    const headers = ['Отправлено на согласование', 'Согласовано', 'Дата публикации'];
    const lag = runSignal(approvalLag, headers, rows);
    expect([lag.findings, lag.skipped]).toEqual([[], [{ reason: 'unreadable', field: 'approvedAt', rows: [2, 4] }]]);
    expect(runSignal(approvalNotLogged, headers, rows).findings).toEqual([]);
  });
  it('no wait is open where the publication date cannot be read', () => {
    const { findings } = runSignal(
      approvalLag,
      ['Отправлено на согласование', 'Согласовано', 'Дата публикации'],
      [
        ['01.06.2026 11:00', '', 'вышел в срок'],
        ['02.06.2026 11:00', '02.06.2026 12:00', '05.06.2026 12:00'],
      ],
    );
    expect(findings).toEqual([]);
  });
  it('no moment is missed where the approval cannot be read', () => {
    const { findings, skipped } = runSignal(
      missedMoment,
      ['Инфоповод', 'Дата публикации', 'Отправлено на согласование', 'Согласовано'],
      [
        ['01.06.2026 11:00', '05.06.2026 11:00', '01.06.2026 12:00', 'ок'],
        ['01.06.2026 11:00', '01.06.2026 15:00', '01.06.2026 12:00', '01.06.2026 13:00'],
      ],
    );
    expect(findings).toEqual([]);
    expect(skipped).toEqual([{ reason: 'unreadable', field: 'approvedAt', rows: [2] }]);
  });
  it.each(['Unassigned', 'не назначен', 'TBD', '?'])('%j is nobody', (owner) => {
    const { findings } = runSignal(
      noLeadOwner,
      ['Заявка пришла', 'Ответственный', 'Телефон'],
      [
        ['01.06.2026 11:00', owner, '1'],
        ['01.06.2026 11:00', 'Ольга', '2'],
      ],
    );
    expect(findings).toEqual([{ row: 2, severity: 'serious', evidence: { owner: 'nobody' } }]);
  });
});
