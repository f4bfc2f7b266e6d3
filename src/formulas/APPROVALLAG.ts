import { defineLag } from './lag.ts';

/** How long a post waited for the client's yes. */
export const APPROVALLAG = defineLag({
  name: 'APPROVALLAG',
  summary: {
    en: 'Hours a post waited for approval, by the clock or in working hours of the spreadsheet’s time zone.',
    ru: 'Сколько часов пост ждал согласования: всех или рабочих, в часовом поясе таблицы.',
  },
  start: { name: 'sent', about: { en: 'When the post was sent for approval.', ru: 'Когда пост отправили на согласование.' } },
  end: {
    name: 'approved',
    about: {
      en: 'Optional. When it was approved; blank while it is open.',
      ru: 'Необязательно. Когда согласовали; пусто, пока пост ждёт.',
    },
  },
  reversed: { en: 'approved is earlier than sent', ru: 'согласовано раньше, чем отправлено' },
  examples: [
    { formula: '=APPROVALLAG("2026-06-01 10:00", "2026-06-03 10:00")', arguments: ['2026-06-01 10:00', '2026-06-03 10:00'], result: 48 },
    {
      formula: '=APPROVALLAG("2026-06-05 18:00", "2026-06-08 11:00", , "Mon-Fri 10:00-19:00")',
      arguments: ['2026-06-05 18:00', '2026-06-08 11:00', '', 'Mon-Fri 10:00-19:00'],
      result: 2,
    },
  ],
});
