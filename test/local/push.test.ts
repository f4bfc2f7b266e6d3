import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { whatIsMissing } from '../../src/local/push.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-push-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('before a push', () => {
  const clasp = (settings: { readonly scriptId?: string }) => {
    const path = join(folder, '.clasp.json');
    writeFileSync(path, JSON.stringify({ ...settings, rootDir: 'dist' }));
    return path;
  };
  const id = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_abcdEFGH';

  // Runs before a push too, when the file names the script of whoever pushes.
  it('the file in the repository says what is pushed', () => {
    expect(JSON.parse(readFileSync('.clasp.json', 'utf8'))).toMatchObject({ rootDir: 'dist' });
  });

  it('a login is asked for, then a script, and nothing where both are there', () => {
    expect(whatIsMissing(clasp({}), folder)?.en).toContain('npx clasp login');
    writeFileSync(join(folder, '.clasprc.json'), '{}');
    expect(whatIsMissing(clasp({}), folder)?.en).toContain('No script is named');
    expect(whatIsMissing(clasp({ scriptId: '' }), folder)?.ru).toContain('Скрипт не указан');
    expect(whatIsMissing(clasp({ scriptId: id }), folder)).toBeUndefined();
  });

  it.each(['README.md', 'README.ru.md'])('the command it names is the one of %s', (page) => {
    writeFileSync(join(folder, '.clasprc.json'), '{}');
    const [command] = /npx clasp create-script [^`]+/.exec(whatIsMissing(clasp({}), folder)?.en ?? '') ?? [];
    expect(command).toBeDefined();
    expect(readFileSync(page, 'utf8')).toContain(command);
  });
});
