import { defineLag } from './lag.ts';

/** How long an enquiry waited for the first human answer. */
export const LEADLAG = defineLag({
  name: 'LEADLAG',
  summary: {
    en: 'Hours from an enquiry to the first human answer, by the clock or in working hours of the spreadsheet’s time zone.',
    ru: 'Сколько часов прошло от заявки до первого живого ответа: всех или рабочих, в часовом поясе таблицы.',
  },
  start: { name: 'lead_at', about: { en: 'When the lead came in.', ru: 'Когда пришла заявка.' } },
  end: {
    name: 'answered_at',
    about: {
      en: 'Optional. When a person first answered; blank while nobody has.',
      ru: 'Необязательно. Когда впервые ответил человек; пусто, пока никто.',
    },
  },
  reversed: { en: 'answered_at is earlier than lead_at', ru: 'ответ раньше заявки' },
  examples: [
    {
      formula: '=LEADLAG("2026-06-01 23:40", "2026-06-02 10:05", , "Mon-Fri 10:00-19:00")',
      arguments: ['2026-06-01 23:40', '2026-06-02 10:05', '', 'Mon-Fri 10:00-19:00'],
      result: 5 / 60,
    },
    {
      formula: '=LEADLAG("2026-06-01 10:00", "", "2026-06-02 10:00")',
      arguments: ['2026-06-01 10:00', '', '2026-06-02 10:00'],
      result: 24,
    },
  ],
});
