import type { Pattern } from '../engine/signal.ts';
import { audienceMismatch } from './audience-mismatch.ts';
import { budgetSwallowed } from './budget-swallowed.ts';
import { overpricedReach } from './overpriced-reach.ts';

export const showOff: Pattern = {
  id: 'show-off',
  title: { en: 'Advertising and audience', ru: 'Реклама и аудитория' },
  why: {
    en: 'A famous name is paid for its whole audience; only the part that lives here and is of the right age can become clients.',
    ru: 'Громкому имени платят за всю аудиторию, а клиентом станет лишь та её часть, что живёт рядом и подходит по возрасту.',
  },
  colour: { row: '#E6F4EA', cell: '#A8DAB5' },
  signals: [audienceMismatch, overpricedReach, budgetSwallowed],
};
