import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../../src/audit/engine/prepare.ts';
import { markKey } from '../../../src/table/identity.ts';
import { reportJson } from '../../../src/wording/report-json.ts';
import { auditGrid, inputOf, now, resultOf, zone } from '../audit-table.ts';

const rounds = [
  ['Тема', 'Кругов правок', 'Ссылка'],
  ['a', 1, 'https://example.com/1'],
  ['b', 4, 'https://example.com/2'],
  ['Итого', 5, ''],
  ['', '', ''],
  ['c', 'много', 'https://example.com/3'],
  ['d', 7, 'https://example.com/4'],
];

describe('audit', () => {
  it('names rows as the user sees them and leaves out totals and blanks', () => {
    const report = auditGrid(rounds);
    expect(report.sheets[0]).toMatchObject({
      rowsAudited: 4,
      leftOut: [
        { reason: 'total', rows: [4] },
        { reason: 'blank', rows: [5] },
      ],
      area: { headerRow: 0, firstColumn: 0, lastColumn: 2, endRow: 7 },
    });
    expect(resultOf(report, 'revision-rounds')).toMatchObject({
      pattern: 4,
      outcome: 'found',
      checkedRows: 3,
      findings: [
        { row: 3, severity: 'minor' },
        { row: 7, severity: 'serious' },
      ],
      skipped: [{ reason: 'unreadable', field: 'revisionRounds', rows: [6] }],
    });
  });

  it('has one of four outcomes for every signal of every sheet', () => {
    const { sheets } = auditGrid(rounds);
    expect(sheets[0]?.results.length).toBeGreaterThan(12);
    for (const result of sheets[0]?.results ?? []) {
      expect(['found', 'clear', 'not-checked', 'failed']).toContain(result.outcome);
      if (result.outcome === 'not-checked')
        expect(result.missing.length + result.skipped.length + (result.notJudged ? 1 : 0)).toBeGreaterThan(0);
    }
  });

  it('is plain JSON', () => {
    const report = auditGrid(rounds);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('follows thresholds', () => {
    const report = auditGrid(rounds, { thresholds: { 'revision-rounds': { minorRounds: 5 } } });
    expect(resultOf(report, 'revision-rounds').findings.map(({ row }) => row)).toEqual([7]);
  });

  it('moves a finding marked innocent to the explained ones, also after a re-import with fresher numbers', () => {
    const prepared = prepareAudit([inputOf('Sheet', rounds)], {}, { zone, now });
    const table = prepared.sheets[0]?.read?.table;
    const key = table ? markKey('revision-rounds', table, 3, ['revisionRounds']) : '';
    const moved = [rounds[0] ?? [], ['new', 2, 'https://example.com/9'], ...rounds.slice(1, 6), ['d', 9, 'https://example.com/4']];
    const result = resultOf(auditGrid(moved, { marks: { [key]: 'agreed' } }), 'revision-rounds');
    expect([result.findings.map(({ row }) => row), result.explained]).toEqual([[4], [{ row: 8, why: 'agreed' }]]);
  });

  it('limits findings to the period', () => {
    const grid = [
      ['Дата публикации', 'Кругов правок'],
      ['10.04.2026', 4],
      ['10.05.2026', 4],
      ['10.06.2026', 4],
    ];
    const rows = (period: Parameters<typeof auditGrid>[1]) =>
      resultOf(auditGrid(grid, period), 'revision-rounds').findings.map(({ row }) => row);
    expect(rows({})).toEqual([2, 3, 4]);
    expect(rows({ period: { kind: 'last-month' } })).toEqual([3]);
    expect(rows({ period: { kind: 'last-days', days: 30 } })).toEqual([4]);
    expect(rows({ period: { kind: 'between', from: '2026-04-01', to: '2026-04-10' } })).toEqual([2]);
  });

  it('takes from a client tab what the settings leave empty, and says so', () => {
    const goals = [
      ['Показатель', 'План'],
      ['Заявки', 20],
    ];
    const client = [
      ['Параметр', 'Значение'],
      ['Состав работ', 'фото, тексты, постинг'],
      ['Рабочее время', 'Пн-Пт 9:00-18:00'],
    ];
    const report = audit([inputOf('Цели', goals), inputOf('Клиент', client)], {}, { zone, now });
    expect(resultOf(report, 'sales-goal-without-scope').outcome).toBe('found');
    expect(report.assumptions).toContainEqual({ code: 'client-tab', sheet: 'Клиент', facts: ['scope', 'workingHours'] });
    expect(report.assumptions.some(({ code }) => code === 'calendar')).toBe(false);
    const overruled = audit([inputOf('Цели', goals), inputOf('Клиент', client)], { client: { scope: ['targeting'] } }, { zone, now });
    expect(resultOf(overruled, 'sales-goal-without-scope').outcome).toBe('clear');
  });

  it('never calls not stated what the client tab states in a form that cannot be read', () => {
    const client = [
      ['Параметр', 'Значение'],
      ['Состав работ', 'всё как договорились'],
      ['Рабочее время', 'как получится'],
      ['Выходные', 'майские'],
      ['Рекламный бюджет', 'небольшой'],
    ];
    const { assumptions } = audit([inputOf('Посты', rounds), inputOf('Клиент', client)], {}, { zone, now });
    expect(assumptions.filter(({ code }) => code === 'unreadable-fact')).toEqual(
      ['scope', 'workingHours', 'daysOff', 'adBudget'].map((fact) => ({ code: 'unreadable-fact', sheet: 'Клиент', fact })),
    );
    expect(assumptions.some(({ code }) => code === 'calendar')).toBe(false);
    const stated = { client: { workingHours: 'Mon-Fri 9-18', scope: ['copy' as const], adBudget: 5 } };
    const overruled = audit([inputOf('Посты', rounds), inputOf('Клиент', client)], stated, { zone, now });
    expect(overruled.assumptions.flatMap((one) => (one.code === 'unreadable-fact' ? [one.fact] : []))).toEqual(['daysOff']);
  });

  it('says in both languages what came out', () => {
    const json = JSON.parse(JSON.stringify(reportJson(auditGrid(rounds), 'ru'))) as {
      sheets: { results: { signal: string; findings: unknown[]; missing: string[] }[] }[];
    };
    const results = json.sheets[0]?.results ?? [];
    expect(results.find(({ signal }) => signal === 'revision-rounds')?.findings[0]).toMatchObject({
      row: 3,
      message: '4 круга правок; начиная с 3 пост теряет темп.',
      texts: { en: { message: '4 rounds of edits; 3 or more slow a post down.' } },
    });
    expect(results.find(({ signal }) => signal === 'approval-lag')?.missing).toContain('Отправлено на согласование');
  });

  it.each([
    ['empty', []],
    ['no-header', [[1, 2]]],
    ['no-data', [['Тема', 'Лайки']]],
  ])('reports a sheet that cannot be audited: %s', (problem, grid) => {
    expect(auditGrid(grid).sheets[0]).toMatchObject({ problem, rowsAudited: 0, results: [] });
  });

  it('reads 200 columns and a cell of 50,000 characters', () => {
    const headers = ['Тема', 'Кругов правок', ...Array.from({ length: 198 }, (_, index) => `Колонка ${index}`)];
    const report = auditGrid([headers, ['x'.repeat(50_000), 4, ...Array.from({ length: 198 }, () => 1)]]);
    expect(resultOf(report, 'revision-rounds').findings).toHaveLength(1);
  });
});
