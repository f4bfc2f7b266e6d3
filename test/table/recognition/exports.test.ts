import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pickCells } from '../../../src/audit/engine/used-columns.ts';
import { cleanText } from '../../../src/base/cells.ts';
import { readTextTable } from '../../../src/local/files/csv.ts';
import { fields } from '../../../src/table/fields.ts';
import { readTable } from '../../../src/table/reading/read-table.ts';
import { createHeaderMatcher } from '../../../src/table/recognition/headers.ts';
import { describeSheet, TOP_ROWS } from '../../../src/table/recognition/layout.ts';
import { now, zone } from '../../audit/audit-table.ts';
import { createRandom, type Random } from '../../simulation/random.ts';

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
function wrongColumns(grid: Grid, { columns, oneOf = {}, open = {} }: Expected): readonly string[] {
  const layout = describeSheet('Sheet', grid.slice(0, TOP_ROWS));
  const free = new Set(Object.values(oneOf).flat());
  return layout.columns.flatMap(({ header, field }) => {
    const isRight = open[header] ? open[header].includes(field) : free.has(header) || field === (columns[header] ?? null);
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

/** How many versions are drawn; another seed for a fresh look: `SEED=7 npx vitest run test/audit/exports.test.ts`. */
const VERSIONS = 3000;
const seed = Number(process.env.SEED ?? 20_261_124);
const spellings = ['as it is', 'upper', 'lower', 'spaces', 'soft hyphens', 'full stop'] as const;

function spelled(header: string, spelling: (typeof spellings)[number]): string {
  if (spelling === 'upper') return header.toUpperCase();
  if (spelling === 'lower') return header.toLowerCase();
  if (spelling === 'spaces') return `  ${header.replace(/ /g, '\u00A0 ')} `;
  if (spelling === 'soft hyphens') return header.replace(/(.{3})(?=.)/g, '$1\u00AD');
  return spelling === 'full stop' && header !== '' ? `${header}:` : header;
}

/** An everyday date, and what a metric is called on its own platform, mean what the rest of the table says. */
const isEveryday = (header: string) => /^(date|time|дата|day|subscribers|подписчики)$/i.test(header);
const extras = ['Служебное', 'Ответственный дизайнер', 'Hashtags', 'Status', 'Ссылка на макет', 'Номер задачи'];
const titles = ['Отчёт для клиента', '', 'Период: май 2026', 'Social media report'];

/** The same table in another order, under other words for the same things, written otherwise, with title lines and columns of the client's own. */
function perturbed(random: Random, grid: Grid, { columns, oneOf = {}, open = {} }: Expected) {
  const loose = new Set([...Object.values(oneOf).flat(), ...Object.keys(open)]);
  const header = (grid[0] ?? []).map(cleanText);
  const end = header.indexOf('') < 0 ? header.length : header.indexOf('');
  const places = Array.from({ length: end }, (_, column) => column)
    .map((column) => ({ column, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ column }) => column);
  const spelling = random.pick(spellings);
  const share = random.pick([0, 0.2, 0.5]);
  const used = new Set(header.map((text) => text.toLowerCase()));
  // Where two columns say the same (`Account name`, `Account ID`), their words decide which is taken: those keep them.
  const match = createHeaderMatcher();
  const claims = header.flatMap((text) => match(text).map(({ field }) => field.id));
  const hasRival = (id: string) => claims.filter((claim) => claim === id).length > 1;
  /** Header as it will be read → what was decided for it by hand. */
  const wanted = new Map<string, readonly (string | null)[]>();
  const headers = places.map((column) => {
    const known = header[column] ?? '';
    const field = fields.find(({ id }) => id === columns[known]);
    const family =
      field && !loose.has(known) && !isEveryday(known) && !hasRival(field.id) ? [...field.aliases.en, ...field.aliases.ru] : [];
    const other = family.length > 0 && random.next() < share ? random.pick(family) : known;
    const isFree = other !== known && !isEveryday(other) && !used.has(other.toLowerCase());
    const name = isFree ? other : known;
    used.add(name.toLowerCase());
    const written = spelled(name, spelling);
    const isOneOf = Object.entries(oneOf).find(([, names]) => names.includes(known));
    wanted.set(cleanText(written), open[known] ?? (isOneOf ? [null, isOneOf[0]] : [columns[known] ?? null]));
    return written;
  });
  const extra = Array.from({ length: random.whole(0, 2) }, () => random.pick(extras)).filter((text) => !used.has(text.toLowerCase()));
  for (const text of extra) wanted.set(text, [null, 'link', 'postId', 'note', 'responsible', 'status']);
  const body = grid.slice(1).map((row) => [...places.map((column) => row[column] ?? ''), ...extra.map(() => 'x')]);
  const above = Array.from({ length: random.whole(0, 3) }, (_, index) => [titles[index] ?? '']);
  return { grid: [...above, [...headers, ...extra], ...body], wanted };
}

describe('the same tables, perturbed in order, words, spelling, with title lines and more columns', () => {
  it('map entirely in 99 of 100 versions, and never wrongly without a visible doubt', () => {
    const random = createRandom(seed);
    const tables = Object.entries(files).filter(([name]) => !name.includes('utf16'));
    let right = 0;
    const wrong: string[] = [];
    const silent: string[] = [];
    for (let version = 0; version < VERSIONS; version++) {
      const [name, expected] = random.pick(tables);
      const { grid, wanted } = perturbed(random, gridOf(name).slice(expected.headerRow - 1), expected);
      const faults = describeSheet('Sheet', grid.slice(0, TOP_ROWS)).columns.filter(
        ({ header, field }) => wanted.get(header)?.includes(field) === false,
      );
      if (faults.length === 0) right++;
      for (const { header, field, doubt, confidence } of faults) {
        const fault = `${name}: ${header}: ${field} instead of ${wanted.get(header)?.join(' or ')}`;
        wrong.push(fault);
        if (field !== null && doubt === undefined && confidence !== 'likely') silent.push(fault);
      }
    }
    if (process.env.SEED)
      process.stdout.write(`${right} of ${VERSIONS} versions map entirely; wrong columns: ${wrong.length}\n${wrong.join('\n')}\n`);
    expect(silent).toEqual([]);
    expect(right / VERSIONS, wrong.join('; ')).toBeGreaterThanOrEqual(0.99);
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
