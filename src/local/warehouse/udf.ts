/**
 * What a warehouse runs: the pure engine behind one global, `smmAudit`. Nothing here asks for Node, a page, timers, `Intl` or a clock; values
 * come as BigQuery hands them to JavaScript: numbers as numbers, what does not fit a number as text, `TIMESTAMP` and `DATE` as `Date`.
 */
import { isDate } from '../../base/cells.ts';
import type { Zone } from '../../base/zone.ts';
import type { LazyEnvironment } from '../../formulas/engine/environment.ts';
import { formulas as plainFormulas } from '../../formulas/index.ts';
import { SMMAUDIT } from '../../wording/SMMAUDIT.ts';

/** Times are those of the clock that the caller chose: a warehouse shifts zones itself, see docs/warehouse.md. */
const clock: Zone = { id: 'Etc/UTC', toWall: (instant) => instant, toInstant: (wall) => wall };

const formulas = [...plainFormulas, SMMAUDIT];

function call(name: string, args: readonly unknown[], locale: string | null = null): unknown {
  const formula = formulas.find((one) => one.name === name);
  if (!formula) throw new Error(`There is no function ${name}`);
  const environment: LazyEnvironment = () => ({ locale: locale ?? 'en_GB', zone: clock });
  return formula.call(args, environment);
}

/** A number of one row; `null` where the sheet shows a blank, or a sentence that says what is wrong with the row. */
export function row(name: string, args: readonly unknown[]): number | null {
  try {
    const result = call(name, args.map(given));
    return typeof result === 'number' ? result : null;
  } catch {
    return null;
  }
}

/** What is wrong with a row, as the sheet says it; `null` where nothing is. */
export function why(name: string, args: readonly unknown[], locale: string | null): string | null {
  try {
    call(name, args.map(given), locale);
    return null;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

/** A row as the views and `ARRAY_AGG` hold it. */
interface AccountRow {
  readonly day?: unknown;
  readonly followers?: unknown;
  readonly engagements?: readonly unknown[] | null;
  readonly reach?: unknown;
  readonly explained?: unknown;
}

/** One number of a whole account; `null` where the sheet says in words why there is none. */
export function account(name: string, rows: readonly AccountRow[]): number | null {
  const result = call(name, accountArguments(rows));
  return typeof result === 'number' ? result : null;
}

/** Row by row of an account, in the order of its rows; `null` where it cannot be said. */
export function accountRows(
  name: string,
  rows: readonly AccountRow[],
): readonly { readonly day: unknown; readonly inert: number | null }[] {
  const result = call(name, accountArguments(rows));
  return rows.map(({ day }, index) => {
    const cell: unknown = Array.isArray(result) && Array.isArray(result[index]) ? result[index][0] : undefined;
    return { day: day ?? null, inert: typeof cell === 'number' ? cell : null };
  });
}

function accountArguments(rows: readonly AccountRow[]): readonly unknown[] {
  const column = (read: (one: AccountRow) => unknown) => {
    const cells = rows.map((one) => [given(read(one))]);
    return cells.some(([cell]) => cell !== '') ? cells : '';
  };
  const width = rows.reduce((most, { engagements }) => Math.max(most, engagements?.length ?? 0), 0);
  const engagements =
    width === 0 ? '' : rows.map((one) => Array.from({ length: width }, (_, place) => given(one.engagements?.[place] ?? null)));
  const followers = rows.map((one) => [given(one.followers)]);
  return [followers, engagements, column(({ day }) => day), column(({ reach }) => reach), column(({ explained }) => explained)];
}

/** The whole audit of a table: for each row that has something the numbers of its patterns and the reason; the first tells what was not checked. */
export function table(
  header: readonly string[],
  rows: readonly { readonly cells: readonly unknown[] }[],
  pattern: number | null,
  asOf: unknown,
  locale: string | null,
): readonly { readonly row: number; readonly patterns: string; readonly why: string }[] {
  const cells = [header, ...rows.map((one) => header.map((_, place) => given(one.cells[place] ?? null)))];
  const result = call('SMMAUDIT', [cells, given(pattern), given(asOf)], locale);
  if (!Array.isArray(result)) return [];
  return result.flatMap((line: unknown, index) => {
    const [patterns, reason] = Array.isArray(line) ? line.map(String) : [];
    return patterns || reason ? [{ row: index, patterns: patterns ?? '', why: reason ?? '' }] : [];
  });
}

/** A value as a sheet would hand it over: a blank for what is absent, a list as the cells of one row. */
function given(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return [value.map(given)];
  return isDate(value) ? new Date(value.getTime()) : value;
}
