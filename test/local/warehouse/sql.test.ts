import { parse } from 'sql-parser-cst';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../../src/formulas/index.ts';
import { functionFiles } from '../../../src/local/warehouse/sql.ts';
import { viewFiles } from '../../../src/local/warehouse/views.ts';

const statements = (sql: string) =>
  parse(sql, { dialect: 'bigquery', includeComments: true })
    .statements.map(({ type }) => type)
    .filter((type) => type !== 'empty');

describe('SQL of the warehouse', () => {
  it.each(functionFiles().map(({ name, sql }) => [name, sql] as const))('%s makes one function, described in both languages', (_, sql) => {
    expect(statements(sql)).toEqual(['create_function_stmt']);
    expect(sql).toMatch(/description = "[^"]*[a-z][^"]*[а-я]/);
    // An inline body may have 32 KB, and INT64 is no type of JavaScript there.
    expect(sql).not.toContain('INT64');
    expect(sql.length).toBeLessThan(32_000);
  });

  it.each(viewFiles().map(({ name, sql }) => [name, sql] as const))('%s makes the days and the risks', (_, sql) => {
    expect(statements(sql)).toEqual(['create_view_stmt', 'create_view_stmt']);
  });

  it('has every formula', () => {
    expect(functionFiles()).toHaveLength(formulas.length + 1);
    for (const { name } of formulas) expect(functionFiles().some(({ sql }) => sql.includes(`FUNCTION smm.${name}(`))).toBe(true);
  });

  it('would not pass what BigQuery does not know', () => {
    expect(() => statements('CREATE OR REPLACE FUNCTION smm.ER(followers FLOAT64) RETURNS')).toThrow();
  });
});
