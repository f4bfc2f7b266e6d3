import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../../src/addon/entry/formulas.ts';
import { defineFormula, type Formula } from '../../../src/formulas/engine/define.ts';
import { count, counts } from '../../../src/formulas/engine/params.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { pages, withBans, withTables } from '../../../src/local/docs/tables.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { exportLanguages } from '../../../src/table/languages/index.ts';
import { call } from '../../formulas/call.ts';

describe('the pages', () => {
  it.each(pages)('%s has the tables that the descriptors give', (path) => {
    const page = readFileSync(path, 'utf8');
    expect(page, `run \`npm run docs\` and commit ${path}`).toBe(withTables(page));
  });
});

const readmes = { en: readFileSync('README.md', 'utf8'), ru: readFileSync('README.ru.md', 'utf8') };

describe.each(Object.entries(readmes))('the README (%s)', (language, readme) => {
  it('names every formula and every signal', () => {
    for (const { name } of formulas) expect(readme).toContain(`=${name}(`);
    for (const { texts } of patterns.flatMap(({ signals }) => signals)) expect(readme).toContain(texts[language as Language].title);
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    const named = [...readme.matchAll(/npm run (\w+)/g)].map(([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['audit', 'bench', 'check', 'push', 'anonymise']));
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('the two READMEs', () => {
  /** What the text shows, whatever the words around it. */
  const shown = (readme: string) => ({
    commands: [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines]) => lines),
    pictures: [...readme.matchAll(/docs\/[\w-]+\.png/g)].map(([path]) => path).sort(),
    // Russian tables have Russian names between semicolons: the function and how many arguments it takes are the same.
    formulas: [...readme.matchAll(/^\| `=(\w+)\(([^`]*)\)`/gm)].map(([, name, list = '']) => [name, list.split(/[,;] /).length]),
  });

  it('show the same commands, pictures and formulas', () => {
    expect(shown(readmes.ru)).toEqual(shown(readmes.en));
    expect(shown(readmes.en).commands.length).toBeGreaterThan(2);
  });

  it('the Russian one says of Meta what Russian law asks for', () => {
    expect(readmes.ru).toMatch(/Meta, которая признана в России экстремистской организацией и запрещена/);
  });
});

/** Those whose exports are read besides English and Russian, and with these two. */
const [others, together] = [exportLanguages.length, exportLanguages.length + 2];

it.each([
  ['README.md', 'exports in eleven languages more', 11, others],
  ['README.ru.md', 'выгрузки ещё на одиннадцати языках', 11, others],
  ['docs/decisions/columns.md', 'exports in thirteen languages', 13, together],
  ['docs/marketplace/listing.md', 'LinkedIn in thirteen languages', 13, together],
  ['docs/marketplace/listing.md', 'LinkedIn на тринадцати языках', 13, together],
])('%s says how many languages are read: %s', (path, said, number, read) => {
  expect(readFileSync(path, 'utf8').replace(/\s+/g, ' ')).toContain(said);
  expect(number, 'a language came or went: say so there').toBe(read);
});

describe('every page', () => {
  const all = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');

  it.each(all)('%s leads to files that are there', (path) => {
    const page = readFileSync(path, 'utf8').replace(/```[\s\S]*?```/g, '');
    const targets = [...page.matchAll(/(?:\]\(|src=")((?!https?:|#)[^)"#\s]+)/g)].map(([, target = '']) => join(dirname(path), target));
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });

  it.each(all)('%s names files and folders of ours that are there', (path) => {
    const page = readFileSync(path, 'utf8').replace(/```[\s\S]*?```/g, '');
    const named = [...page.matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g)].map(([, target = '']) => target);
    expect(named.filter((target) => !existsSync(target))).toEqual([]);
  });
});

describe('what CONTRIBUTING shows', () => {
  it('is a formula that works', async () => {
    const [, sample = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
    const { code } = await transform(sample.replace(/^ *import .*$/gm, '').replace('export const COSTPERLEAD =', 'return'), {
      loader: 'ts',
    });
    const formula = new Function('defineFormula', 'count', 'counts', code)(defineFormula, count, counts) as Formula;
    for (const { arguments: given, result } of formula.examples) expect(call(formula, ...given)).toEqual(result);
    expect(formula.examples).toHaveLength(1);
  });
});

describe('the law of the rooms', () => {
  it('is what the docs say and the linter forbids', () => {
    const config = readFileSync('biome.json', 'utf8');
    expect(JSON.parse(config), 'run `npm run docs` and commit biome.json').toEqual(JSON.parse(withBans(config)));
  });
});
