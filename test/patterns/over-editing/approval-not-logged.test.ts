import { describe, expect, it } from 'vitest';
import { approvalLag } from '../../../src/patterns/over-editing/approval-lag.ts';
import { approvalNotLogged } from '../../../src/patterns/over-editing/approval-not-logged.ts';
import { runSignal } from '../run-signal.ts';

const headers = ['Тема', 'Отправлено на согласование', 'Согласовано', 'Опубликовано'];

describe('approval-not-logged', () => {
  it('is one remark about the table', () => {
    const result = runSignal(approvalNotLogged, headers, [
      ['a', '01.06.2026 10:00', '', '02.06.2026 10:00'],
      ['b', '01.06.2026 10:00', '', '03.06.2026 10:00'],
      ['c', '01.06.2026 10:00', '01.06.2026 12:00', '04.06.2026 10:00'],
    ]);
    expect(result.findings).toEqual([{ row: null, severity: 'minor', evidence: { unlogged: 2, published: 3 } }]);
  });
  it('says nothing of posts that wait, are planned, or were never sent', () => {
    const result = runSignal(approvalNotLogged, headers, [
      ['waits', '01.06.2026 10:00', '', ''],
      ['planned for later', '01.06.2026 10:00', '', '20.06.2026 10:00'],
      ['never sent', '', '', '04.06.2026 10:00'],
      ['logged', '01.06.2026 10:00', '01.06.2026 12:00', '04.06.2026 10:00'],
    ]);
    expect(result.outcome).toBe('clear');
  });
  it.each(['На согласовании', 'in Freigabe', 'do akceptacji', 'Черновик', 'Draft', 'чака одобрение'])(
    'believes a status before a day: “%s” is not out yet, and still waits',
    (status) => {
      const rows = [
        ['a', '01.06.2026 10:00', '', '02.06.2026 10:00', status],
        ['b', '01.06.2026 10:00', '', '03.06.2026 10:00', 'Опубликовано'],
      ];
      expect(runSignal(approvalNotLogged, [...headers, 'Статус'], rows).findings[0]?.evidence).toEqual({ unlogged: 1, published: 1 });
      expect(runSignal(approvalLag, [...headers, 'Статус'], rows)).toMatchObject({
        findings: [{ row: 2, evidence: { open: true } }],
        skipped: [{ reason: 'not-logged', rows: [3] }],
      });
    },
  );
});
