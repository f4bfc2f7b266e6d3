import type { ColumnReport } from '../table/column-report.ts';

/** `, 12 0 3`: the mark, cells that admit only it, cells that contradict it, cells that can be read either way. */
export function decimalEvidence({ decimalMark, evidence }: NonNullable<ColumnReport['decimal']>): string {
  if (decimalMark === undefined) return 'undecided';
  const { comma, dot, either } = evidence;
  return [decimalMark, ...(decimalMark === ',' ? [comma, dot] : [dot, comma]), either].join(' ');
}

/** `day-first 9 0 4`, in the same way. */
export function orderEvidence({ order, evidence }: NonNullable<ColumnReport['dates']>): string {
  if (order === undefined) return 'undecided';
  const { dayFirst, monthFirst, either } = evidence;
  return [order, ...(order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst]), either].join(' ');
}
