/** Two tables of one client together, against the same two apart: what finding the rows costs, and what the lent columns bring to judge. */
import { judge } from '../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../src/audit/engine/prepare.ts';
import { pickCells } from '../../src/audit/engine/used-columns.ts';
import type { Cell } from '../../src/base/cells.ts';
import { createZone } from '../../src/base/zone.ts';
import { joinTables } from '../../src/joining/join.ts';
import { describeSheet, TOP_ROWS } from '../../src/table/recognition/layout.ts';
import { medianTimes } from './clock.ts';
import { headers, postRows } from './sheet.ts';
import { markdownTable, milliseconds } from './table.ts';

const surroundings = { zone: createZone('Europe/Moscow'), now: Date.UTC(2150, 0, 1) };

function sheetOf(sheet: string, names: readonly string[], rows: readonly Cell[][]) {
  const kept = names.map((name) => headers.indexOf(name));
  const cells = rows.map((row) => kept.map((index): Cell => row[index] ?? null));
  const layout = describeSheet(sheet, [names, ...cells.slice(0, TOP_ROWS)]);
  return { layout, cells: pickCells(layout, cells) };
}

const tracked = ['Отправлено на согласование', 'Согласовано', 'Кто решил', 'Кругов правок'];
const figures = ['Лайки', 'Комментарии', 'Сохранения', 'Репосты', 'Охват', 'Показы'];

/** Of one client: a tracker with its export, or a history with its activity. The two tables share these columns. */
const pairs = [
  { by: 'link', own: ['Тема', 'Ссылка', ...tracked], other: ['Дата публикации', 'Ссылка', ...figures] },
  { by: 'day and title', own: ['Дата публикации', 'Тема', ...tracked], other: ['Дата публикации', 'Тема', ...figures] },
  { by: 'day', own: ['Дата публикации', 'Подписчики'], other: ['Дата публикации', ...figures] },
] as const;

export function joiningTable(count: number): string {
  const rows = pairs.flatMap(({ by, own, other }) => {
    const posts = postRows(count).map((row, at) => (by === 'day' ? [dayAfter(at), ...row.slice(1)] : row));
    const sheets = [sheetOf('Свои', own, posts), sheetOf('Чужие', other, posts)];
    const audited = (some: typeof sheets) => judge(prepareAudit(some, {}, surroundings), {});
    const tables = sheets.flatMap((sheet) =>
      prepareAudit([sheet], {}, surroundings).sheets.flatMap(({ read }) => (read ? [read.table] : [])),
    );
    const [together = 0, apart = 0, joining = 0] = medianTimes(
      5,
      () => audited(sheets),
      () => sheets.map((sheet) => audited([sheet])),
      () => joinTables(tables),
    );
    const [join] = joinTables(tables).joins;
    const name = `${by}, ${join?.matched ?? 0} of ${count} rows found`;
    return [
      [name, ...[apart, together].map(milliseconds), (together / apart).toFixed(2), milliseconds(joining), (joining / apart).toFixed(2)],
    ];
  });
  return markdownTable(['matched by', 'audited apart', 'audited together', 'ratio', 'of it finding and lending', 'ratio'], rows);
}

const dayAfter = (at: number): Cell => new Date(Date.UTC(2000, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
