import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { beliefs } from '../../../src/addon/live-check/beliefs.ts';
import { snapshot } from '../../../src/local/book/snapshot.ts';
import { Host } from '../../../src/local/host.ts';
import { fullBook } from '../full-book.ts';

const folder = mkdtempSync(join(tmpdir(), 'smm-live-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the live check', () => {
  it('holds under the local services, and leaves nothing but its tab', () => {
    execFileSync(process.execPath, ['build.mjs', '--live-check', '--out', folder]);
    const book = fullBook();
    const names = book.sheets.map(({ name }) => name);
    const before = JSON.stringify((snapshot(book) as { readonly sheets: unknown }).sheets);
    const host = new Host(book, { now: () => Date.UTC(2026, 5, 15, 9) }, folder);
    host.run('liveCheck');
    const lines = book.sheet('Live check')?.rows.map(({ values }) => values) ?? [];
    expect(lines[0]).toEqual(['what', 'we believe', 'what came', 'verdict']);
    expect(lines.slice(1).filter(([, , , verdict]) => verdict !== 'as believed')).toEqual([]);
    expect(lines.length).toBe(beliefs.length + 1);
    expect(book.sheets.map(({ name }) => name).sort()).toEqual([...names, 'Live check'].sort());
    book.sheets = book.sheets.filter(({ name }) => name !== 'Live check');
    expect(JSON.stringify((snapshot(book) as { readonly sheets: unknown }).sheets)).toBe(before);
    // Once more over its own tab.
    host.run('liveCheck');
    expect(book.sheets.filter(({ name }) => name === 'Live check')).toHaveLength(1);
  });

  it('tells what is otherwise', () => {
    const host = new Host(fullBook(), {}, folder);
    const original = Intl.DateTimeFormat.prototype.formatToParts;
    // A machine whose clocks are an hour off, as one with old rules would be.
    Intl.DateTimeFormat.prototype.formatToParts = function (date) {
      return original.call(this, (date instanceof Date ? date.getTime() : Number(date)) + 3_600_000);
    };
    try {
      host.run('liveCheck');
    } finally {
      Intl.DateTimeFormat.prototype.formatToParts = original;
    }
    const verdicts = host.runtime.book.sheet('Live check')?.rows.map(({ values }) => String(values[3])) ?? [];
    expect(verdicts.filter((verdict) => verdict.startsWith('OTHERWISE')).length).toBeGreaterThan(0);
  });

  it('is not in what is published', () => {
    expect(readFileSync('dist/Code.js', 'utf8')).not.toContain('liveCheck');
    expect(readFileSync(join(folder, 'Code.js'), 'utf8')).toContain('function liveCheck()');
  });
});
