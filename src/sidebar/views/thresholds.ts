import { html, nothing, type TemplateResult } from 'lit-html';
import { wordsOf } from '../../i18n/words.ts';
import type { Setting, Signal } from '../../patterns/engine/signal.ts';
import type { View } from '../model.ts';
import { section } from './parts.ts';

/** A slider per threshold, with its unit and its source: moving it counts everything anew, without reading the sheet. */
export function thresholdsView(view: View, signal: Signal, place = ''): TemplateResult | typeof nothing {
  const keys = Object.keys(signal.settings);
  if (keys.length === 0) return nothing;
  const heading = html`${view.say('thresholds')}: ${signal.texts[view.model.language].title}`;
  return section(view, `thresholds ${signal.id}${place}`, heading, () => keys.map((key) => slider(view, signal, key)));
}

function slider({ model, actions, say }: View, { id, settings }: Signal, key: string): TemplateResult {
  const { language } = model;
  const setting = settings[key] as Setting;
  const own = model.settings.thresholds?.[id] ?? {};
  const value = own[key] ?? setting.default;
  const move = (event: Event) => {
    const moved = Number((event.target as HTMLInputElement).value);
    const { [key]: _, ...others } = own;
    const next = moved === setting.default ? others : { ...others, [key]: moved };
    actions.change({ thresholds: { ...model.settings.thresholds, [id]: next } });
  };
  const amount = (of: number) => amountText(of, setting, language);
  return html`<label class="slider">${setting.title[language]}: <strong>${amount(value)}</strong>
    <input type="range" min=${setting.min} max=${setting.max} step=${setting.step} .value=${String(value)} aria-valuetext=${amount(value)} @input=${move} /></label>
    <p class="hint">${say('asBefore')}: ${amount(setting.default)} (${setting.source[language]})</p>`;
}

/** A threshold with its unit. */
function amountText(value: number, { unit }: Setting, language: View['model']['language']): string {
  const words = wordsOf(language);
  const count = (one: string, few: string, many?: string) => `${words.number(value)}\u00A0${words.plural(value, one, few, many)}`;
  const russian = language === 'ru';
  switch (unit) {
    case 'share':
      return words.percent(value);
    case 'hours':
      return words.hours(value);
    case 'workingDays':
      return russian ? count('рабочий день', 'рабочих дня', 'рабочих дней') : count('working day', 'working days');
    case 'rounds':
      return russian ? count('круг', 'круга', 'кругов') : count('round', 'rounds');
    case 'rows':
      return russian ? count('строка', 'строки', 'строк') : count('row', 'rows');
    case 'times':
      return russian ? `в ${count('раз', 'раза', 'раз')}` : count('time', 'times');
    case 'score':
    case 'probability':
      return words.number(value, 2);
  }
}
