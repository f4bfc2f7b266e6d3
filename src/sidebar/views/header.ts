import { html, nothing, type TemplateResult } from 'lit-html';
import { DAY } from '../../base/dates.ts';
import { auditableTabs } from '../../client/scan.ts';
import { shared } from '../../i18n/words.ts';
import type { Period } from '../../table/reading/period.ts';
import { home, type Screen, type View } from '../model.ts';
import type { TextId } from '../texts.ts';
import { choice, field } from './parts.ts';

/** What is spoken of: which tab, which period, and everything else behind one button; on the other screens the way back. */
export function headerView(view: View): TemplateResult {
  const { model, actions, say } = view;
  if (model.screen !== home)
    return html`<header><button type="button" class="back" @click=${actions.back}><span aria-hidden="true">← </span>${say('back')}</button></header>`;
  return html`<header>${model.start && model.scan ? choices(view) : nothing}</header>`;
}

function choices(view: View): TemplateResult {
  const { model, actions, say } = view;
  const isOpen = model.open.has('menu');
  return html`<div class="choices">${tabChoice(view)}${periodChoice(view)}
      <button type="button" class="icon" data-key="menu" aria-label=${say('menu')} aria-expanded=${isOpen} @click=${() => actions.toggle('menu', !isOpen)}>⋯</button></div>
    ${isOpen ? menuView(view) : nothing}${datesView(view)}`;
}

function menuView({ model, actions, say }: View): TemplateResult {
  const item = (text: TextId, run: () => void) =>
    html`<button type="button" @click=${() => {
      actions.toggle('menu', false);
      run();
    }}>${say(text)}</button>`;
  const to = (kind: 'columns' | 'client' | 'people') => () => actions.go({ kind } as Screen);
  return html`<nav class="menu" aria-label=${say('menu')}>
    ${item('scanAgain', actions.scan)}
    ${model.hasMarks && model.start?.canEdit ? item('remove', actions.remove) : nothing}
    ${item('columns', to('columns'))}${item('client', to('client'))}${item('people', to('people'))}
    <p class="hint version">${shared.productName[model.language]} ${document.body.dataset.version}</p></nav>`;
}

function tabChoice({ model, actions, say }: View): TemplateResult {
  const tabs = model.start ? auditableTabs(model.start) : [];
  const options = [['', say('wholeWorkbook')] as const, ...tabs.map((name) => [name, name] as const)];
  return choice(hidden(say('tab')), options, model.chosen, actions.chooseTab);
}

const hidden = (text: string) => html`<span class="unseen">${text}</span>`;

/** ISO days sort as texts. */
const inOrder = (one: string, other: string): readonly [string, string] => (one <= other ? [one, other] : [other, one]);
const isoDay = (wall: number) => new Date(wall).toISOString().slice(0, 10);
const periodOf = ({ model }: View): Period => model.settings.period ?? { kind: 'all' };

function periodChoice(view: View): TemplateResult {
  const { model, actions, say } = view;
  const today = model.start?.now ?? 0;
  const periods: Readonly<Record<string, { readonly text: TextId; readonly period: Period }>> = {
    all: { text: 'periodAll', period: { kind: 'all' } },
    '30': { text: 'period30', period: { kind: 'last-days', days: 30 } },
    '90': { text: 'period90', period: { kind: 'last-days', days: 90 } },
    month: { text: 'periodMonth', period: { kind: 'last-month' } },
    between: { text: 'periodBetween', period: { kind: 'between', from: isoDay(today - 30 * DAY), to: isoDay(today) } },
  };
  const period = periodOf(view);
  const chosen = period.kind === 'last-days' ? String(period.days) : period.kind === 'last-month' ? 'month' : period.kind;
  return choice(
    hidden(say('period')),
    Object.keys(periods).map((id) => [id, say(periods[id]?.text ?? 'periodAll')] as const),
    chosen,
    (id) => actions.change({ period: periods[id]?.period ?? { kind: 'all' } }),
  );
}

function datesView(view: View): TemplateResult | typeof nothing {
  const { actions, say } = view;
  const period = periodOf(view);
  if (period.kind !== 'between') return nothing;
  const set = (next: Period) => actions.change({ period: next });
  return html`<div class="pair">${field(say('from'), period.from, (from) => from && set({ ...period, from, to: inOrder(from, period.to)[1] }), 'date')}${field(say('to'), period.to, (to) => to && set({ ...period, to, from: inOrder(to, period.from)[0] }), 'date')}</div>`;
}
