import { html, nothing, type TemplateResult } from 'lit-html';
import { kindsOf, type TableKind, tableKinds } from '../../audit/answer/table-kinds.ts';
import { ownValue } from '../../base/records.ts';
import type { ScannedSheet } from '../../client/scan.ts';
import type { Language } from '../../i18n/language.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { ColumnReport } from '../../table/column-report.ts';
import { fieldById, fields } from '../../table/fields.ts';
import type { SheetLayout } from '../../table/recognition/layout.ts';
import { columnKey } from '../../table/recognition/profile.ts';
import { certaintyText, doubtText } from '../../wording/column-text.ts';
import { problemText } from '../../wording/render.ts';
import type { Model, Scan, View } from '../model.ts';
import type { TextId } from '../texts.ts';
import { choice, section } from './parts.ts';

/** Columns that were guessed, doubted, left unused, or that the user called something else in another workbook. */
export function doubtfulColumns(model: Model, { scanned, prepared }: Scan): readonly ColumnReport[] {
  const shown = new Set(prepared.sheets.flatMap(({ layout, isContext }) => (isContext ? [] : [layout.sheet])));
  return scanned
    .filter(({ layout }) => !layout.problem && shown.has(layout.sheet))
    .flatMap((sheet) => sheet.layout.columns.filter((column) => !isSure(column) || taughtField(model, sheet, column) !== undefined));
}

/** What the user called such a column in another workbook, where that is not what it is taken for here and nothing was said of it here. */
function taughtField(
  { start, settings }: Model,
  { layout, profiles }: ScannedSheet,
  { header, index, field }: ColumnReport,
): string | undefined {
  const isGiven = ownValue(settings.columns?.[layout.tab] ?? {}, header) !== undefined;
  const taught = ownValue(start?.taught ?? {}, columnKey(header, profiles[index] ?? 'empty'));
  return header === '' || isGiven || taught === (field ?? '') ? undefined : taught;
}

const isSure = ({ field, confidence, doubt, header }: ColumnReport) =>
  header === '' || (field !== null && confidence !== 'likely' && doubt === undefined);

/** What needs a look, tab by tab; what is sure is folded. */
export function columnsView(view: View, scan: Scan): TemplateResult {
  const { model, actions, say } = view;
  const doubtful = new Set(doubtfulColumns(model, scan));
  return html`<section aria-label=${say('columns')}><h1>${say('columns')}</h1><p class="hint">${say('columnsHint')}</p>
    ${scan.scanned.map((sheet) => {
      const { layout, cells } = sheet;
      if (layout.problem) return html`<p><strong>${layout.sheet}</strong>: ${problemText(layout.problem, model.language)}</p>`;
      const samples = ({ index }: ColumnReport) =>
        Array.from(cells?.columns.get(index) ?? [])
          .map((cell) => String(cell ?? ''))
          .filter((text, place, all) => text !== '' && all.indexOf(text) === place)
          .slice(0, 3);
      const ask = layout.columns.filter((column) => doubtful.has(column));
      const sure = layout.columns.filter(isSure).filter(({ header }) => header !== '');
      const list = (columns: readonly ColumnReport[]) =>
        html`<ul class="plain">${columns.map((column) => columnEntry(view, sheet, column, samples(column)))}</ul>`;
      return html`<h2>${layout.sheet}</h2>${list(ask)}
        ${sure.length > 0 ? section(view, `sure ${layout.sheet}`, `${say('sure')}: ${wordsOf(model.language).number(sure.length, 0)}`, () => list(sure)) : nothing}`;
    })}
    ${Object.keys(model.start?.taught ?? {}).length > 0 ? html`<button type="button" class="way" @click=${actions.forgetTaught}>${say('forgetTaught')}</button>` : nothing}</section>`;
}

