import { anyWord } from '../../patterns/shared/word-matching.ts';
import { parameter, parameterValue } from '../../table/fields.ts';
import type { PreparedAudit } from '../engine/prepare.ts';

const isClient = anyWord(['клиент', 'заказчик', 'компания', 'бренд', 'client', 'customer', 'company', 'brand']);
/** `Client's city` is no name. */
const MOST_WORDS = 2;

/** Whom the workbook names as the client: a row of a tab of parameters and values. */
export function statedClient({ sheets }: PreparedAudit): string | undefined {
  for (const { read } of sheets) {
    const labels = read?.table.columns.get(parameter.id)?.texts ?? [];
    const values = read?.table.columns.get(parameterValue.id)?.texts ?? [];
    const row = labels.findIndex((label, index) => label.split(/\s+/).length <= MOST_WORDS && isClient(label) && values[index]);
    if (row >= 0) return values[row];
  }
  return undefined;
}
