import { hasContact } from '../../base/contacts.ts';
import { anyWord } from '../../patterns/shared/word-matching.ts';
import { parameter, parameterValue } from '../../table/fields.ts';
import type { PreparedAudit } from '../engine/prepare.ts';

const isClient = anyWord(['клиент', 'заказчик', 'компания', 'бренд', 'client', 'customer', 'company', 'brand']);
/** `Client's city` is no name. */
const MOST_WORDS = 2;

/** `Студия «Зелёный час», Тюмень: посты`: a name in marks, with the word before it. */
const inMarks = /(?:\p{L}[\p{L}-]+\s+)?(?:«[^»]{2,40}»|“[^”]{2,40}”|"[^"]{2,40}")/u;
/** `Клиент: Ромашка, май`, `Client – Bloom Ltd`. */
const afterLabel = /(?:^|\s)(?:клиент|заказчик|бренд|client|customer|brand)\s*[:–—-]\s*([^,;|(]{2,40})/iu;

/** The client's name, where a title says one in so many words; a title without marks or label names nobody for certain. */
export function clientInTitle(title: string): string | undefined {
  const [, labelled] = afterLabel.exec(title) ?? [];
  const name = (labelled ?? inMarks.exec(title)?.[0])?.trim();
  return name === undefined || hasContact(name) ? undefined : name;
}

/** Whom the workbook names as the client: a row of a tab of parameters and values, else the title above a table. */
export function statedClient({ sheets }: PreparedAudit): string | undefined {
  for (const { read } of sheets) {
    const labels = read?.table.columns.get(parameter.id)?.texts ?? [];
    const values = read?.table.columns.get(parameterValue.id)?.texts ?? [];
    const row = labels.findIndex((label, index) => label.split(/\s+/).length <= MOST_WORDS && isClient(label) && values[index]);
    if (row >= 0) return values[row];
  }
  for (const { layout, isContext } of sheets) {
    const name = layout.title === undefined || isContext ? undefined : clientInTitle(layout.title);
    if (name !== undefined) return name;
  }
  return undefined;
}
