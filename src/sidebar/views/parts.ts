import { html, nothing, type TemplateResult } from 'lit-html';
import type { View } from '../model.ts';
import type { TextId } from '../texts.ts';

/** A button with a text; at most one on the page is the main one. */
export const button = (view: View, text: TextId, run: () => void, isMain = false): TemplateResult =>
  html`<button type="button" class=${isMain ? 'main' : ''} @click=${run}>${view.say(text)}</button>`;

/** A button that looks like a link, inside text. */
export const link = (label: string, run: () => void): TemplateResult =>
  html`<button type="button" class="link" @click=${run}>${label}</button>`;

/** A part of the page that opens and closes; its content exists only while it is open. */
export function section(
  { model, actions }: View,
  id: string,
  heading: TemplateResult | string,
  content: () => unknown,
  colour?: string,
): TemplateResult {
  const isOpen = model.open.has(id);
  const toggle = (event: Event) => actions.toggle(id, (event.target as HTMLDetailsElement).open);
  return html`<details ?open=${isOpen} @toggle=${toggle} style=${colour ? `border-color:${colour}` : nothing}>
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
