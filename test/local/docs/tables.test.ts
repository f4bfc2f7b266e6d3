import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../../src/addon/entry/formulas.ts';
import { withBans, withTables } from '../../../src/local/docs/tables.ts';
import { patterns } from '../../../src/patterns/index.ts';

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('has the tables that the descriptors give', () => {
    expect(readme, 'run `npm run docs` and commit README.md').toBe(withTables(readme));
  });

  it('names every formula and every signal', () => {
    for (const { name } of formulas) expect(readme).toContain(`=${name}(`);
    for (const { texts } of patterns.flatMap(({ signals }) => signals)) expect(readme).toContain(texts.en.title);
  });

  it('shows pictures that are there, and commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    const shown = [...readme.matchAll(/(?:\]\(|src=")((?!https?:)[^)"#]+)/g)].map(([, path = '']) => path);
    expect(shown).toContain('docs/playground.png');
    expect(shown.filter((path) => !existsSync(path))).toEqual([]);
    const named = [...readme.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['audit', 'bench', 'check']));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('the law of the rooms', () => {
  it('is what the docs say and the linter forbids', () => {
    const page = readFileSync('docs/architecture.md', 'utf8');
    expect(page, 'run `npm run docs` and commit docs/architecture.md').toBe(withTables(page));
    const config = readFileSync('biome.json', 'utf8');
    expect(JSON.parse(config), 'run `npm run docs` and commit biome.json').toEqual(JSON.parse(withBans(config)));
  });
});
