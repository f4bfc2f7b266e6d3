import { leadAt, leads, responsible } from '../../table/fields.ts';
import { defineSignal } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { found, unclear } from '../engine/verdicts.ts';

/** Leads came, and nobody is named to answer them, or the SMM specialist is. */
export const noLeadOwner = defineSignal({
  id: 'no-lead-owner',
  columns: { responsible: optional(responsible), leadAt: optional(leadAt), leads: optional(leads) },
  needsOneOf: [
    ['responsible', 'leadAt'],
    ['responsible', 'leads'],
  ],
  settings: {},
  judge: ({ responsible, leadAt, leads }, _settings, { people }) => {
    if (leadAt === undefined && leads === undefined) return unclear('no-lead');
    if (leads === 0) return undefined;
    if (responsible === undefined) return found('serious', { owner: 'nobody' });
    return people.roleOf(responsible) === 'smm' ? found('serious', { owner: 'smm' }) : undefined;
  },
  texts: {
    en: {
      title: 'Who answers leads on the client side',
      finding: ({ owner }) =>
        owner === 'smm' ? 'The SMM team is named as responsible for this lead.' : 'Nobody is named as responsible for this lead.',
      brief: ({ owner }) => (owner === 'smm' ? 'SMM team' : 'nobody named'),
      fix: 'Name the salesperson on the client side who takes leads over from SMM.',
      outside: {
        heading: ({ rows, of }, words) =>
          `For ${words.number(rows, 0)} of ${words.number(of, 0)} leads nobody on the client’s side is named to answer`,
        good: ({ rows, of }, words) =>
          `For ${words.number(rows, 0)} of ${words.number(of, 0)} leads somebody on the client’s side is named to answer`,
      },
      unclear: { 'no-lead': 'no lead in this row' },
    },
    ru: {
      title: 'Кто на стороне клиента отвечает на заявки',
      finding: ({ owner }) => (owner === 'smm' ? 'Ответственным за заявку указана команда SMM.' : 'Ответственный за заявку не указан.'),
      brief: ({ owner }) => (owner === 'smm' ? 'команда SMM' : 'никто не указан'),
      fix: 'Назначить на стороне клиента человека, который принимает заявки у SMM.',
      outside: {
        heading: ({ rows, of }, words) =>
          `Для ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'заявки', 'заявок')} не указан ответственный на стороне клиента`,
        good: ({ rows, of }, words) =>
          `Для ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'заявки', 'заявок')} указан ответственный на стороне клиента`,
      },
      unclear: { 'no-lead': 'в строке нет заявки' },
    },
  },
});
