import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { whatIsMissing } from '../../src/local/push.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-push-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('before a push', () => {
  const clasp = (scriptId: string) => {
    const path = join(folder, '.clasp.json');
    writeFileSync(path, JSON.stringify({ scriptId, rootDir: 'dist' }));
    return path;
  };
  const id = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_abcdEFGH';

  it('the file as it stands in the repository names no script', () => {
    expect(whatIsMissing('.clasp.json', folder)?.en).toContain('No script is named');
  });

  it('a login is asked for, and nothing where both are there', () => {
    expect(whatIsMissing(clasp(id), folder)?.en).toContain('npx clasp login');
    writeFileSync(join(folder, '.clasprc.json'), '{}');
    expect(whatIsMissing(clasp(id), folder)).toBeUndefined();
    expect(whatIsMissing(clasp(''), folder)?.ru).toContain('Скрипт не указан');
  });
});
