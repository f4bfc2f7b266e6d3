import type { JsonCell } from '../api/messages.ts';
import type { Requests } from '../api/requests.ts';
import { signalById } from '../patterns/index.ts';
import type { Judged } from './scan.ts';

/** Fields that make a row the row it is; where one of the first two is filled in, it alone does. */
const addresses = ['link', 'postId'];
const names = ['account', 'publishedAt', 'leadAt', 'placedAt', 'day', 'title', 'placement', 'goal'];

/** What the server needs to find a row again and to select what a signal judged in it. */
export function rowRequest(
  { scanned }: Pick<Judged, 'scanned'>,
  sheet: string,
  row: number,
  signal: string,
): Requests['showRow'] | undefined {
  const source = scanned.find(({ layout }) => layout.sheet === sheet);
  if (!source?.cells) return undefined;
  const { layout, cells } = source;
  const at = row - layout.headerRow - 2;
  const place = (column: number) => ({ column, cell: (cells.columns.get(column)?.[at] ?? '') as JsonCell });
  const used = layout.columns.flatMap(({ index, field }) =>
    cells.columns.has(index) && field !== null ? [{ field, ...place(index) }] : [],
  );
  const filled = used.filter(({ cell }) => cell !== '' && cell !== null);
  const of = (fields: readonly string[]) => filled.filter(({ field }) => fields.includes(field));
  const judgedFields = signalById(signal)?.signal.judged.map(({ id }) => id) ?? [];
  const [address] = of(addresses);
  const key = address ? [address] : of(names);
  const judged = used.filter(({ field }) => judgedFields.includes(field));
  const bare = (list: typeof used) => list.map(({ column, cell }) => ({ column, cell }));
  return {
    ...{ sheet: layout.tab, row, firstRow: layout.headerRow + 2 },
    key: bare(key.length > 0 ? key : filled),
    judged: bare(judged.length > 0 ? judged : used.slice(0, 1)),
  };
}
