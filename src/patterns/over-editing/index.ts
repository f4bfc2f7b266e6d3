import type { Pattern } from '../engine/signal.ts';
import { approvalLag } from './approval-lag.ts';
import { approvalNotLogged } from './approval-not-logged.ts';
import { missedMoment } from './missed-moment.ts';
import { revisionRounds } from './revision-rounds.ts';

export const overEditing: Pattern = {
  id: 'over-editing',
  title: { en: 'Speed of approval', ru: 'Скорость согласования' },
  why: {
    en: 'The best content is a post of the moment, and a moment lasts hours: every day of discussion takes reach away from it.',
    ru: 'Лучший контент — ситуативный, а ситуация живёт часы: каждый день обсуждений отнимает у поста охват.',
  },
  colour: { row: '#E8F0FE', cell: '#AECBFA' },
  signals: [approvalLag, revisionRounds, missedMoment, approvalNotLogged],
};
