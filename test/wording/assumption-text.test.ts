import { describe, expect, it } from 'vitest';
import type { Assumption } from '../../src/audit/report.ts';
import { assumptionText } from '../../src/wording/assumption-text.ts';

const place = { sheet: 'Posts', column: 'Date' };

describe('what was taken for granted, in both languages', () => {
  it.each<[Assumption, string, string]>([
    [
      { code: 'calendar' },
      'Working hours are not stated; Mon–Fri 10:00–19:00 is assumed.',
      'Рабочее время не указано, взято Пн–Пт 10:00–19:00.',
    ],
    [{ code: 'time-zone', zone: 'Europe/Moscow' }, 'Time zone: Europe/Moscow.', 'Часовой пояс: Europe/Moscow.'],
    [
      { code: 'client-tab', sheet: 'Client', facts: ['city', 'scope', 'workingHours'] },
      'Taken from the tab “Client”: city, agreed work, working hours.',
      'С вкладки «Client» взято: город, состав работ, рабочее время.',
    ],
    [
      { code: 'decimal-mark', ...place, mark: ',', votes: { only: 12, against: 1, either: 3 } },
      'Posts, “Date”: the decimal mark is “,” (12 cells can only be read so, 3 either way, 1 contradicts it and was not read).',
      'Posts, «Date»: десятичный знак «,» (12 ячеек читаются только так, двояко читаются 3, противоречит и не прочитана 1).',
    ],
    [
      { code: 'decimal-mark', ...place, votes: { only: 0, against: 0, either: 3 } },
      'Posts, “Date”: the decimal mark cannot be told, so the numbers were not read; set it in the settings.',
      'Posts, «Date»: десятичный знак не определить, числа не прочитаны; укажите его в настройках.',
    ],
    [
      { code: 'date-order', ...place, order: 'month-first', votes: { only: 0, against: 0, either: 4 } },
      'Posts, “Date”: the month comes first (no cell decides: taken from the settings or the language of the sheet, 4 either way).',
      'Posts, «Date»: первым идёт месяц (ни одна ячейка не решает: взято из настроек или языка таблицы, двояко читаются 4).',
    ],
    [
      { code: 'date-order', ...place, votes: { only: 0, against: 0, either: 4 } },
      'Posts, “Date”: day or month first cannot be told, so the dates were not read; set it in the settings.',
      'Posts, «Date»: день или месяц первый, не определить, даты не прочитаны; укажите в настройках.',
    ],
    [
      { code: 'years', ...place, count: 7 },
      'Posts, “Date”: no year is written; inferred from the order of the rows (7).',
      'Posts, «Date»: год не написан, выведен из порядка строк (7).',
    ],
    [
      { code: 'rate-of', ...place, rate: { by: 'reach', matched: 9, rows: 10 } },
      'Posts, “Date”: counted by reach (9 of 10 rows agree).',
      'Posts, «Date»: посчитано по охвату (сошлось строк: 9 из 10).',
    ],
    [
      { code: 'rate-of', ...place, rate: { by: 'unknown', matched: 0, rows: 10 } },
      'Posts, “Date”: agrees with neither followers, reach, impressions nor views; it is not used.',
      'Posts, «Date»: не сходится ни с подписчиками, ни с охватом, ни с показами, ни с просмотрами; в расчётах не используется.',
    ],
    [
      { code: 'unreadable-fact', sheet: 'Client', fact: 'daysOff' },
      'On the tab “Client” this cannot be read: days off; it is not used.',
      'На вкладке «Client» не прочитано: выходные дни; в расчётах не использовано.',
    ],
    [
      { code: 'unreadable-fact', sheet: 'Client', fact: 'workingHours' },
      'On the tab “Client” this cannot be read: working hours (write, say, “Mon-Fri 10:00-19:00”); Mon–Fri 10:00–19:00 is assumed.',
      'На вкладке «Client» не прочитано: рабочее время (напишите, например, «Пн-Пт 10:00-19:00»); взято Пн–Пт 10:00–19:00.',
    ],
    [
      { code: 'not-exported', sheet: 'Posts', source: 'tiktok-studio' },
      'Posts: TikTok Studio does not export: followers in total, reach.',
      'Posts: TikTok Studio не выгружает: подписчиков всего, охват.',
    ],
  ])('%j', (assumption, english, russian) => {
    expect([assumptionText(assumption, 'en'), assumptionText(assumption, 'ru')]).toEqual([english, russian]);
  });

  it('the moment up to which is counted is a date and a time', () => {
    const assumption = { code: 'as-of', at: Date.UTC(2026, 5, 15, 12, 5) } as const;
    expect(assumptionText(assumption, 'en')).toMatch(/^What is still open is counted up to 15 June 2026, 12:05\.$/);
    expect(assumptionText(assumption, 'ru')).toMatch(/^Что ещё не закрыто, посчитано по 15 июня 2026.*, 12:05\.$/);
  });
});
