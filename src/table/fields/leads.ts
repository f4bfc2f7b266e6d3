import { type Field, field } from './field.ts';

export const leads = field(
  'leads',
  'count',
  { en: 'leads', ru: 'заявок' },
  ['Leads', 'Leads received', 'Leads submission', 'Lead submissions', 'Enquiries', 'Inquiries', 'Requests'],
  ['Заявки', 'Лиды', 'Заявок', 'Обращений', 'Лидов', 'Обращения', 'Заявки с рекламы', 'Заявок из соцсетей'],
);

export const leadsAnswered = field(
  'leadsAnswered',
  'count',
  { en: 'leads answered', ru: 'заявок с ответом' },
  ['Leads answered', 'Answered leads', 'Leads handled', 'Leads processed'],
  ['Обработано заявок', 'Отвечено', 'Обработано', 'Заявок обработано', 'Отвечено заявок', 'Ответили на заявки', 'Из них обработано'],
);

export const leadAt = field(
  'leadAt',
  'date',
  { en: 'lead came in', ru: 'заявка пришла' },
  [
    'Lead time',
    'lead_time',
    'created_time',
    'created_at',
    'Lead at',
    'Lead received',
    'Enquiry at',
    'Enquiry time',
    'Received at',
    'Lead date',
    'Date received',
    'Create Date',
    'DATE_CREATE',
    'Deal created',
    'Date created',
    'Created time',
    'Date of enquiry',
    'Date of lead',
    'Date added',
    'Contact date',
    'Request date',
    'Date of contact',
    'Enquiry date',
    'Inquiry date',
    'Inquiry time',
  ],
  [
    'Дата обращения',
    'Время обращения',
    'Дата заявки',
    'Время заявки',
    'Поступила',
    'Заявка пришла',
    'Пришла',
    'Дата создания сделки',
    'Дата создания',
    'Когда обратились',
    'Обращение',
    'Когда пришла',
    'Когда написали',
    'Дата лида',
    'Дата поступления',
    'Дата создания заявки',
    'Время поступления',
    'Создан',
    'Создана',
    'Создано',
  ],
);

export const answeredAt = field(
  'answeredAt',
  'date',
  { en: 'first answer', ru: 'первый ответ' },
  [
    'First response',
    'first_response',
    'Answered at',
    'replied_at',
    'contacted_at',
    'First answer',
    'Responded at',
    'First reply',
    'First response at',
    'First reply date',
    'Reply date',
    'Date answered',
    'Date of reply',
    'Response date',
    'Date responded',
    'Called back',
    'First call',
    'First contacted',
    'First contact',
    'First contact time',
    'Answered',
    'Contacted',
  ],
  [
    'Время первого ответа',
    'Первый ответ',
    'Ответили',
    'Дата ответа',
    'Время ответа',
    'Дата первого ответа',
    'Когда ответили',
    'Первый контакт',
    'Первый звонок',
    'Перезвонили',
    'Дата звонка',
    'Ответили в',
    'Время звонка',
  ],
);

export const leadAnswered = field(
  'leadAnswered',
  'flag',
  { en: 'lead answered, yes or no', ru: 'ответили ли на заявку' },
  ['Answered', 'Answered?', 'Contacted', 'Processed'],
  ['Ответили?', 'Есть ответ', 'Отвечено да/нет', 'Обработана', 'Обработан'],
);

/** How long the first answer took, where no moment of it stands. */
export const answeredAfter = field(
  'answeredAfter',
  'text',
  { en: 'time to the first answer', ru: 'через сколько ответили' },
  ['Time to first response', 'Response time', 'First response time', 'Minutes to respond', 'Time to reply', 'Answered after'],
  ['Через сколько ответили', 'Ответили через', 'Скорость ответа', 'Время до ответа', 'Время реакции', 'Время до первого ответа'],
);

export const goal = field(
  'goal',
  'text',
  { en: 'goal', ru: 'цель' },
  ['Goal', 'Indicator', 'KPI', 'Objective', 'Metric', 'Primary goal', 'Main goal', 'Goal of the post', 'Marketing goal'],
  ['Цель', 'Показатель', 'KPI', 'Цель поста', 'Метрика', 'Задача'],
);

export const goalPlan = field('goalPlan', 'number', { en: 'plan', ru: 'план' }, ['Plan', 'Target'], ['План', 'Плановое значение']);

export const goalFact = field('goalFact', 'number', { en: 'result', ru: 'факт' }, ['Fact', 'Actual'], ['Факт', 'Фактическое значение']);

export const scope = field(
  'scope',
  'text',
  { en: 'what is paid for', ru: 'за что платят' },
  ['Paid for', 'Scope', 'Services', 'Agreed scope'],
  ['За что платят', 'Состав работ', 'За что платит клиент', 'Оплачено', 'Услуги', 'Что оплачено', 'Оплачиваемые работы'],
);

/** Whether what a goal asks for is paid for at all: yes or no. */
export const isAgreed = field(
  'isAgreed',
  'flag',
  { en: 'in the contract', ru: 'входит в договор' },
  ['In the contract', 'Included in the fee', 'Included', 'In scope', 'Paid for', 'Agreed', 'Covered by the fee'],
  [
    'В договоре',
    'Входит в стоимость',
    'Входит в оплату',
    'Оплачивается',
    'За это платят',
    'Включено',
    'Входит в работы',
    'Прописано в договоре',
    'По договору',
  ],
);

export const parameter = field(
  'parameter',
  'text',
  { en: 'parameter', ru: 'параметр' },
  ['Parameter', 'Setting'],
  ['Параметр', 'Настройка'],
);

export const parameterValue = field('value', 'text', { en: 'value', ru: 'значение' }, ['Value'], ['Значение']);

/** Leads and goals, and what the client tab states. */
export const leadFields: readonly Field[] = [
  leads,
  leadsAnswered,
  leadAt,
  answeredAt,
  answeredAfter,
  leadAnswered,
  goal,
  goalPlan,
  goalFact,
  scope,
  isAgreed,
  parameter,
  parameterValue,
];
