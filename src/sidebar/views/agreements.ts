import { html, nothing, type TemplateResult } from 'lit-html';
import { factsOf } from '../../audit/client-report/facts.ts';
import type { Agreement } from '../../audit/progress/kept.ts';
import { limitsOf } from '../../audit/settings.ts';
import { isoWall } from '../../base/dates.ts';
import { reportContent } from '../../wording/client-report/content.ts';
import type { Scan, View } from '../model.ts';
import { button, field, section } from './parts.ts';

/** What was agreed on, how it goes since, and what earlier audits left behind. */
export function agreementsView(view: View, scan: Scan): TemplateResult {
  return section(view, 'agreements', view.say('agreements'), () => agreementsForm(view, scan));
}

function agreementsForm(view: View, scan: Scan): TemplateResult {
  const { model, actions, say } = view;
  const { settings, language } = model;
  const { agreements: kept = [], history = [] } = settings;
  const choice = { patterns: model.report.patterns, settings, language, now: scan.now };
  const { steps, progress, course } = reportContent(factsOf(scan.prepared, scan.report, choice));
  const others = (signal: string) => kept.filter((one) => one.signal !== signal);
  const agree = (signal: string, change: Partial<Agreement>) => {
    const today = isoWall(scan.now).slice(0, 10);
    const known = kept.find((one) => one.signal === signal) ?? { signal, from: today, limits: limitsOf(signal, settings) };
    actions.change({ agreements: [...others(signal), { ...known, ...change }] });
  };
  return html`${steps.length > 0 ? html`<p class="hint">${say('agreementsHint')}</p>` : nothing}
    ${steps.map(({ signal, step }) => {
      const own = kept.find((one) => one.signal === signal);
      const toggle = (event: Event) =>
        (event.target as HTMLInputElement).checked ? agree(signal, {}) : actions.change({ agreements: others(signal) });
      return html`<label class="check"><input type="checkbox" .checked=${own !== undefined} @change=${toggle} />${step}</label>
        ${
          own
            ? html`${field(say('agreedWho'), own.who ?? '', (who) => agree(signal, { who }))}
              ${field(say('agreedFrom'), own.from, (from) => (from === '' ? undefined : agree(signal, { from })), 'date')}`
            : nothing
        }`;
    })}
    ${progress.length > 0 ? html`<ul>${progress.map((text) => html`<li>${text}</li>`)}</ul>` : nothing}
    ${course ? html`<p>${course.title}</p><ul>${course.rows.map(({ label, values }) => html`<li>${label}: ${values[0]}</li>`)}</ul>` : nothing}
    ${history.length > 0 ? html`<p class="hint">${say('historyKept')}: ${history.length}</p><div class="buttons">${button(view, 'clearHistory', () => actions.change({ history: [] }))}</div>` : nothing}`;
}
