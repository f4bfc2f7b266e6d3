import { describe, expect, it } from 'vitest';
import { missedMoment } from '../../../src/patterns/over-editing/missed-moment.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const headers = ['Тема', 'Срочность', 'Инфоповод', 'Отправлено на согласование', 'Согласовано', 'Опубликовано'];
const judge = (...cells: readonly string[]) => runSignal(missedMoment, headers, [['post', ...cells]]);

describe('missed-moment', () => {
  it.each([
    [
      'published after 30 h, 20 of them in approval',
      ['ситуативный', '01.06.2026 09:00', '01.06.2026 12:00', '02.06.2026 08:00', '02.06.2026 15:00'],
    ],
    [
      'a minute over the window, approval a minute over half',
      ['ситуативный', '01.06.2026 09:00', '01.06.2026 09:00', '01.06.2026 21:02', '02.06.2026 09:01'],
    ],
    [
      'sent before the event: only the time after it counts',
      ['ситуативный', '01.06.2026 09:00', '30.05.2026 09:00', '02.06.2026 08:00', '02.06.2026 15:00'],
    ],
  ])('finds: %s', (_name, cells) => {
    expect(foundRows(judge(...cells))).toEqual(['2 serious']);
  });

  it.each([
    ['published within exactly 24 h', ['ситуативный', '01.06.2026 09:00', '01.06.2026 09:00', '02.06.2026 08:00', '02.06.2026 09:00']],
    [
      'late, but approval took half or less',
      ['ситуативный', '01.06.2026 09:00', '02.06.2026 09:00', '02.06.2026 20:00', '03.06.2026 09:00'],
    ],
    ['a planned post', ['плановый', '01.06.2026 09:00', '01.06.2026 12:00', '02.06.2026 20:00', '03.06.2026 09:00']],
  ])('leaves alone: %s', (_name, cells) => {
    expect(judge(...cells).outcome).toBe('clear');
  });

  it.each([
    ['no-time-of-day', ['ситуативный', '01.06.2026', '01.06.2026 12:00', '02.06.2026 20:00', '03.06.2026 09:00']],
    ['not-logged', ['ситуативный', '01.06.2026 09:00', '01.06.2026 12:00', '', '03.06.2026 09:00']],
    ['before-event', ['ситуативный', '01.06.2026 09:00', '01.06.2026 12:00', '', '31.05.2026 09:00']],
  ])('does not judge: %s', (reason, cells) => {
    expect(judge(...cells).skipped).toEqual([{ reason, rows: [2] }]);
  });

  it('without an event time is not checked', () => {
    expect(
      runSignal(
        missedMoment,
        headers.filter((header) => header !== 'Инфоповод'),
        [['post', '', '', '', '']],
      ).missing,
    ).toEqual([['eventAt']]);
  });
});
