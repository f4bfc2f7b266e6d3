import { html, nothing, type TemplateResult } from 'lit-html';
import type { Language } from '../../i18n/language.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { Setting, Signal } from '../../patterns/engine/signal.ts';
import type { View } from '../model.ts';
import { section } from './parts.ts';

/**
 * Where the line is drawn: the first limit in sight with what it comes to, the others folded. Moving one counts everything anew, without
 * reading the sheet.
 * @param count what is found under the present limits
 */
export function limitsView(view: View, signal: Signal, count: string): TemplateResult | typeof nothing {
  const [first, ...others] = Object.keys(signal.settings);
  if (first === undefined) return nothing;
  return html`<div class="limit">${slider(view, signal, first, count)}</div>
    ${others.length > 0 ? section(view, `limits ${signal.id}`, view.say('moreLimits'), () => others.map((key) => slider(view, signal, key))) : nothing}`;
}

/** The limits of a signal elsewhere in the page. */
export const thresholdsView = (view: View, signal: Signal): readonly TemplateResult[] =>
  Object.keys(signal.settings).map((key) => slider(view, signal, key));

function slider({ model, actions, say }: View, { id, settings }: Signal, key: string, count = ''): TemplateResult {
  const { language } = model;
  const setting = settings[key] as Setting;
  const own = model.settings.thresholds?.[id] ?? {};
  const value = own[key] ?? setting.default;
  const set = (to: number) => {
    const { [key]: _, ...others } = own;
    actions.change({ thresholds: { ...model.settings.thresholds, [id]: to === setting.default ? others : { ...others, [key]: to } } });
  };
  const amount = (of: number) => amountText(of, setting, language);
  return html`<label class="slider">${setting.title[language]}: <strong>${amount(value)}</strong>${count === '' ? nothing : html` <b class="count">→ ${count}</b>`}
    <input type="range" min=${setting.min} max=${setting.max} step=${setting.step} .value=${String(value)} aria-valuetext=${amount(value)} @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value))} /></label>
    <p class="hint">${say('usually')}: ${amount(setting.default)} (${setting.source[language]})
      ${value === setting.default ? nothing : html`<button type="button" class="link" @click=${() => set(setting.default)}>${say('reset')}</button>`}</p>`;
}

const unitForms: Readonly<Record<'workingDays' | 'rounds' | 'rows', Readonly<Record<Language, PluralForms>>>> = {
  workingDays: { en: ['working day', 'working days'], ru: ['рабочий день', 'рабочих дня', 'рабочих дней'] },
  rounds: { en: ['round', 'rounds'], ru: ['круг', 'круга', 'кругов'] },
  rows: { en: ['row', 'rows'], ru: ['строка', 'строки', 'строк'] },
};

type PluralForms = readonly [one: string, few: string, many?: string];

/** A threshold with its unit. */
function amountText(value: number, { unit }: Setting, language: Language): string {
  const words = wordsOf(language);
  switch (unit) {
    case 'share':
      return words.percent(value);
    case 'hours':
      return words.hours(value);
    case 'workingDays':
    case 'rounds':
    case 'rows': {
      const [one, few, many] = unitForms[unit][language];
      return `${words.number(value)}\u00A0${words.plural(value, one, few, many)}`;
    }
    case 'times':
      return words.times(value);
    case 'score':
    case 'probability':
      return words.number(value, 2);
  }
}
