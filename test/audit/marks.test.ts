import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/audit/client-facts/decider-names.ts';
import { createJudge } from '../../src/audit/engine/judge.ts';
import { prepareAudit } from '../../src/audit/engine/prepare.ts';
import { findingMark } from '../../src/audit/marks.ts';
import { inputOf, now, resultOf, zone } from './audit-table.ts';

const grid = [
  ['Тема', 'Кругов правок', 'Кто решил'],
  ['a', 4, 'Лена (знакомая)'],
  ['b', 6, 'Кирилл'],
  ['c', 1, 'Маркетолог Ирина'],
];
const prepared = prepareAudit([inputOf('Sheet', grid)], {}, { zone, now });

describe('judging again and again', () => {
  it('gives what a fresh judgement gives, whatever moved before', () => {
    const judge = createJudge(prepared);
    const marks = { [findingMark(prepared, 'Sheet', 'revision-rounds', 3)?.key ?? '']: 'agreed' };
    for (const settings of [
      {},
      { thresholds: { 'revision-rounds': { minorRounds: 6 } } },
      { thresholds: { 'revision-rounds': { minorRounds: 6 } }, marks },
      { people: { Кирилл: 'friend' as const } },
      { marks },
      { client: { workingHours: 'Mon-Sun 09:00-21:00' } },
      {},
    ])
      expect(judge(settings)).toEqual(createJudge(prepared)(settings));
  });
});

describe('a mark', () => {
  it('takes the finding out and gives it back', () => {
    const judge = createJudge(prepared);
    const rows = (marks: Readonly<Record<string, string>>) => resultOf(judge({ marks }), 'revision-rounds').findings.map(({ row }) => row);
    const mark = findingMark(prepared, 'Sheet', 'revision-rounds', 3);
    expect([rows({}), rows({ [mark?.key ?? '']: 'other' }), rows({})]).toEqual([[2, 3], [2], [2, 3]]);
  });

  it('says when it rests on the judged cells alone', () => {
    expect(findingMark(prepared, 'Sheet', 'revision-rounds', 3)?.isLasting).toBe(false);
    const linked = prepareAudit(
      [
        inputOf(
          'Sheet',
          grid.map((row, index) => [...row, index === 0 ? 'Ссылка' : `https://example.com/${index}`]),
        ),
      ],
      {},
      { zone, now },
    );
    expect(findingMark(linked, 'Sheet', 'revision-rounds', 3)?.isLasting).toBe(true);
  });

  it('needs a finding that is there', () => {
    expect([
      findingMark(prepared, 'Other', 'revision-rounds', 3),
      findingMark(prepared, 'Sheet', 'nothing', 3),
      findingMark(prepared, 'Sheet', 'revision-rounds', 99),
    ]).toEqual([undefined, undefined, undefined]);
  });
});

describe('names', () => {
  it('are those of deciders, once each, with what the words beside them state', () => {
    expect(namesOf(prepared)).toEqual([
      { name: 'Кирилл', role: 'unknown' },
      { name: 'Лена (знакомая)', role: 'friend' },
      { name: 'Маркетолог Ирина', role: 'marketer' },
    ]);
  });
});
