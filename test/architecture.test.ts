import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from '../src/local/docs/rooms.ts';

const source = resolve('src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const roomByName = new Map(rooms.map((room) => [room.name, room]));

const importPattern = /(?:import|export)\s+(?:type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/g;

const imports = files.flatMap((file) => {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(importPattern)].map(([, target = '']) => ({ file, folder: file.split('/')[0] ?? '', target }));
});

describe('architecture', () => {
  it('has only the folders of the picture', () => {
    expect(new Set(files.map((file) => file.split('/')[0])), 'put the file into one of the folders of docs/architecture.md').toEqual(
      new Set(roomByName.keys()),
    );
  });

  it('has an order in which nothing imports what stands below it', () => {
    const upward = rooms.flatMap(({ name, imports }, index) =>
      imports.filter((other) => rooms.findIndex((room) => room.name === other) >= index).map((other) => `${name} → ${other}`),
    );
    expect(upward, 'list rooms from the ground up').toEqual([]);
  });

  it('imports only to the left', () => {
    const wrong = imports.filter(({ file, folder, target }) => {
      // The manifest is no room: the version stands in it.
      if (!target.startsWith('.') || (folder === 'local' && target.endsWith('/package.json'))) return false;
      const other = relative(source, resolve(source, dirname(file), target)).split('/')[0] ?? '';
      return other !== folder && !roomByName.get(folder)?.imports.includes(other);
    });
    const instruction = 'import only what docs/architecture.md allows: move what both need to a folder that both may import';
    expect(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      instruction,
    ).toEqual([]);
  });

  it('ships no package but the two it names', () => {
    const wrong = imports.filter(
      ({ folder, target }) =>
        folder !== 'local' && !target.startsWith('.') && !roomByName.get(folder)?.packages?.some((name) => target.startsWith(name)),
    );
    const instruction = 'do without the package, or name it in src/local/docs/rooms.ts and say in docs/architecture.md why it is shipped';
    expect(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      instruction,
    ).toEqual([]);
  });

  it('keeps Google, the page, Node and the clock out of the pure folders', () => {
    const foreign =
      /\b(SpreadsheetApp|HtmlService|PropertiesService|CacheService|LockService|Utilities|Session|document|window|process|globalThis|Date|console)\.(?!UTC|parse)|new Date\(\)/;
    const wrong = files
      .filter((file) => roomByName.get(file.split('/')[0] ?? '')?.isPure)
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
