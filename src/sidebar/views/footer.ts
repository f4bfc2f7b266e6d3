import { html, nothing, type TemplateResult } from 'lit-html';
import { rowsToMark } from '../../audit/answer/places.ts';
import { auditableTabs } from '../../client/scan.ts';
import { wasAudited } from '../../wording/render.ts';
import type { Phase, View } from '../model.ts';
import { highlightLabel } from '../phrases.ts';
import type { TextId } from '../texts.ts';

/** What is said, and above all the one thing to do next. */
export function footerView(view: View): TemplateResult {
  return html`<footer>${toastView(view)}<div role="status" aria-live="polite">${busyView(view)}</div>${buttonsView(view)}</footer>`;
}

function toastView({ model, actions, say }: View): TemplateResult | typeof nothing {
  const { notice, headersToCopy } = model;
  if (!notice && headersToCopy === undefined) return nothing;
  const select = (event: Event) => (event.target as HTMLTextAreaElement).select();
  return html`<div class=${notice?.isProblem ? 'toast problem' : 'toast'} role=${notice?.isProblem ? 'alert' : 'status'}>
    ${
      notice
        ? html`<p>${notice.text}</p>${notice.details?.length ? html`<ul>${notice.details.slice(0, 10).map((detail) => html`<li>${detail}</li>`)}</ul>` : nothing}
          ${notice.next?.map(({ label, run }) => html`<button type="button" class="next" @click=${run}>${say(label)}</button>`) ?? nothing}`
        : html`<label>${say('copyByHand')}<textarea readonly rows="2" @focus=${select}>${headersToCopy}</textarea></label>`
    }
    <button type="button" class="close" aria-label=${say('close')} @click=${actions.closeNotice}>×</button></div>`;
}

const busy: Readonly<Record<Exclude<Phase, 'idle'>, TextId>> = {
  opening: 'opening',
  reading: 'readingNow',
  writing: 'writing',
  removing: 'removing',
  adding: 'adding',
  sharing: 'sharing',
};

function busyView({ model, say }: View): TemplateResult | typeof nothing {
  return model.phase === 'idle'
    ? nothing
    : html`<p class="busy"><span class="spinner" aria-hidden="true"></span>${say(busy[model.phase])}</p>`;
}

interface Way {
  readonly text: string;
  readonly run: () => void;
}

/** At most two buttons; the first is the way on. */
function buttonsView(view: View): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  if (model.phase === 'reading')
    return html`<div class="buttons"><button type="button" class="stop" @click=${actions.cancel}>${say('cancel')}</button></div>`;
  if (model.phase !== 'idle' || model.screen.kind === 'report') return nothing;
  const [main, other] = waysOn(view);
  if (!main) return nothing;
  return html`<div class="buttons"><button type="button" class="main" data-key="main" @click=${main.run}>${main.text}</button>
    ${other ? html`<button type="button" data-key="other" @click=${other.run}>${other.text}</button>` : nothing}</div>`;
}

function waysOn({ model, actions, say }: View): readonly Way[] {
  const { scan, start, isStale, written, hasMarks, language } = model;
  if (!start || auditableTabs(start).length === 0) return [];
  if (!scan) return [{ text: say(model.wasAsked ? 'scanAgain' : 'scan'), run: actions.scan }];
  const remove: Way = { text: say('remove'), run: actions.remove };
  const report: Way = { text: say('report'), run: () => actions.go({ kind: 'report' }) };
  if (isStale) return start.canEdit ? [{ text: say('refresh'), run: actions.refresh }] : [{ text: say('scanAgain'), run: actions.scan }];
  if (!scan.report.sheets.some(wasAudited)) return [{ text: say('scanAgain'), run: actions.scan }];
  if (!start.canEdit) return [report];
  if (written === scan.report) return [report, remove];
  const rows = rowsToMark(scan.report);
  if (rows === 0) return hasMarks ? [report, remove] : [report];
  return [{ text: highlightLabel(rows, language), run: actions.highlight }, report];
}
