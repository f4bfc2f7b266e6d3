/**
 * Measured speed against floors of the same run: ratios, so that a slow machine slows both sides. `npm run bench` bundles this as the
 * add-on is bundled (a loader for tests keeps the name of every function, which costs a third more) and writes docs/performance.md.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createContext, Script } from 'node:vm';
import { callsTable } from './calls.ts';
import { medianTimes } from './clock.ts';
import { commandLineTable } from './command-line.ts';
import { engineRows, growthTable } from './engine.ts';
import { joiningTable } from './joining.ts';
import { pageTable } from './page.ts';
import { absoluteRow, markdownTable, milliseconds } from './table.ts';

function bundleRows(): readonly (readonly string[])[] {
  const code = readFileSync('dist/Code.js', 'utf8');
  const load = (source: string) => () => new Script(source).runInContext(createContext({}));
  const [loading = 0, empty = 0] = medianTimes(9, load(code), load('var smmAudit = (() => ({}))();'));
  return [
    absoluteRow('loading dist/Code.js beyond an empty bundle', milliseconds(loading - empty), '≤ 15 ms'),
    // No goal of its own: what size costs is the loading above.
    absoluteRow('size of dist/Code.js', `${(statSync('dist/Code.js').size / 1024).toFixed(0)} KB`, '–'),
  ];
}

const sections: string[] = [];
/** Printed as soon as it is measured: the whole takes some minutes. */
function add(text: string): void {
  sections.push(text);
  process.stdout.write(`${text}\n\n`);
}

add(`Node ${process.versions.node}, ${cpus().length} cores. Medians of several runs in one process, what is compared in turn.`);
add(markdownTable(['what', 'measured', 'floor of the same run', 'ratio', 'goal'], [...engineRows(), ...bundleRows()]));
add(`### Growth\n\n${growthTable()}`);
add(`### Two tables of one client, 100,000 rows each (goal: together ≤ 1.3 times apart)\n\n${joiningTable(100_000)}`);
add(`### The sidebar\n\n${await pageTable()}`);
add(`### Calls of Google’s services\n\n${await callsTable(100_000)}`);
add(`### The command line\n\n${await commandLineTable()}`);

const page = readFileSync('docs/performance.md', 'utf8');
const [before = '', rest = ''] = page.split('<!-- figures -->');
const after = rest.split('<!-- end of figures -->')[1] ?? '';
writeFileSync('docs/performance.md', `${before}<!-- figures -->\n\n${sections.join('\n\n')}\n\n<!-- end of figures -->${after}`);
