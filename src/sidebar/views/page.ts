import { html, nothing, type TemplateResult } from 'lit-html';
import { auditableTabs } from '../../client/scan.ts';
import type { Language } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
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
    <main class="body" ?inert=${isWaiting}>${scan || phase === 'idle' ? contentView(view) : skeleton(view)}</main>
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
  if (!start || auditableTabs(start).length === 0) return title(model.language);
  return html`${title(model.language)}${isLarge(start) ? html`<p>${askText(rowsOf(start), model.language)}</p>` : nothing}<p>${say('intro')}</p>`;
}

const title = (language: Language) => html`<h1 class="unseen">${shared.productName[language]}</h1>`;

/** The answer's shape while it is being read. */
const skeleton = ({ model }: View): TemplateResult =>
  html`${title(model.language)}<div class="skeleton" aria-hidden="true"><i class="wide"></i><i></i>${[0, 1, 2, 3].map(() => html`<b></b>`)}</div>
    ${model.phase === 'reading' ? html`<p class="hint">${rowsRead(model.progress.read, model.language)}</p>` : nothing}`;
