import { followers } from '../../table/fields.ts';
import type { ClientSettings } from '../client-facts/client-tab.ts';
import { gainFields } from '../client-facts/followers-from-gains.ts';
import type { Assumption, SheetReport } from '../report.ts';
import type { PreparedAudit } from './prepare.ts';

/** What was joined or could be, of the tabs that are audited. */
export function joinAssumptions({ joins, sheets }: PreparedAudit): readonly Assumption[] {
  const audited = new Set(sheets.flatMap(({ layout, isContext }) => (isContext ? [] : [layout.sheet])));
  return joins
    .filter(({ to }) => audited.has(to))
    .map(({ to, from, by, matched, of, fields }): Assumption => {
      const found = { sheet: to, from, by, matched, of };
      return fields.length > 0 ? { code: 'joined', ...found, fields } : { code: 'join-offered', ...found };
    });
}

/** How each column was read, where its cells needed or lacked a decision. */
export function columnAssumptions({ sheet, columns, source }: SheetReport, facts: ClientSettings): readonly Assumption[] {
  const ofColumns = columns.flatMap(({ header, decimal, dates, rate }): Assumption[] => {
    const found: Assumption[] = [];
    const place = { sheet, column: header };
    if (rate) found.push({ code: 'rate-of', ...place, rate });
    if (decimal && decimal.decidedBy !== 'not-needed' && decimal.decidedBy !== 'whole-numbers') {
      const { comma, dot, either } = decimal.evidence;
      const [only, against] = decimal.decimalMark === ',' ? [comma, dot] : [dot, comma];
      const mark = decimal.decimalMark;
      found.push({ code: 'decimal-mark', ...place, ...(mark ? { mark } : {}), votes: { only, against, either } });
    }
    if (dates && dates.decidedBy !== 'not-needed') {
      const { dayFirst, monthFirst, either } = dates.evidence;
      const [only, against] = dates.order === 'day-first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
      found.push({ code: 'date-order', ...place, ...(dates.order ? { order: dates.order } : {}), votes: { only, against, either } });
    }
    if (dates && dates.yearsInferred > 0) found.push({ code: 'years', ...place, count: dates.yearsInferred });
    return found;
  });
  const gains = columns.find(({ field }) => gainFields.some((id) => id === field));
  if (facts.followers !== undefined && gains && !columns.some(({ field }) => field === followers.id))
    ofColumns.push({ code: 'counted-back', sheet, column: gains.header, followers: facts.followers });
  return source === undefined ? ofColumns : [...ofColumns, { code: 'not-exported', sheet, source }];
}
