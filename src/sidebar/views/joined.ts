import { html, nothing, type TemplateResult } from 'lit-html';
import { wordsOf } from '../../i18n/words.ts';
import { type Join, joinName } from '../../joining/join.ts';
import { joinedText } from '../../wording/assumption-text.ts';
import type { Scan, View } from '../model.ts';
import { section } from './parts.ts';

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

function joinEntry({ model, actions, say }: View, join: Join): TemplateResult {
  const isMade = join.fields.length > 0;
  const choose = () => actions.change({ joins: { ...model.settings.joins, [joinName(join)]: isMade ? 'off' : 'on' } });
  const label = say(isMade ? 'undoJoin' : 'makeJoin');
  return html`<li>${joinedText(join, model.language)}
    <button type="button" class="link" aria-label=${`${label}: ${joinName(join)}`} @click=${choose}>${label}</button></li>`;
}
