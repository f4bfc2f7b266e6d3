import type { Pattern } from '../engine/signal.ts';
import { leadsUnanswered } from './leads-unanswered.ts';
import { noLeadOwner } from './no-lead-owner.ts';
import { salesGoalWithoutScope } from './sales-goal-without-scope.ts';
import { slowResponse } from './slow-response.ts';

export const salesConfusion: Pattern = {
  id: 'sales-confusion',
  title: { en: 'Leads and sales', ru: 'Заявки и продажи' },
  why: {
    en: 'SMM brings people to the door; somebody on the client side has to open it, and quickly.',
    ru: 'SMM приводит людей к двери; открыть её, и быстро, должен кто-то на стороне клиента.',
  },
  colour: { row: '#FCE8E6', cell: '#F6AEA9' },
  signals: [leadsUnanswered, slowResponse, noLeadOwner, salesGoalWithoutScope],
};
