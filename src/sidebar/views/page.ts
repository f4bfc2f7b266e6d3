import { html, nothing, type TemplateResult } from 'lit-html';
import { auditableTabs } from '../../client/scan.ts';
import { isLarge, rowsOf, type View } from '../model.ts';
import { askText, rowsRead } from '../phrases.ts';
import { clientView, peopleView } from './client.ts';
import { columnsView } from './columns.ts';
import { footerView } from './footer.ts';
import { headerView } from './header.ts';
import { homeView } from './home.ts';
import { placeView } from './place.ts';
import { reportView } from './report.ts';

/** The whole page: where one is, the answer, and what to do next. */
export function pageView(view: View): TemplateResult {
  const { phase, scan } = view.model;
  // What is written leaves the results as they are: they stay in sight, and nobody changes them meanwhile.
  const isWaiting = phase === 'writing' || phase === 'removing' || phase === 'sharing' || phase === 'adding';
  return html`${headerView(view)}
    <div class="body" ?inert=${isWaiting}>${scan || phase === 'idle' ? contentView(view) : skeleton(view)}</div>
    ${footerView(view)}`;
}

function contentView(view: View): TemplateResult {
  const { model } = view;
  const { screen, scan } = model;
  if (!scan) return startView(view);
  switch (screen.kind) {
    case 'home':
      return homeView(view, scan);
    case 'place':
      return placeView(view, scan, screen.id);
    case 'columns':
      return columnsView(view, scan);
    case 'client':
      return clientView(view);
    case 'people':
      return peopleView(view);
    case 'report':
      return reportView(view, scan);
  }
}

/** Nothing is read yet: the sheet is large, reading was cancelled or failed, or there is nothing to read. */
function startView({ model, say }: View): TemplateResult {
  const { start } = model;
  if (!start || auditableTabs(start).length === 0) return html``;
  return html`${isLarge(start) ? html`<p>${askText(rowsOf(start), model.language)}</p>` : nothing}<p>${say('intro')}</p>`;
}

/** The answer's shape while it is being read. */
const skeleton = ({ model }: View): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true"><i class="wide"></i><i></i>${[0, 1, 2, 3].map(() => html`<b></b>`)}</div>
    ${model.phase === 'reading' ? html`<p class="hint">${rowsRead(model.progress.read, model.language)}</p>` : nothing}`;
