import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve('src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** What each folder may import besides itself: everything to its left, and i18n but for base. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  i18n: [],
  base: [],
  formulas: ['base', 'i18n'],
  patterns: ['base', 'formulas', 'i18n'],
  audit: ['base', 'formulas', 'patterns', 'i18n'],
  addon: ['base', 'formulas', 'patterns', 'audit', 'i18n'],
  sidebar: ['base', 'formulas', 'patterns', 'audit', 'i18n'],
  local: ['base', 'formulas', 'patterns', 'audit', 'addon', 'sidebar', 'i18n'],
};

/** Packages a folder may import; what is not listed imports none. */
const packages: Readonly<Record<string, readonly string[]>> = { base: ['simple-statistics'], sidebar: ['lit-html'] };

const pure = new Set(['base', 'formulas', 'patterns', 'audit', 'i18n']);

const importPattern = /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g;

const imports = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(importPattern)].map(([, isType, target = '']) => ({
    file,
    folder: file.split('/')[0] ?? '',
    isType: isType !== undefined,
    target,
  }));
});

describe('architecture', () => {
  it('has only the folders of the picture', () => {
    expect(new Set(files.map((file) => file.split('/')[0])), 'put the file into one of the folders of docs/architecture.md').toEqual(
      new Set(Object.keys(allowed)),
    );
  });

  it('imports only to the left', () => {
    const wrong = imports.filter(({ file, folder, isType, target }) => {
      if (!target.startsWith('.')) return false;
      const reached = relative(source, resolve(source, dirname(file), target));
      const other = reached.split('/')[0] ?? '';
      const sharesTypes = folder === 'sidebar' && reached === 'addon/api.ts' && isType;
      return other !== folder && !sharesTypes && !allowed[folder]?.includes(other);
    });
    const instruction = 'import only what docs/architecture.md allows: move what both need to a folder that both may import';
    expect(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      instruction,
    ).toEqual([]);
  });

  it('ships no package but the two it names', () => {
    const wrong = imports.filter(
      ({ folder, target }) => folder !== 'local' && !target.startsWith('.') && !packages[folder]?.some((name) => target.startsWith(name)),
    );
    const instruction = 'do without the package, or name it in `packages` above and say in docs/architecture.md why it is shipped';
    expect(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      instruction,
    ).toEqual([]);
  });

  it('keeps Google, the page, Node and the clock out of the pure folders', () => {
    const foreign =
      /\b(SpreadsheetApp|HtmlService|PropertiesService|CacheService|LockService|Utilities|Session|document|window|process|globalThis|Date|console)\.(?!UTC|parse)|new Date\(\)/;
    const wrong = files
      .filter((file) => pure.has(file.split('/')[0] ?? ''))
      .flatMap((file) => {
        const code = readFileSync(join(source, file), 'utf8').replace(
          /\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/gm,
          '',
        );
        return foreign.test(code) ? [`${file}: ${foreign.exec(code)?.[0]}`] : [];
      });
    expect(wrong, 'take the clock, the zone or the service as an argument').toEqual([]);
  });

  it('names Google services in the add-on only', () => {
    const services = /\b(SpreadsheetApp|HtmlService|PropertiesService|CacheService|LockService)\./;
    const wrong = files
      .filter((file) => !file.startsWith('addon/') && !file.startsWith('local/'))
      .filter((file) => services.test(readFileSync(join(source, file), 'utf8')));
    expect(wrong, 'move what calls Google to src/addon').toEqual([]);
  });

  it('asks for no more than two scopes and logs nothing', () => {
    const manifest = JSON.parse(readFileSync('appsscript.json', 'utf8')) as { oauthScopes: string[]; exceptionLogging: string };
    expect(manifest.oauthScopes.map((scope) => scope.split('/').pop())).toEqual(['spreadsheets.currentonly', 'script.container.ui']);
    expect(manifest.exceptionLogging).toBe('NONE');
  });
});
