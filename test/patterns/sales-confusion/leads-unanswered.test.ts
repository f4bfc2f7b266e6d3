import { describe, expect, it } from 'vitest';
import { leadsUnanswered } from '../../../src/patterns/sales-confusion/leads-unanswered.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const perLead = (...rows: readonly (readonly string[])[]) =>
  runSignal(leadsUnanswered, ['Имя', 'Дата обращения', 'Время первого ответа'], rows);
const counted = (...rows: readonly (readonly (string | number)[])[]) =>
  runSignal(leadsUnanswered, ['Дата', 'Заявки', 'Обработано заявок'], rows);

describe('leads-unanswered', () => {
  it('finds a lead that nobody answered, and says how many days have passed', () => {
    expect(perLead(['a', '01.06.2026 11:00', '']).findings).toEqual([
      { row: 2, severity: 'serious', evidence: { came: 1, unanswered: 1, waitingDays: 14 } },
    ]);
  });
  it('leaves answered leads alone', () => {
    expect(perLead(['a', '01.06.2026 11:00', '05.06.2026 11:00']).outcome).toBe('clear');
  });
  it('gives a lead that has just come time to be answered', () => {
    expect(perLead(['a', '15.06.2026 11:30', '']).skipped).toEqual([{ reason: 'still-fresh', rows: [2] }]);
    expect(perLead(['a', '14.06.2026 23:00', '']).outcome).toBe('found');
  });
  it('believes a plain no', () => {
    expect(
      foundRows(
        runSignal(
          leadsUnanswered,
          ['Имя', 'Дата обращения', 'Ответили?'],
          [
            ['a', '01.06.2026', 'нет'],
            ['b', '01.06.2026', 'да'],
          ],
        ),
      ),
    ).toEqual(['2 serious']);
  });
  it('compares counts row by row', () => {
    const result = counted(['01.06.2026', 5, 3], ['02.06.2026', 4, 4], ['03.06.2026', 0, 0], ['04.06.2026', 2, ''], ['05.06.2026', 2, 3]);
    expect(result.findings.map(({ row, evidence }) => [row, evidence.unanswered])).toEqual([[2, 2]]);
    expect(result.skipped).toEqual([
      { reason: 'no-count', rows: [5] },
      { reason: 'more-answers-than-leads', rows: [6] },
    ]);
  });
  it('says what would do when neither is there', () => {
    expect(runSignal(leadsUnanswered, ['Дата', 'Заявки'], [['01.06.2026', 3]]).missing).toEqual([['leadsAnswered']]);
  });
});
