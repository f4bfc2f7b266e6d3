import type { Pattern } from '../engine/signal.ts';
import { deciderDrag } from './decider-drag.ts';
import { strategyNotOwned } from './strategy-not-owned.ts';

export const unqualifiedLead: Pattern = {
  id: 'unqualified-lead',
  title: { en: 'Who decides', ru: 'Кто принимает решения' },
  why: {
    en: 'A good marketer helps the SMM specialist; a decision made on the side can cost reach that is hard to win back.',
    ru: 'Хороший маркетолог помогает SMM-специалисту; решение со стороны может стоить охвата, который потом трудно вернуть.',
  },
  isAboutPeople: true,
  colour: { row: '#F3E8FD', cell: '#D7AEFB' },
  signals: [strategyNotOwned, deciderDrag],
};
