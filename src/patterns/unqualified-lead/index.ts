import type { Pattern } from '../define.ts';
import { deciderDrag } from './decider-drag.ts';
import { strategyNotOwned } from './strategy-not-owned.ts';

export const unqualifiedLead: Pattern = {
  id: 'unqualified-lead',
  title: { en: 'Who decides', ru: 'Кто принимает решения' },
  why: {
    en: 'A good marketer helps the SMM specialist; a decision by chance company costs reach that nobody can name later.',
    ru: 'Хороший маркетолог помогает SMM-специалисту; решения случайных людей стоят охвата, который потом не вернуть.',
  },
  colour: { row: '#F3E8FD', cell: '#D7AEFB' },
  signals: [strategyNotOwned, deciderDrag],
};
