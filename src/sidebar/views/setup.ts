import { html, nothing, type TemplateResult } from 'lit-html';
import { DAY } from '../../base/dates.ts';
import { auditableTabs } from '../../client/scan.ts';
import { patterns } from '../../patterns/index.ts';
import type { ColumnReport } from '../../table/column-report.ts';
import { fields } from '../../table/fields.ts';
import type { Period } from '../../table/reading/period.ts';
import type { SheetLayout } from '../../table/recognition/layout.ts';
import { missingText, problemText } from '../../wording/render.ts';
import type { View } from '../model.ts';
import type { TextId } from '../texts.ts';
import { choice, field, section } from './parts.ts';

/** Which tab and which period. */
export const choicesView = (view: View): TemplateResult => html`${tabChoice(view)}${periodChoice(view)}`;

/** How the columns were understood, and what can be checked with them. */
export function understoodView(view: View): TemplateResult {
  const { layouts, language } = view.model;
  return html`${layouts.map((layout) =>
    layout.problem ? html`<p class="notice">${layout.sheet}: ${problemText(layout.problem, language)}</p>` : columnsOf(view, layout),
  )}
  ${layouts.some(({ problem }) => !problem) ? section(view, 'readiness', view.say('readiness'), () => readiness(view)) : nothing}`;
}

function tabChoice({ model, actions, say }: View): TemplateResult {
  const tabs = model.start ? auditableTabs(model.start) : [];
  const options = [...tabs.map((name) => [name, name] as const), ...(tabs.length > 1 ? [['', say('wholeWorkbook')] as const] : [])];
  return choice(say('tab'), options, model.chosen, actions.chooseTab);
}

/** ISO days sort as texts. */
const inOrder = (one: string, other: string): readonly [string, string] => (one <= other ? [one, other] : [other, one]);
const isoDay = (wall: number) => new Date(wall).toISOString().slice(0, 10);

function periodChoice({ model, actions, say }: View): TemplateResult {
  const period: Period = model.settings.period ?? { kind: 'all' };
  const today = model.start?.now ?? 0;
  const periods: Readonly<Record<string, { readonly text: TextId; readonly period: Period }>> = {
    all: { text: 'periodAll', period: { kind: 'all' } },
    '30': { text: 'period30', period: { kind: 'last-days', days: 30 } },
    '90': { text: 'period90', period: { kind: 'last-days', days: 90 } },
    month: { text: 'periodMonth', period: { kind: 'last-month' } },
    between: { text: 'periodBetween', period: { kind: 'between', from: isoDay(today - 30 * DAY), to: isoDay(today) } },
  };
  const chosen =
    period.kind === 'last-days'
      ? String(period.days)
      : period.kind === 'last-month'
        ? 'month'
        : period.kind === 'between'
          ? 'between'
          : 'all';
  const set = (next: Period) => actions.change({ period: next });
  return html`${choice(
    say('period'),
    Object.keys(periods).map((id) => [id, say(periods[id]?.text ?? 'periodAll')] as const),
    chosen,
    (id) => set(periods[id]?.period ?? { kind: 'all' }),
  )}
  ${
    period.kind === 'between'
      ? html`<div class="pair">${field(say('from'), period.from, (from) => from && set({ ...period, from, to: inOrder(from, period.to)[1] }), 'date')}${field(say('to'), period.to, (to) => to && set({ ...period, to, from: inOrder(to, period.from)[0] }), 'date')}</div>`
      : nothing
  }
  ${period.kind === 'all' ? nothing : html`<p class="hint">${say('periodHint')}</p>`}`;
}

function columnsOf(view: View, layout: SheetLayout): TemplateResult {
  const { say } = view;
  const known = layout.columns.filter(({ field }) => field !== null).length;
  const doubtful = layout.columns.filter(isDoubtful).length;
  const toCheck = doubtful > 0 ? `, ${say('toCheck')} ${doubtful}` : '';
  const heading = `${say('columns')}: ${layout.sheet} (${say('recognised')} ${known} / ${layout.columns.length}${toCheck})`;
  return section(
    view,
    `columns ${layout.sheet}`,
    heading,
    () => html`<ul class="plain">${layout.columns.map((column) => columnEntry(view, layout.sheet, column))}</ul>`,
  );
}

const confidenceTexts = {
  exact: 'confidenceExact',
  normalised: 'confidenceNormalised',
  likely: 'confidenceLikely',
  given: 'confidenceGiven',
} as const;
const doubtTexts = {
  'other-field': 'otherField',
  'other-column': 'otherColumn',
  'not-that-kind': 'notThatKind',
  'other-table': 'otherTable',
} as const;

