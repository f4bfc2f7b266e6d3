import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formulas } from '../src/addon/entry/formulas.ts';
import { patterns } from '../src/patterns/index.ts';
import { fields } from '../src/table/fields.ts';

describe('what is declared is listed, named after its file and tested', () => {
  it('formulas', () => {
    const files = readdirSync('src/formulas')
      .filter((file) => /^[A-Z]+\.ts$/.test(file))
      .map((file) => file.replace('.ts', ''));
    expect(
      formulas
        .map(({ name }) => name)
        .filter((name) => name !== 'SMMAUDIT')
        .sort(),
      'add the file to src/formulas/index.ts under its own name',
    ).toEqual(files.sort());
    const tests = readdirSync('test/formulas', { encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
    const tested = tests.map((file) => readFileSync(`test/formulas/${file}`, 'utf8')).join('\n');
    const untested = files.filter((name) => !tested.includes(`/formulas/${name}.ts'`));
    expect(untested, 'write a test in test/formulas that imports each of these').toEqual([]);
  });

  it('patterns and signals', () => {
    const folders = readdirSync('src/patterns', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['engine', 'shared'].includes(entry.name))
      .map(({ name }) => name);
    expect(patterns.map(({ id }) => id).sort(), 'add the folder to src/patterns/index.ts').toEqual(folders.sort());
    for (const { id, signals } of patterns) {
      const shared = new Set(['index.ts', 'relevance.ts', 'audience-words.ts', 'account-estimate.ts', 'account-likes.ts']);
      const files = readdirSync(`src/patterns/${id}`)
        .filter((file) => !shared.has(file))
        .map((file) => file.replace('.ts', ''));
      expect(signals.map((signal) => signal.id).sort(), `list every signal of ${id} in its index.ts; a file has its signal's id`).toEqual(
        files.sort(),
      );
      for (const signal of signals) {
        const tested = existsSync(`test/patterns/${id}/${signal.id}.test.ts`);
        expect(tested, `write test/patterns/${id}/${signal.id}.test.ts`).toBe(true);
      }
    }
  });

  it('no id is used twice', () => {
    for (const ids of [fields.map(({ id }) => id), patterns.flatMap(({ signals }) => signals.map(({ id }) => id))])
      expect(new Set(ids).size).toBe(ids.length);
  });
});
