import { html, nothing, type TemplateResult } from 'lit-html';
import { wordsOf } from '../../i18n/words.ts';
import { type JoinChoice, joinName } from '../../joining/choices.ts';
import type { Join } from '../../joining/join.ts';
import { joinedText, keyTexts } from '../../wording/assumption-text.ts';
import type { Scan, View } from '../model.ts';
import { choice, section } from './parts.ts';

/** Tabs that were joined, and those that could be: each can be undone, or made, with one button. */
export function joinedView(view: View, { prepared }: Scan): TemplateResult | typeof nothing {
  const { model, say } = view;
  const shown = new Set(prepared.sheets.flatMap(({ layout, isContext }) => (isContext ? [] : [layout.sheet])));
  const joins = prepared.joins.filter(({ to }) => shown.has(to));
  if (joins.length === 0) return nothing;
  const made = joins.filter(({ fields }) => fields.length > 0).length;
  const title = `${say('joined')}: ${wordsOf(model.language).number(made, 0)}`;
  return section(view, 'joined', title, () => html`<ul class="plain">${joins.map((join) => joinEntry(view, join))}</ul>`);
}

function joinEntry(view: View, join: Join): TemplateResult {
  const { model, actions, say } = view;
  const isMade = join.fields.length > 0;
  const choose = (chosen: JoinChoice) => actions.change({ joins: { ...model.settings.joins, [joinName(join)]: chosen } });
  const label = say(isMade ? 'undoJoin' : 'makeJoin');
  return html`<li>${joinedText(join, model.language)}
    <button type="button" class="link" aria-label=${`${label}: ${joinName(join)}`} @click=${() => choose(isMade ? 'off' : 'on')}>${label}</button>
    ${join.keys.length > 1 ? keyChoice(view, join, choose) : nothing}</li>`;
}

/** Another key for the same two tables. */
function keyChoice({ model, say }: View, { by, keys }: Join, choose: (key: JoinChoice) => void): TemplateResult {
  const options = keys.map((key) => [key, keyTexts[key][model.language]] as const);
  const named = (value: string) => choose(keys.find((key) => key === value) ?? 'on');
  return choice(say('joinBy'), options, by, named);
}
