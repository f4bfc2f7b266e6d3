/** What a client can be compared by with the other clients: medians and shares over its own rows, no row of it. */

import { type RateBase, rateBases } from '../../audit/answer/overview.ts';
import { calendarFor } from '../../audit/engine/context.ts';
import type { PreparedAudit } from '../../audit/engine/prepare.ts';
import type { AuditSettings } from '../../audit/settings.ts';
import { medianOf } from '../../base/statistics.ts';
import { elapsedHours } from '../../base/zone.ts';
import type { Table } from '../../patterns/engine/table.ts';
import { responseHours } from '../../patterns/sales-confusion/slow-response.ts';
import { certainSpan } from '../../patterns/shared/timing.ts';
import { networkNamed } from '../../table/recognition/networks.ts';
import { engagementsOf, interactions } from '../../table/row-facts.ts';

export interface Measures {
  /** Middle hours by the clock from “sent” to “approved”. */
  readonly approval?: Measure;
  /** Share of all leads that had a first answer within an hour of working time. */
  readonly answered?: Measure;
  /** Middle engagement rate of a network's rows by what they are divided by. */
  readonly rates: readonly (Measure & { readonly network: string; readonly by: RateBase })[];
}

export interface Measure {
  readonly value: number;
  /** On how many rows it rests. */
  readonly rows: number;
}

/** A median of fewer rows says more of them than of the client. */
export const FEWEST_ROWS = 5;
/** The name of rows of which nothing says where they were published. */
export const NO_NETWORK = '';

export function measuresOf(prepared: PreparedAudit, settings: AuditSettings): Measures {
  const tables = prepared.sheets.flatMap(({ read, isContext }) => (read && !isContext ? [read.alone] : []));
  const waits = tables.flatMap((table) => approvalWaits(table, prepared));
  const answers = tables.flatMap((table) => answeredInAnHour(table, prepared, settings));
  const inTime = answers.filter(Boolean).length;
  return {
    ...(waits.length >= FEWEST_ROWS ? { approval: { value: medianOf(waits), rows: waits.length } } : {}),
    ...(answers.length >= FEWEST_ROWS ? { answered: { value: inTime / answers.length, rows: answers.length } } : {}),
    rates: ratesOf(tables),
  };
}

const rowsOf = ({ length, inPeriod }: Table): readonly number[] =>
  Array.from({ length }, (_, row) => row).filter((row) => inPeriod?.[row] !== 0);

/** Posts that were sent and approved; what is still open has no approval time yet. */
function approvalWaits(table: Table, { surroundings: { zone } }: PreparedAudit): readonly number[] {
  const [sent, approved] = [table.columns.get('sentAt')?.numbers, table.columns.get('approvedAt')?.numbers];
  if (!sent || !approved) return [];
  return rowsOf(table).flatMap((row) => {
    const [from, to] = [sent[row] ?? Number.NaN, approved[row] ?? Number.NaN];
    if (!(to >= from)) return [];
    const certain = certainSpan(from, to);
    return [elapsedHours(certain.from, certain.to, zone)];
  });
}

/** Of each lead whether it had its answer in time; a lead whose cells contradict each other counts for neither. */
function answeredInAnHour(table: Table, prepared: PreparedAudit, settings: AuditSettings): readonly boolean[] {
  const [leads, answers] = [table.columns.get('leadAt')?.numbers, table.columns.get('answeredAt')?.numbers];
  if (!leads || !answers) return [];
  const calendar = calendarFor(prepared, settings);
  return rowsOf(table).flatMap((row) => {
    const [lead, answer] = [leads[row] ?? Number.NaN, answers[row] ?? Number.NaN];
    if (Number.isNaN(lead)) return [];
    if (Number.isNaN(answer)) return [false];
    const hours = responseHours(lead, answer, calendar);
    return hours === undefined ? [] : [hours <= 1];
  });
}

/** Rates are compared with rates of the same network and the same denominator only. */
function ratesOf(tables: readonly Table[]): Measures['rates'] {
  const groups = new Map<string, { readonly network: string; readonly by: RateBase; readonly rates: number[] }>();
  for (const table of tables) {
    // Bloggers’ figures are not the client’s own.
    if (table.fields.has('placement')) continue;
    const actsAt = engagementsOf(table, interactions);
    const networkOf = networksIn(table);
    for (const by of rateBases) {
      const base = table.columns.get(by)?.numbers;
      for (const row of base ? rowsOf(table) : []) {
        const rate = actsAt(row) / (base?.[row] ?? Number.NaN);
        // More acts than people are sums of an account beside its size, no rate of a post.
        if (!(rate >= 0 && rate <= 1)) continue;
        const network = networkOf(row);
        const key = `${network} ${by}`;
        const group = groups.get(key) ?? { network, by, rates: [] };
        group.rates.push(rate);
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()]
    .filter(({ rates }) => rates.length >= FEWEST_ROWS)
    .map(({ network, by, rates }) => ({ network, by, value: medianOf(rates), rows: rates.length }))
    .sort((one, other) => (`${one.network} ${one.by}` < `${other.network} ${other.by}` ? -1 : 1));
}

/** The network of each row: what its cell says, else what the tab is called after. */
function networksIn(table: Table): (row: number) => string {
  const cells = table.columns.get('platform')?.texts;
  const ofTab = networkNamed(table.sheet) ?? NO_NETWORK;
  const known = new Map<string, string>();
  return (row) => {
    const cell = cells?.[row] ?? '';
    if (cell === '') return ofTab;
    const network = known.get(cell) ?? networkNamed(cell) ?? NO_NETWORK;
    known.set(cell, network);
    return network;
  };
}
