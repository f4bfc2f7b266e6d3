import { type Field, field } from './field.ts';

export const urgency = field(
  'urgency',
  'text',
  { en: 'planned or situational', ru: 'плановый или ситуативный' },
  ['Urgency', 'Planned or situational', 'Planned/situational', 'Situational', 'Plan type'],
  ['Срочность', 'Плановый/ситуативный', 'Плановый или ситуативный', 'Ситуативный', 'План/ситуатив', 'Вид поста'],
);

export const eventAt = field(
  'eventAt',
  'date',
  { en: 'time of the event', ru: 'время инфоповода' },
  ['Event time', 'Event at', 'News time', 'News event', 'Event'],
  ['Инфоповод', 'Дата инфоповода', 'Время инфоповода', 'Время события', 'Событие', 'Дата события'],
);

export const sentAt = field(
  'sentAt',
  'date',
  { en: 'sent for approval', ru: 'отправлено на согласование' },
  [
    'Sent for approval',
    'Sent to client',
    'Sent for review',
    'Submitted',
    'Submitted for approval',
    'Sent at',
    'Sent to client for approval',
    'Date sent',
    'Date sent for approval',
    'Sent to approval',
    'Sent for sign-off',
    'Submission date',
  ],
  [
    'Отправлено на согласование',
    'На согласование',
    'Отправлен на согласование',
    'Отправлено клиенту',
    'Отправлено',
    'Дата отправки на согласование',
    'Согласование отправлено',
    'Отправили на согласование',
    'Отправили',
    'Отправили клиенту',
    'Отправил клиенту',
    'Отправлено заказчику',
    'Передано на согласование',
    'Отдали на согласование',
    'Ушло на согласование',
    'Дата отправки',
  ],
);

export const approvedAt = field(
  'approvedAt',
  'date',
  { en: 'approved', ru: 'согласовано' },
  [
    'Approved at',
    'Approved',
    'Approval date',
    'Approved on',
    'Client approved',
    'Approval received',
    'Client approval received',
    'Date approved',
    'Approved date',
    'Sign-off date',
    'Signed off',
  ],
  [
    'Согласовано',
    'Дата согласования',
    'Итоговая дата согласования',
    'Согласован',
    'Утверждено',
    'Утвержден',
    'Согласование получено',
    'Согласовали',
    'Дата утверждения',
    'Утвердили',
    'Клиент согласовал',
    'Одобрено',
    'Дата одобрения',
    'Когда согласовали',
  ],
);

/** How far a post is: `Draft`, `На согласовании`, `Published`. A day beside it is planned until the status says that the post is out. */
export const status = field(
  'status',
  'text',
  { en: 'status of the post', ru: 'статус поста' },
  ['Status', 'Post status', 'Approval status', 'State', 'Stage', 'Progress'],
  ['Статус', 'Статус поста', 'Статус согласования', 'Состояние', 'Этап', 'Готовность'],
);

/** A post's way to approval in one cell: `Draft 01.03 → Sent 02.03 → OK 05.03`. */
export const approvalHistory = field(
  'approvalHistory',
  'text',
  { en: 'history of the approval', ru: 'история согласования' },
  ['Approval history', 'Status history', 'Approval log'],
  ['История согласования', 'История статусов', 'Ход согласования'],
);

export const revisionRounds = field(
  'revisionRounds',
  'count',
  { en: 'rounds of edits', ru: 'кругов правок' },
  [
    'Revision rounds',
    'Rounds',
    'Round',
    'Revisions',
    'Rounds of edits',
    'Edits',
    'Rounds of changes',
    'Iterations',
    'Number of revisions',
    'Number of edits',
    'Feedback rounds',
  ],
  [
    'Кругов правок',
    'Правки',
    'Кругов согласования',
    'Количество правок',
    'Правок',
    'Круги правок',
    'Раундов правок',
    'Итераций',
    'Количество итераций',
    'Итерации',
    'Сколько правок',
    'Кол-во правок',
  ],
);

export const decider = field(
  'decider',
  'text',
  { en: 'who decided', ru: 'кто решил' },
  ['Decided by', 'Decider', 'Decision by', 'Strategy by', 'Who decides', 'Who decided', 'Decision maker', 'Decision made by'],
  ['Кто решил', 'Кто решает', 'Кто решал', 'Решение', 'Принял решение', 'Кто принял решение', 'Автор решения', 'Чья идея', 'Идея от'],
);

export const approver = field(
  'approver',
  'text',
  { en: 'who approves', ru: 'кто согласует' },
  ['Approver', 'Approved by', 'Reviewer', 'Review By', 'Signed off by', 'Approval by'],
  [
    'Согласующий',
    'Кто согласовал',
    'Кто согласует',
    'Список согласующих',
    'Согласовал',
    'Кто утвердил',
    'Кто утверждает',
    'Утвердил',
    'Кто согласовывает',
    'Утверждает',
    'Согласует',
  ],
);

export const responsible = field(
  'responsible',
  'text',
  { en: 'who answers the lead', ru: 'ответственный за заявку' },
  [
    'Responsible',
    'Lead owner',
    'Owner',
    'Assigned to',
    'Manager',
    'Sales rep',
    'Replied by',
    'Answered by',
    'Contact owner',
    'Deal owner',
    'Assignee',
    'ASSIGNED_BY_ID',
  ],
  ['Ответственный', 'Менеджер', 'Кто отвечает', 'Ответственный за заявку', 'Кто обработал', 'Кто ответил'],
);

/** How a post came to be published: who sent, corrected and approved it, and when. */
export const approvalFields: readonly Field[] = [
  urgency,
  eventAt,
  sentAt,
  approvedAt,
  approvalHistory,
  status,
  revisionRounds,
  decider,
  approver,
  responsible,
];
