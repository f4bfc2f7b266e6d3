import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeSheet, TOP_ROWS } from '../../src/audit/layout.ts';
import { pickCells, readTable } from '../../src/audit/read-table.ts';
import { readTextTable } from '../../src/local/files/csv.ts';
import { fields } from '../../src/patterns/columns.ts';
import { fc, test as property } from '../base/property.ts';
import { now, zone } from './audit-table.ts';

const folder = 'test/fixtures/exports';
interface Expected {
  readonly kind: string;
  readonly headerRow: number;
  readonly rowsAudited: number;
  readonly leftOut: readonly { readonly row: number; readonly reason: string }[];
  readonly columns: Readonly<Record<string, string>>;
  readonly oneOf?: Readonly<Record<string, readonly string[]>>;
  readonly open?: Readonly<Record<string, readonly (string | null)[]>>;
}
const { files } = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as { files: Readonly<Record<string, Expected>> };
const gridOf = (name: string) => readTextTable(new Uint8Array(readFileSync(`${folder}/${name}`))).rows;

type Grid = readonly (readonly string[])[];

/** Headers that got another field than was decided by hand, each as `header: field`. */
function wrongColumns(
  grid: Grid,
  { columns, oneOf = {}, open = {} }: Expected,
  renamed: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const layout = describeSheet('Sheet', grid.slice(0, TOP_ROWS));
  const free = new Set(Object.values(oneOf).flat());
  return layout.columns.flatMap(({ header, field }) => {
    const known = renamed.get(header) ?? header;
    const isRight = open[known] ? open[known].includes(field) : free.has(known) || field === (columns[known] ?? null);
    return isRight ? [] : [`${header}: ${field}`];
  });
}

describe.each(Object.entries(files))('%s', (name, expected) => {
  it('maps without a correction', () => {
    expect(wrongColumns(gridOf(name), expected)).toEqual([]);
  });
  it('finds the header and the rows', () => {
    const grid = gridOf(name);
    const layout = describeSheet('Sheet', grid.slice(0, TOP_ROWS));
    expect(layout.headerRow + 1).toBe(expected.headerRow);
    const { table, leftOut } = readTable(layout, pickCells(layout, grid.slice(layout.headerRow + 1)), { zone, now });
    expect(table.length).toBe(expected.rowsAudited);
    expect(leftOut.flatMap(({ reason, rows }) => rows.map((row) => ({ row, reason })))).toEqual(expected.leftOut);
  });
});

/** Ways in which the same table reaches us differently: order, extra columns, case, spaces, soft hyphens, title lines. */
const perturbation = fc.record({
  name: fc.constantFrom(...Object.keys(files).filter((file) => !file.includes('utf16'))),
  order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
  spelling: fc.constantFrom('as it is', 'upper', 'lower', 'spaces', 'soft hyphens', 'full stop'),
  titles: fc.integer({ min: 0, max: 3 }),
  extra: fc.boolean(),
});

function spelled(header: string, spelling: string): string {
  if (spelling === 'upper') return header.toUpperCase();
  if (spelling === 'lower') return header.toLowerCase();
  if (spelling === 'spaces') return `  ${header.replace(/ /g, '\u00A0 ')} `;
  if (spelling === 'soft hyphens') return header.replace(/(.{3})(?=.)/g, '$1\u00AD');
  return spelling === 'full stop' && header !== '' ? `${header}:` : header;
}

describe('the same tables, perturbed', () => {
  property([perturbation], 600)('still map, every one', ({ name, order, spelling, titles, extra }) => {
    const expected = files[name];
    if (!expected) return;
    const grid = gridOf(name).slice(expected.headerRow - 1);
    const width = grid[0]?.length ?? 0;
    const places = Array.from({ length: width }, (_, column) => column).sort((one, other) => (order[one] ?? 0) - (order[other] ?? 0));
    const renamed = new Map<string, string>();
    const moved = grid.map((row, index) => {
      const cells = places.map((column) => {
        const cell = row[column] ?? '';
        if (index > 0) return cell;
        const header = spelled(cell, spelling);
        renamed.set(
          header
            .replace(/[\u00AD]/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
          cell
            .replace(/[\u00AD]/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        );
        return header;
      });
      return extra ? [...cells, index === 0 ? 'Служебное' : 'x'] : cells;
    });
    const title = Array.from({ length: titles }, (_, index) => [['Отчёт для клиента', '', 'Период: май 2026'][index] ?? '']);
    expect(wrongColumns([...title, ...moved], expected, renamed)).toEqual([]);
  });
});

describe('the same tables, with headers renamed to other words for the same thing', () => {
  it('map in 99 of 100, and never wrongly without a doubt', () => {
    let [right, all] = [0, 0];
    const silent: string[] = [];
    for (const [name, { headerRow, columns, oneOf = {}, open = {} }] of Object.entries(files)) {
      const grid = gridOf(name).slice(headerRow - 1);
      const loose = new Set([...Object.values(oneOf).flat(), ...Object.keys(open)]);
      // An everyday date, and what a metric is called on its own platform, mean what the rest of the table says.
      const isFixed = (header: string) => loose.has(header) || /^(date|time|дата|day)$/i.test(header) || columns[header] === undefined;
      for (let draw = 0; draw < 20; draw++) {
        const wanted = new Map<string, string>();
        const renamed = (grid[0] ?? []).map((cell, at) => {
          const header = cell
            .replace(/\u00AD/g, '')
            .replace(/\s+/g, ' ')
            .trim();
          const id = columns[header];
          const field = fields.find((one) => one.id === id);
          if (isFixed(header) || !field) return cell;
          const family = [...field.aliases.en, ...field.aliases.ru].filter(
            (alias) => !/^(date|time|дата|day|subscribers|подписчики)$/i.test(alias),
          );
          const alias = family[(draw * 7 + at * 3) % family.length] ?? cell;
          if (wanted.has(alias)) return cell;
          wanted.set(alias, field.id);
          return alias;
        });
        for (const { header, field, doubt } of describeSheet('Sheet', [renamed, ...grid.slice(1, TOP_ROWS)]).columns) {
          const id = wanted.get(header);
          if (id === undefined) continue;
          all++;
          // Where another column of the table says the same, one of the two is taken and the other shown beside it.
          if (field === id || doubt?.code === 'other-column') right++;
          else if (field !== null && doubt === undefined) silent.push(`${name}: ${header}: ${field} instead of ${id}`);
        }
      }
    }
    expect(all).toBeGreaterThan(2000);
    expect([...new Set(silent)]).toEqual([]);
    expect(right / all).toBeGreaterThanOrEqual(0.99);
  });
});

describe('aliases', () => {
  it('each finds its own field or says that another could be meant', () => {
    const silent: string[] = [];
    for (const field of fields) {
      for (const alias of [...field.aliases.en, ...field.aliases.ru]) {
        const { columns } = describeSheet('Sheet', [
          [alias, 'Ссылка на пост'],
          ['', 'https://example.com/1'],
        ]);
        const { field: found, doubt } = columns[0] ?? { field: null };
        // An everyday date is the table's to decide.
        if (found !== field.id && doubt === undefined && !/^(date|time|дата|subscribers)$/i.test(alias)) silent.push(`${alias}: ${found}`);
      }
    }
    expect(silent).toEqual([]);
  });
});
