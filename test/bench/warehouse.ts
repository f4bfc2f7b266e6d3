/**
 * The script of the warehouse over 1,000,000 rows of 2,000 accounts, in a bare context, against the sheet's own formulas: `npm run bench:warehouse`.
 * Then single accounts that grow, for what one worker has to hold.
 */
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { Zone } from '../../src/base/zone.ts';
import { formulas } from '../../src/formulas/index.ts';
import { createRandom } from '../simulation/random.ts';
import { markdownTable } from './table.ts';

const [ACCOUNTS, ROWS] = [2000, 500];
const clock: Zone = { id: 'Etc/UTC', toWall: (instant) => instant, toInstant: (wall) => wall };
const context = createContext(Object.create(null));
runInContext(readFileSync('dist/warehouse/smm-audit.js', 'utf8'), context);
// The values cross as JSON, as they do between a query and its function.
const ask = runInContext(
  `(function (name, text) { return JSON.stringify(smmAudit.account(name, JSON.parse(text, function (key, value) { return key === 'day' ? new Date(value) : value; }))); })`,
  context,
) as (name: string, text: string) => string;

function historyOf(seed: number, rows: number) {
  const random = createRandom(seed);
  let followers = 1000 + random.whole(0, 20_000);
  return Array.from({ length: rows }, (_, day) => {
    followers += random.poisson(4) + (random.next() < 0.003 ? Math.round(followers * 0.1) : 0);
    return {
      day: new Date(Date.UTC(2000, 0, 1 + day)),
      followers,
      engagements: [random.poisson(followers * 0.03), random.poisson(followers * 0.002)],
      reach: Math.round(followers * random.between(0.2, 0.5)),
      explained: null,
    };
  });
}

function inSheet(name: string, history: ReturnType<typeof historyOf>): unknown {
  const column = (read: (one: (typeof history)[number]) => unknown) => history.map((one) => [read(one)]);
  const args = [
    column(({ followers }) => followers),
    history.map(({ engagements }) => engagements),
    column(({ day }) => day),
    column(({ reach }) => reach),
  ];
  return formulas.find((one) => one.name === name)?.call(args, () => ({ locale: 'en_GB', zone: clock }));
}

let different = 0;
let spent = 0;
for (let account = 1; account <= ACCOUNTS; account++) {
  const history = historyOf(account, ROWS);
  const text = JSON.stringify(history);
  for (const name of ['BOTRISK', 'BOTSHARE']) {
    const started = performance.now();
    const answer: unknown = JSON.parse(ask(name, text));
    spent += performance.now() - started;
    const sheet = inSheet(name, history);
    if (answer !== (typeof sheet === 'number' ? sheet : null)) different++;
  }
}
process.stdout.write(
  `${(ACCOUNTS * ROWS).toLocaleString('en')} rows of ${ACCOUNTS.toLocaleString('en')} accounts, BOTRISK and BOTSHARE: ${(spent / 1000).toFixed(1)} s in one thread, ${different} answers differ from the sheet's.\n\n`,
);

const rows = [1000, 10_000, 100_000, 300_000].map((count) => {
  const text = JSON.stringify(historyOf(1, count));
  const started = performance.now();
  ask('BOTRISK', text);
  return [
    count.toLocaleString('en'),
    `${((performance.now() - started) / 1000).toFixed(2)} s`,
    `${(text.length / 1_000_000).toFixed(1)} MB`,
    `${(process.memoryUsage().heapUsed / 1_000_000).toFixed(0)} MB`,
  ];
});
process.stdout.write(`${markdownTable(['rows of one account', 'BOTRISK', 'as JSON', 'heap afterwards'], rows)}\n`);
