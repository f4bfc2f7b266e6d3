import { html, nothing, type TemplateResult } from 'lit-html';
import { wordsOf } from '../../i18n/words.ts';
import type { Scan, View } from '../model.ts';
import { rowName } from '../row-name.ts';
import type { TextId } from '../texts.ts';

/** A button with a text; at most one on the page is the main one. */
export const button = (view: View, text: TextId, run: () => void, isMain = false): TemplateResult =>
  html`<button type="button" class=${isMain ? 'main' : ''} @click=${run}>${view.say(text)}</button>`;

interface RowPlace {
  readonly sheet: string;
  readonly row: number;
  readonly signal: string;
}

/** A row by the name that a person knows it by; leads to its judged cells in the sheet. @param brief the number that matters */
export function rowButton({ model, actions }: View, { prepared }: Scan, { sheet, row, signal }: RowPlace, brief = ''): TemplateResult {
  const table = prepared.sheets.find(({ layout }) => layout.sheet === sheet)?.read?.table;
  const name = table ? rowName(table, row, model.language) : String(row);
  return html`<button type="button" class="row-name" @click=${() => actions.showRow(sheet, row, signal)}>${name}${brief === '' ? nothing : html` · <strong>${brief}</strong>`}</button>`;
}

/** `row 7`, with its tab where several were read. */
export function rowPlace({ say }: View, { prepared }: Scan, sheet: string, row: number): string {
  const place = `${say('row')} ${row}`;
  return prepared.sheets.filter(({ isContext }) => !isContext).length > 1 ? `${sheet}, ${place}` : place;
}

/** How many entries of a list stand on the page before more are asked for. */
const FIRST_ENTRIES = 50;

/** How many entries of this list are shown. */
export const shownOf = ({ model }: View, id: string): number => model.shown[id] ?? FIRST_ENTRIES;

/** The first entries of a list, and a button for more: thousands of findings stay quick to draw. */
export function entries<Item>(view: View, id: string, items: readonly Item[], draw: (item: Item) => TemplateResult): TemplateResult {
  const count = shownOf(view, id);
  const left = items.length - count;
  return html`<ul class="plain">${items.slice(0, count).map(draw)}</ul>
    ${left > 0 ? html`<button type="button" @click=${() => view.actions.showMore(id)}>${view.say('more')} (${wordsOf(view.model.language).number(left, 0)})</button>` : nothing}`;
}

/** A part of the page that opens and closes; its content exists only while it is open. */
export function section({ model, actions }: View, id: string, heading: TemplateResult | string, content: () => unknown): TemplateResult {
  const isOpen = model.open.has(id);
  const toggle = (event: Event) => actions.toggle(id, (event.target as HTMLDetailsElement).open);
  return html`<details ?open=${isOpen} @toggle=${toggle}>
    <summary>${heading}</summary>${isOpen ? content() : nothing}
  </details>`;
}

/** A labelled choice. */
export function choice(
  label: unknown,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<label>${label}<select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
  </select></label>`;
}

/** A labelled line of text; tells when the user has finished. */
export function field(label: unknown, value: string, change: (value: string) => void, kind = 'text', placeholder = ''): TemplateResult {
  const changed = (event: Event) => change((event.target as HTMLInputElement).value.trim());
  return html`<label>${label}<input type=${kind} .value=${value} placeholder=${placeholder} @change=${changed} /></label>`;
}
