import { goal, isAgreed, scope } from '../../table/fields.ts';
import { defineSignal } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { found, notJudged, unclear } from '../engine/verdicts.ts';
import { asksForSales, isContentOnly, readScope } from '../shared/client.ts';

/** How many things are agreed on, none of which sells; or that the row itself says the goal is none of them. */
type Agreed = { items?: number; isOutside?: boolean };

/** Sales or leads are expected of work that was agreed to be content only. */
export const salesGoalWithoutScope = defineSignal({
  id: 'sales-goal-without-scope',
  columns: { goal, scope: optional(scope), isAgreed: optional(isAgreed) },
  settings: {},
  baseline: (rows, { client }) =>
    client.scope === undefined && rows.all().every(({ scope, isAgreed }) => scope === undefined && isAgreed === undefined)
      ? notJudged('no-scope')
      : undefined,
  judge: ({ goal, scope, isAgreed }, _settings, { client }) => {
    if (!asksForSales(goal)) return undefined;
    // What the row itself says of this goal comes first.
    if (isAgreed !== undefined) return isAgreed ? undefined : found<Agreed>('serious', { isOutside: true });
    const agreed = scope === undefined ? client.scope : readScope(scope);
    if (agreed === undefined || agreed.length === 0) return unclear('no-scope');
    return isContentOnly(agreed) ? found<Agreed>('serious', { items: agreed.length }) : undefined;
  },
  texts: {
    en: {
      title: 'Sales expected of content alone',
      finding: ({ isOutside }) =>
        isOutside
          ? 'The goal is sales or leads, and by the table it is not part of the agreed work.'
          : 'The goal is sales or leads, while the agreed work covers content only: no targeting, no one to answer leads.',
      fix: 'Either add targeting and a salesperson on the client side, or set a goal that content can reach.',
      outside: {
        heading: ({ rows, of }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} goals ${words.plural(rows, 'expects', 'expect')} sales of content alone`,
      },
      unclear: { 'no-scope': 'what is paid for is not stated' },
      notJudged: { 'no-scope': () => 'nothing readable says what is paid for: a column such as "Paid for", a client tab, or the settings' },
    },
    ru: {
      title: 'Продажи ждут от одного контента',
      finding: ({ isOutside }) =>
        isOutside
          ? 'Цель — продажи или заявки, а в согласованные работы она, по таблице, не входит.'
          : 'Цель — продажи или заявки, а оплачен только контент: нет ни таргета, ни человека, который отвечает на заявки.',
      fix: 'Добавить таргет и продавца на стороне клиента — или поставить цель, которая контенту по силам.',
      outside: {
        heading: ({ rows, of }, words) =>
          `В ${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'цели', 'целей')} продаж ждут от одного контента`,
      },
      unclear: { 'no-scope': 'не указано, за что платят' },
      notJudged: {
        'no-scope': () => 'не указано или не прочитано, за что платят: нужна колонка «За что платят», вкладка о клиенте или настройки',
      },
    },
  },
});
