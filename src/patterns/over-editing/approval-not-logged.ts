import { approvedAt, publishedAt, sentAt, status } from '../../table/fields.ts';
import { defineSignal } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { found } from '../engine/verdicts.ts';
import { isPublished } from '../shared/timing.ts';

/** Posts that were sent and published without an approval time: one remark about the table. */
export const approvalNotLogged = defineSignal({
  id: 'approval-not-logged',
  columns: { sentAt, publishedAt, approvedAt: optional(approvedAt), status: optional(status) },
  needsOneOf: [['approvedAt']],
  settings: {},
  judge: () => undefined,
  remarks: (rows, _settings, { now }) => {
    const published = rows.all().filter((row) => row.sentAt !== undefined && isPublished(row, now));
    const unlogged = published.filter(({ approvedAt }) => approvedAt === undefined).length;
    return unlogged > 0 ? [found('minor', { unlogged, published: published.length })] : [];
  },
  texts: {
    en: {
      title: 'Approval time not written down',
      finding: ({ unlogged, published }, words) =>
        `${words.number(unlogged)} of ${words.number(published)} posts were sent and published without an approval time; their wait is unknown.`,
      fix: 'Write the time of approval down when it comes: a message in the chat is enough.',
    },
    ru: {
      title: 'Время согласования не записано',
      finding: ({ unlogged, published }, words) =>
        `${words.number(unlogged)} из ${words.number(published)} отправленных и вышедших постов ${words.plural(unlogged, 'остался', 'остались')} без времени согласования: сколько их ждали, неизвестно.`,
      fix: 'Записывать время согласования, когда оно пришло: достаточно времени сообщения в чате.',
    },
  },
});