const isDoubtful = ({ confidence, doubt }: ColumnReport): boolean => confidence === 'likely' || doubt !== undefined;

function columnEntry(view: View, sheet: string, column: ColumnReport): TemplateResult {
  const { model, actions, say } = view;
  const { header, field: id, confidence, doubt } = column;
  const title = (fieldId: string) => fields.find((one) => one.id === fieldId)?.title[model.language] ?? fieldId;
  const options = [['', say('notRecognised')] as const, ...fields.map((one) => [one.id, title(one.id)] as const)];
  const sure = confidence ? say(confidenceTexts[confidence]) : '';
  const doubtful = doubt
    ? `${say(doubtTexts[doubt.code])} ${doubt.code === 'other-column' ? `«${doubt.detail}»` : title(doubt.detail)}`
    : '';
  return html`<li>${choice(html`<strong>${header || '…'}</strong>`, options, id ?? '', (chosen) => actions.correctColumn(sheet, header, chosen))}
    <span class=${isDoubtful(column) ? 'doubt' : 'hint'}>${isDoubtful(column) ? '? ' : ''}${[sure, doubtful].filter(Boolean).join('; ')}</span>
    ${readingChoice(view, sheet, column)}</li>`;
}

/** Where cells can be read in two ways, the user decides; known only after a scan. */
function readingChoice({ model, actions, say }: View, sheet: string, { header }: ColumnReport): TemplateResult | typeof nothing {
  const read = model.scan?.report.sheets.find((one) => one.sheet === sheet)?.columns.find((one) => one.header === header);
  const given = model.settings.formats?.[sheet]?.[header];
  const isDecimal = read?.decimal?.decidedBy === 'undecided' || given?.decimalMark !== undefined;
  const isDate = read?.dates?.decidedBy === 'undecided' || given?.dateOrder !== undefined;
  if (!isDecimal && !isDate) return nothing;
  const options: readonly (readonly [string, string])[] = [
    ['', say('askReading')],
    ...(isDecimal ? [[',', say('commaDecimal')] as const, ['.', say('pointDecimal')] as const] : []),
    ...(isDate ? [['day-first', say('dayFirst')] as const, ['month-first', say('monthFirst')] as const] : []),
  ];
  const set = (value: string) => {
    const { [header]: _, ...others } = model.settings.formats?.[sheet] ?? {};
    const own =
      value === ',' || value === '.'
        ? { decimalMark: value }
        : value === 'day-first' || value === 'month-first'
          ? { dateOrder: value }
          : undefined;
    actions.change({ formats: { ...model.settings.formats, [sheet]: own ? { ...others, [header]: own } : others } } as Parameters<
      typeof actions.change
    >[0]);
  };
  return choice(say('twoReadings'), options, given?.decimalMark ?? given?.dateOrder ?? '', set);
}

/** Per pattern: ready, or the columns it lacks in every chosen tab. */
function readiness(view: View): TemplateResult {
  const { model, actions, say } = view;
  const tables = model.layouts.filter(({ problem }) => !problem).map(({ columns }) => new Set(columns.map(({ field }) => field)));
  return html`<ul class="plain">${patterns.map((pattern, index) => {
    const signals = pattern.signals.map((signal) => {
      const lacks = tables.map((has) => signal.missing((id) => has.has(id)));
      const least = lacks.reduce((best, one) => ((one[0]?.length ?? 0) < (best[0]?.length ?? 0) ? one : best), lacks[0] ?? []);
      return { title: signal.texts[model.language].title, missing: least };
    });
    const ready = signals.filter(({ missing }) => missing.length === 0).map(({ title }) => title);
    const lacking = signals.filter(({ missing }) => missing.length > 0);
    return html`<li><strong>${index + 1}. ${pattern.title[model.language]}</strong>
      ${ready.length > 0 ? html`<p class="ready">✓ ${say('ready')}${lacking.length > 0 ? html`: <span class="plain">${ready.join('; ')}</span>` : nothing}</p>` : nothing}
      ${lacking.map(({ title, missing }) => {
        const headers = (missing[0] ?? []).flatMap((id) => fields.find((one) => one.id === id)?.aliases[model.language][0] ?? []);
        return html`<p>${title}: ${missingText(missing, model.language)}.
          <button type="button" class="link quiet" aria-label=${`${say('copyHeaders')}: ${title}`} @click=${() => actions.copyHeaders(headers)}>${say('copyHeaders')}</button></p>`;
      })}</li>`;
  })}</ul>`;
}
