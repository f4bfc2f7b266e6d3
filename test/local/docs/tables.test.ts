import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../../src/addon/formulas.ts';
import { withTables } from '../../../src/local/docs/tables.ts';
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
    for (const [, path = ''] of readme.matchAll(/(?:\]\(|src=")((?!https?:)[^)"#]+)/g))
      expect(() => readFileSync(path), path).not.toThrow();
    for (const [, name = ''] of readme.matchAll(/npm run (\w+)/g)) expect(scripts[name], name).toBeDefined();
  });
});