function columnEntry(view: View, sheet: ScannedSheet, column: ColumnReport, samples: readonly string[]): TemplateResult {
  const { actions, say } = view;
  const { layout } = sheet;
  const taught = taughtField(view.model, sheet, column);
  const correct = (chosen: string) => actions.correctColumn(layout.tab, header, chosen);
  const { language } = view.model;
  const { header, field } = column;
  return html`<li>${meaningChoice(view, header, field, correct)}
    ${samples.length > 0 ? html`<span class="hint">${samples.join(' · ')}</span>` : nothing}
    <span class=${isSure(column) ? 'hint' : 'doubt'}>${[certaintyText(column, language), doubtText(column, language)].filter(Boolean).join('; ')}</span>
    ${taught === undefined ? nothing : html`<span class="doubt">${say('taught')} ${fieldById(taught)?.title[language] ?? say('notRecognised')}</span> <button type="button" @click=${() => correct(taught)}>${say('useTaught')}</button>`}
    ${readingChoice(view, layout, column)}</li>`;
}

const kindTitles: Readonly<Record<TableKind, TextId>> = {
  posts: 'kindPosts',
  series: 'kindSeries',
  placements: 'kindPlacements',
  leads: 'kindLeads',
  goals: 'kindGoals',
};

/** Meanings by kind of table; a native list, so that typing finds them. */
function meaningChoice(view: View, header: string, field: string | null, choose: (field: string) => void): TemplateResult {
  const { say } = view;
  const { language } = view.model;
  const groups: readonly { readonly title: string; readonly fields: typeof fields }[] = [
    ...tableKinds.map((kind) => ({ title: say(kindTitles[kind]), fields: fields.filter(({ id }) => kindsOf([id])[0] === kind) })),
    { title: say('kindAny'), fields: fields.filter(({ id }) => kindsOf([id]).length === 0) },
  ];
  return html`<label><strong>${header || '…'}</strong><select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    <option value="" .selected=${field === null}>${say('notRecognised')}</option>
    ${groups.map(
      ({ title, fields: own }) =>
        html`<optgroup label=${title}>${own.map(({ id, title: text }) => html`<option value=${id} .selected=${id === field}>${text[language]}</option>`)}</optgroup>`,
    )}</select></label>`;
}

/** Where cells can be read in two ways, the user decides. */
function readingChoice(
  { model, actions, say }: View,
  { sheet, tab }: SheetLayout,
  { header }: ColumnReport,
): TemplateResult | typeof nothing {
  const read = model.scan?.report.sheets.find((one) => one.sheet === sheet)?.columns.find((one) => one.header === header);
  const given = model.settings.formats?.[tab]?.[header];
  const isDecimal = read?.decimal?.decidedBy === 'undecided' || given?.decimalMark !== undefined;
  const isDate = read?.dates?.decidedBy === 'undecided' || given?.dateOrder !== undefined;
  if (!isDecimal && !isDate) return nothing;
  const options: readonly (readonly [string, string])[] = [
    ['', say('askReading')],
    ...(isDecimal ? [[',', say('commaDecimal')] as const, ['.', say('pointDecimal')] as const] : []),
    ...(isDate ? [['day-first', say('dayFirst')] as const, ['month-first', say('monthFirst')] as const] : []),
  ];
  const set = (value: string) => {
    const { [header]: _, ...others } = model.settings.formats?.[tab] ?? {};
    const own =
      value === ',' || value === '.'
        ? { decimalMark: value }
        : value === 'day-first' || value === 'month-first'
          ? { dateOrder: value }
          : undefined;
    actions.change({ formats: { ...model.settings.formats, [tab]: own ? { ...others, [header]: own } : others } } as Parameters<
      typeof actions.change
    >[0]);
  };
  return choice(say('twoReadings'), options, given?.decimalMark ?? given?.dateOrder ?? '', set);
}

/** A header to add for each column that a check lacks, by the nearest way. */
export const headersToAdd = (missing: readonly (readonly string[])[], language: Language): readonly string[] =>
  (missing[0] ?? []).flatMap((id) => fieldById(id)?.aliases[language][0] ?? []);
