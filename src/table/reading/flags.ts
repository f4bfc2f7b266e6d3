import { type Cell, cleanText, isEmpty } from '../../base/cells.ts';

const yes = /^(да|yes|y|true|истина|1|\+|✓|✔|так|tak|ja|sim|s[ií]|oui|evet|paid|оплачено|платно|есть|ответили)$/i;
const no = /^(нет|no|n|false|ложь|0|-|–|✗|ні|не|nie|nein|não|nao|non|hayır|not paid|нету|organic|органика)$/i;

/** 1 yes, 0 no, -1 not known. */
export function readFlag(cell: Cell): number {
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  if (isEmpty(cell)) return -1;
  const text = cleanText(cell);
  return yes.test(text) ? 1 : no.test(text) ? 0 : -1;
}
