import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfSignal, kindsOf, notChecked, tableKinds } from '../../../src/audit/answer/table-kinds.ts';
import { audit } from '../../../src/audit/engine/judge.ts';
import type { Report } from '../../../src/audit/report.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { fields } from '../../../src/table/fields.ts';
import { notCheckedWords } from '../../../src/wording/render.ts';
import { type Grid, inputOf, now, zone } from '../audit-table.ts';

// All tables are made by hand.
const placements: Grid = [
  ['Placement', 'Price', 'Reach', 'Geo share', 'Age share'],
  ['blogger A', 1000, 20000, 0.8, 0.7],
  ['blogger B', 900, 15000, 0.7, 0.8],
  ['blogger C', 1100, 21000, 0.9, 0.7],
];
const rounds: Grid = [
  ['Title', 'Revision rounds'],
  ['a', 1],
  ['b', 0],
];
const leads: Grid = [
  ['Lead time', 'First response'],
  ['2026-06-01 10:00', '2026-06-01 10:30'],
  ['2026-06-02 11:00', '2026-06-02 11:20'],
];

function auditBook(book: Readonly<Record<string, Grid>>): Report {
  const inputs = Object.entries(book).map(([sheet, grid]) => inputOf(sheet, grid));
  return audit(inputs, {}, { zone, now });
}
const said = (book: Readonly<Record<string, Grid>>) => notChecked(auditBook(book).sheets);
const absentKinds = (book: Readonly<Record<string, Grid>>) => said(book).flatMap((line) => ('kind' in line ? [line.kind] : []));

describe('kindsOf', () => {
  it.each([
    [['publishedAt', 'title', 'likes', 'reach'], ['posts']],
    [['publishedAt', 'likes', 'comments'], ['posts']],
    [['day', 'followers', 'likes'], ['series']],
    [['day', 'likes', 'comments', 'views'], ['series']],
    [['day', 'reach', null], ['series']],
    [['reach', null], []],
    [['day', 'title', 'reach'], ['posts']],
    [
      ['title', 'sentAt', 'followers'],
      ['posts', 'series'],
    ],
    // The followers of a placement are the blogger's, its title is what was placed.
    [['placement', 'title', 'followers', 'price'], ['placements']],
    [['leadAt', 'answeredAt', 'responsible'], ['leads']],
    // What a lead is about is no post; a post may count its leads.
    [['leadAt', 'title', 'responsible'], ['leads']],
    [
      ['title', 'format', 'leads'],
      ['posts', 'leads'],
    ],
    [['account', 'link'], ['posts']],
    [['goal', 'scope'], ['goals']],
  ])('%j: %j', (columns, kinds) => {
    expect(kindsOf(columns)).toEqual(kinds);
  });

  it('does not depend on the order of columns', () => {
    const ids = fields.map(({ id }) => id);
    const someFields = fc
      .uniqueArray(fc.constantFrom(...ids), { maxLength: 12 })
      .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
    fc.assert(
      fc.property(someFields, ([one, other]) => {
        expect(kindsOf(one)).toEqual(kindsOf(other));
      }),
    );
  });
});

describe('kindOfSignal', () => {
  it.each([
    ['approval-lag', 'posts'],
    ['decider-drag', 'posts'],
    ['bought-likes', 'posts'],
    ['inert-followers', 'series'],
    ['overpriced-reach', 'placements'],
    ['budget-swallowed', 'placements'],
    ['no-lead-owner', 'leads'],
    ['vanity-goal', 'goals'],
  ])('%s is judged in a table of %s', (signal, kind) => {
    expect(kindOfSignal(signal)).toBe(kind);
  });

  it('is known for every signal', () => {
    for (const { id } of patterns.flatMap(({ signals }) => signals)) expect(tableKinds, id).toContain(kindOfSignal(id));
  });
});

describe('notChecked', () => {
  it('names the kinds of table that are nowhere, each once, with what waits for them', () => {
    expect(absentKinds({ Ads: placements })).toEqual(['posts', 'series', 'leads', 'goals']);
    expect(said({ Ads: placements }).find((line) => 'kind' in line && line.kind === 'leads')).toEqual({
      kind: 'leads',
      signals: expect.arrayContaining(['leads-unanswered', 'slow-response', 'no-lead-owner']),
    });
  });

  it('never tells a tab that it lacks columns of another kind of table', () => {
    const signals = said({ Ads: placements, Posts: rounds }).flatMap((line) => ('kind' in line ? [] : [[line.sheet, line.result.signal]]));
    for (const [sheet, signal = ''] of signals) expect(kindOfSignal(signal)).toBe(sheet === 'Ads' ? 'placements' : 'posts');
    expect(signals).toContainEqual(['Posts', 'approval-lag']);
  });

  it('says nothing is missing that another tab has', () => {
    const book = { Posts: rounds, Leads: leads, Old: [['Lead time'], ['2026-06-01 10:00']] };
    expect(said(book).some((line) => !('kind' in line) && line.result.signal === 'slow-response')).toBe(false);
    expect(absentKinds(book)).not.toContain('leads');
  });

  it('counts a table without rows as none', () => {
    expect(absentKinds({ Posts: rounds, Leads: leads.slice(0, 1) })).toContain('leads');
  });

  it('says each signal that no tab could check exactly once, unless tabs had its columns', () => {
    const { sheets } = auditBook({ Ads: placements, Posts: rounds, Leads: leads });
    const lines = notChecked(sheets);
    for (const { id } of patterns.flatMap(({ signals }) => signals)) {
      const results = sheets.flatMap(({ results }) => results.filter(({ signal }) => signal === id));
      const isChecked = results.some(({ outcome }) => outcome === 'found' || outcome === 'clear');
      const count = lines.filter((line) => ('kind' in line ? line.signals.includes(id) : line.result.signal === id)).length;
      if (isChecked) continue;
      expect(count, id).toBe(1);
    }
  });

  it('is a sentence in both languages', () => {
    const line = said({ Ads: placements }).find((one) => 'kind' in one && one.kind === 'goals');
    if (!line) throw new Error('no line about goals');
    expect(notCheckedWords(line, 'en').what).toBe('There is no filled table of goals');
    expect(notCheckedWords(line, 'ru').what).toBe('Нет заполненной таблицы целей');
    expect(notCheckedWords(line, 'en').why).toBe('Sales expected of content alone; Likes or followers as the goal');
  });
});

it.each([0, 1])('of two tabs of a kind the one that lacks least is named, wherever it stands (%d)', (first) => {
  const tabs = [['Far', ['decider', 'followers']] as const, ['Near', ['decider']] as const];
  const lacking = [tabs[first], tabs[1 - first]].flatMap((tab) =>
    tab
      ? [
          {
            sheet: tab[0],
            kinds: ['posts'] as const,
            results: [{ signal: 'decider-drag', outcome: 'not-checked', missing: [tab[1]] } as const],
          },
        ]
      : [],
  );
  expect(notChecked(lacking).flatMap((line) => ('sheet' in line ? line.sheet : []))).toEqual(['Near']);
});
