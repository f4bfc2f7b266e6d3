import { describe, expect, it } from 'vitest';
import { noLeadOwner } from '../../../src/patterns/sales-confusion/no-lead-owner.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const headers = ['Имя', 'Дата обращения', 'Ответственный'];

describe('no-lead-owner', () => {
  it('finds leads without a name and leads given to SMM', () => {
    const result = runSignal(noLeadOwner, headers, [
      ['a', '01.06.2026', ''],
      ['b', '01.06.2026', 'СММ-специалист'],
      ['c', '01.06.2026', 'Олег'],
      ['d', '01.06.2026', 'менеджер по продажам'],
    ]);
    expect(foundRows(result)).toEqual(['2 serious', '3 serious']);
  });
  it('follows the People setting', () => {
    expect(foundRows(runSignal(noLeadOwner, headers, [['c', '01.06.2026', 'Олег']], { people: { Олег: 'smm' } }))).toEqual(['2 serious']);
  });
  it('says nothing of rows without a lead', () => {
    const counted = runSignal(
      noLeadOwner,
      ['Дата', 'Заявки', 'Ответственный'],
      [
        ['01.06.2026', 0, ''],
        ['02.06.2026', 2, 'Олег'],
        ['03.06.2026', '', ''],
      ],
    );
    expect([counted.outcome, counted.skipped]).toEqual(['clear', [{ reason: 'no-lead', rows: [4] }]]);
  });
  it('is not checked without a column for the responsible person', () => {
    expect(runSignal(noLeadOwner, ['Имя', 'Дата обращения'], [['a', '01.06.2026']]).missing).toEqual([['responsible']]);
  });
});
