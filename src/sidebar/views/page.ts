import { html, nothing, type TemplateResult } from 'lit-html';
import { shared, wordsOf } from '../../i18n/words.ts';
import { wasAudited } from '../../wording/render.ts';
import type { View } from '../model.ts';
import { agreementsView } from './agreements.ts';
import { clientView } from './client.ts';
import { button } from './parts.ts';
import { reportButton, reportView } from './report.ts';
import { resultsView } from './results.ts';
import { choicesView, understoodView } from './setup.ts';

/** The whole page. */
export function pageView(view: View): TemplateResult {
  return html`<h1>${shared.productName[view.model.language]}</h1>
    <div role="status" aria-live="polite">${statusView(view)}</div>
    <div class="messages">${noticeView(view)}</div>${contentView(view)}`;
}

/** What is going on, in words; nothing while the page waits for the user. */
function statusView({ model, say }: View): TemplateResult | typeof nothing {
  const words = wordsOf(model.language);
  switch (model.phase) {
    case 'opening':
      return html`<p>${say('opening')}</p>`;
    case 'reading':
      if (model.progress.all === 0) return html`<p>${say('looking')}</p>`;
      return html`<p>${say('reading')}: ${words.number(model.progress.read, 0)} / ${words.number(model.progress.all, 0)}</p>`;
    case 'writing':
      return html`<p>${say('writing')}</p>`;
    case 'removing':
      return html`<p>${say('removing')}</p>`;
    case 'sharing':
      return html`<p>${say('sharing')}</p>`;
    case 'idle':
      return model.isLooking ? html`<p>${say('looking')}</p>` : nothing;
  }
}

function noticeView(view: View): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  const { notice, headersToCopy } = model;
  const select = (event: Event) => (event.target as HTMLTextAreaElement).select();
  return html`${
    notice
      ? html`<div class=${notice.isProblem ? 'notice problem' : 'notice'} role=${notice.isProblem ? 'alert' : 'status'}>
          <p>${notice.text}</p>${notice.details ? html`<ul>${notice.details.slice(0, 10).map((detail) => html`<li>${detail}</li>`)}</ul>` : nothing}
          ${notice.next ? html`<button type="button" class="next" @click=${notice.next.run}>${say(notice.next.label)}</button>` : nothing}
          <button type="button" class="close" aria-label=${say('close')} @click=${actions.closeNotice}>×</button></div>`
      : nothing
  }${headersToCopy === undefined ? nothing : html`<label class="notice">${say('copyByHand')}<textarea readonly rows="2" @focus=${select}>${headersToCopy}</textarea></label>`}`;
}

function contentView(view: View): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  if (model.phase === 'opening') return nothing;
  if (model.phase === 'reading')
    return html`<progress aria-label=${say('reading')} max=${Math.max(1, model.progress.all)} value=${model.progress.all === 0 ? nothing : model.progress.read}></progress>
      <div class="buttons"><button type="button" class="stop" @click=${actions.cancel}>${say('cancel')}</button></div>`;
  if (model.phase !== 'idle' || !model.start || model.layouts.length === 0) return nothing;
  const { scan } = model;
  const canHighlight = scan?.report.sheets.some(wasAudited) && model.start.canEdit;
  return html`${scan ? nothing : html`<p>${say('intro')}</p>`}${choicesView(view)}
    <div class="buttons">
      ${canHighlight ? button(view, 'highlight', actions.highlight, true) : nothing}
      ${button(view, 'scan', actions.scan, !canHighlight)}
      ${model.start.canEdit ? button(view, 'remove', actions.remove) : nothing}
      ${canHighlight ? reportButton(view) : nothing}
    </div>
    ${canHighlight ? reportView(view) : nothing}
    ${scan ? resultsView(view, scan) : nothing}
    ${scan ? agreementsView(view, scan) : nothing}
    ${scan ? html`<h2>${say('settings')}</h2>` : nothing}${understoodView(view)}${clientView(view)}`;
}
