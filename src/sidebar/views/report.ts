import { html, nothing, type TemplateResult } from 'lit-html';
import { proposedClient } from '../../audit/client-report/addressee.ts';
import type { AuditSettings } from '../../audit/settings.ts';
import { usualPatterns } from '../../client/report-request.ts';
import { quoted, wordsOf } from '../../i18n/words.ts';
import { patterns } from '../../patterns/index.ts';
import { periodOf } from '../../wording/client-report/small-print.ts';
import type { Scan, View } from '../model.ts';
import { agreementsView } from './agreements.ts';
import { button, field } from './parts.ts';

/** The report for the client: what goes in, making it, and the two ways to send it. */
export function reportView(view: View, scan: Scan): TemplateResult {
  const { model, actions, say } = view;
  const { patterns: chosen, stage } = model.report;
  const named = model.settings.report ?? {};
  const name = (part: typeof named) => actions.change({ report: withoutEmpty({ ...named, ...part }) });
  return html`<section aria-label=${say('report')}><h1>${say('report')}</h1><p class="hint">${say('reportHint')}</p>
      ${patterns.map((pattern, index) => {
        const number = index + 1;
        const choose = (event: Event) => actions.chooseForReport(number, (event.target as HTMLInputElement).checked);
        return html`<label class="check"><input type="checkbox" .checked=${chosen.includes(number)} @change=${choose} /><span>${number}. ${pattern.title[model.language]}${usualPatterns.includes(number) || chosen.includes(number) ? nothing : html` <span class="hint">(${say('offPeople')})</span>`}</span></label>`;
      })}
      ${field(say('reportClient'), named.client ?? '', (client) => name({ client }), 'text', proposedClient(scan.prepared, model.start?.fileName ?? ''))}
      ${field(say('reportPeriod'), named.period ?? '', (period) => name({ period }), 'text', periodOf(scan.span, wordsOf(model.language)))}
      ${field(say('reportAuthor'), named.author ?? '', (author) => name({ author }))}
      <div class="buttons">${model.start?.canEdit ? button(view, 'makeReport', actions.makeReport, true) : nothing} ${button(view, 'downloadReport', actions.downloadReport)}</div>
      ${stage === 'none' ? nothing : html`<div role="status">${sendView(view)}</div>`}
      ${agreementsView(view, scan)}</section>`;
}

/** An emptied name is taken out, so that the workbook's own may stand there again. */
const withoutEmpty = ({ client, author, period }: NonNullable<AuditSettings['report']>): NonNullable<AuditSettings['report']> => ({
  ...(client ? { client } : {}),
  ...(author ? { author } : {}),
  ...(period ? { period } : {}),
});

function sendView(view: View): TemplateResult {
  const { model, actions, say } = view;
  const { stage, tab, email, url, leftCopy, copies = [] } = model.report;
  switch (stage) {
    case 'shared':
      return html`<p class="notice">${say('shared')} ${url === undefined ? nothing : html`<a href=${url} target="_blank" rel="noopener">${url}</a>`}</p>`;
    case 'has-form':
      return html`<div class="notice"><p>${say('hasForm')}</p>${stepsView(view)}</div>`;
    case 'refused':
      return html`<div class="notice"><p>${say('refused')}</p>${stepsView(view)}
        ${leftCopy === undefined ? nothing : html`<p>${say('leftCopy')} ${leftCopy}</p>`}</div>`;
    default: {
      const share = (event: Event) => {
        event.preventDefault();
        actions.share((event.target as HTMLFormElement).querySelector('input')?.value.trim() ?? '');
      };
      return html`<p class="notice">${say('reportMade')} ${quoted(tab ?? '', model.language)}.</p>
        <p class="hint">${say('copyHint')}</p><div class="buttons">${button(view, 'copyTables', actions.copyTables)}</div>
        ${copies.length > 0 ? html`<p class="notice">${say('tablesCopied')} ${copies.map((copy) => copy.tab).join('; ')}</p>` : nothing}
        <p>${say('byHand')}</p>${stepsView(view)}
        ${seenView(view)}
        <form novalidate @submit=${share}><p>${say('sendHint')}</p>
          <label>${say('email')}<input type="email" .value=${email ?? ''} autocomplete="off" /></label>
          <div class="buttons"><button type="submit">${say('share')}</button></div></form>`;
    }
  }
}

/** Exactly what leaves the file, before anybody is named who may see it. */
function seenView({ model, say }: View): TemplateResult {
  const { patterns: chosen, tab, rows = [], topics: titles = [], copies = [] } = model.report;
  const { language } = model;
  const names = [...new Set(copies.flatMap((copy) => copy.names))];
  const topics = chosen.map((number) => patterns[number - 1]?.title[language] ?? '').join('; ');
  return html`<div class="notice"><p>${say('willSee')}</p>
    <ul><li>${say('seesTab')}: ${quoted(tab ?? '', language)}</li>${copies.map((copy) => html`<li>${say('seesTable')}: ${quoted(copy.tab, language)}, ${say('seesRowCount')} ${copy.rows}, ${say('seesColumns')}: ${copy.columns.join('; ')}</li>`)}
      <li>${say('seesTopics')}: ${topics}</li>
      ${titles.length > 0 ? html`<li>${say('seesTitles')}: ${titles.join('; ')}</li>` : nothing}
      <li>${rows.length > 0 ? html`${say('seesRows')}: ${rows.join('; ')}` : say('seesNoRows')}</li><li>${names.length > 0 ? `${say('seesTheseNames')}: ${names.join('; ')}` : say('seesNoNames')}</li><li>${say('seesNothingElse')}</li></ul><p class="hint">${say('copyIs')}</p></div>`;
}

const stepsView = ({ say }: View): TemplateResult => html`<ol><li>${say('stepPdf')}</li><li>${say('stepCopy')}</li></ol>`;
