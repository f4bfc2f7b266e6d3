import { readFileSync } from 'node:fs';
import { parse } from 'sql-parser-cst';
import { expect, it } from 'vitest';
import { warehouseScript } from '../../../src/local/warehouse/script.ts';
import { sandboxWith } from './sandbox.ts';

const section = readFileSync('docs/live-check.md', 'utf8').split('## In a warehouse')[1]?.split('\n## ')[0] ?? '';
const examples = [section, readFileSync('docs/warehouse.md', 'utf8')].flatMap((text) => [
  ...[...text.matchAll(/^\| \d \| `(SELECT .*?)` \|/gm)].map(([, sql = '']) => sql),
  ...[...text.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql),
]);

it('what the pages tell to run is SQL that BigQuery knows', () => {
  expect(examples).toHaveLength(6);
  for (const sql of examples) expect(() => parse(sql, { dialect: 'bigquery' }), sql).not.toThrow();
});

it('the three statements give what the page says', async () => {
  const run = sandboxWith(await warehouseScript());
  const moment = (text: string) => new Date(`${text}Z`);
  expect(run('smmAudit.row("ER", values)', [[40, 10], 1000])).toBe(0.05);
  const lag = run('smmAudit.row("LEADLAG", values)', [
    moment('2026-05-15T18:10:00'),
    null,
    moment('2026-05-18T11:00:00'),
    'Mon-Fri 10:00-19:00',
  ]);
  expect(section).toContain(`\`${String(lag)}\``);
  const history = Array.from({ length: 120 }, (_, day) => ({
    day: new Date(Date.UTC(2026, 0, 1 + day)),
    followers: 1000 + day + (day > 60 ? 330 : 0),
    engagements: [50, 4],
  }));
  expect(section).toContain(`\`${String(run('smmAudit.account("BOTRISK", values)', history))}\``);
});
