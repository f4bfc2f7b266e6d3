import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/i18n/words.ts';
import { deciderDrag } from '../../../src/patterns/unqualified-lead/decider-drag.ts';
import { runSignal, type Surroundings } from '../run-signal.ts';

const headers = ['Дата публикации', 'Кто решил', 'Подписчики', 'Лайки', 'Тип поста'];
/** Sixty posts in a row; every third is decided by Лена and gets `factor` of the usual likes. */
const posts = (factor: number, name = 'Лена') =>
  Array.from({ length: 60 }, (_, index): (string | number)[] => {
    const isLena = index % 3 === 0;
    const likes = (100 + ((index * 17) % 30)) * (isLena ? factor : 1);
    return [
      `2026-${`0${1 + Math.floor(index / 20)}`.slice(-2)}-${`0${1 + (index % 20)}`.slice(-2)}`,
      isLena ? name : 'СММ',
      2000,
      Math.round(likes),
      'фото',
    ];
  });
const judge = (rows: (string | number)[][], given: Surroundings = {}) => runSignal(deciderDrag, headers, rows, given);

describe('decider-drag', () => {
  it('finds that one person’s posts reach less than their neighbours', () => {
    const { findings } = judge(posts(0.5));
    expect(findings).toMatchObject([{ row: null, severity: 'minor', evidence: { decider: 1, posts: 20, others: 40 } }]);
    expect(findings[0]?.evidence.ratio).toBeLessThan(0.6);
  });
  it('shows the good twin as a help', () => {
    const result = judge(posts(1.8));
    expect([result.outcome, result.insights.map(({ code }) => code)]).toEqual(['clear', ['help']]);
  });
  it('says nothing of a small difference', () => {
    expect(judge(posts(0.95)).findings).toEqual([]);
  });
  it('leaves the team and marketers out', () => {
    expect(judge(posts(0.5, 'Маркетолог Ирина')).notJudged?.reason).toBe('too-few-posts');
    expect(judge(posts(0.5), { people: { Лена: 'smm' } }).notJudged?.reason).toBe('too-few-posts');
  });
  it('is not fooled by a late joiner while ER falls: only neighbours are compared', () => {
    const falling = Array.from({ length: 60 }, (_, index): (string | number)[] => {
      const [row] = [posts(1)[index] ?? []];
      return row.map((cell, at) =>
        at === 1 ? (index >= 40 && index % 2 === 0 ? 'Лена' : 'СММ') : at === 3 ? Math.round(Number(cell) * (1 - index / 90)) : cell,
      );
    });
    expect(judge(falling).findings).toEqual([]);
  });
  // Ten spells of six posts, good ones and bad ones; Лена decides four whole spells, three of them bad. Six bad posts in a spell are one coincidence, not six.
  it.each([
    ['whole spells', (index: number) => [0, 3, 4, 6].includes(Math.floor(index / 6)), 0],
    ['as often, but here and there', (index: number) => index % 6 < 2 || [0, 3, 4].includes(Math.floor(index / 6)), 0],
    ['the bad posts of every spell', (index: number) => index % 6 < 2, 1],
  ])('good and bad spells: decides %s', (_, isLena, expected) => {
    const isBadSpell = (index: number) => [0, 3, 4, 7, 9].includes(Math.floor(index / 6));
    const rows = posts(1).map((row, index) =>
      row.map((cell, at) => {
        const isBad = expected === 1 ? isLena(index) : isBadSpell(index);
        return at === 1 ? (isLena(index) ? 'Лена' : 'СММ') : at === 3 ? Math.round(Number(cell) * (isBad ? 0.6 : 1)) : cell;
      }),
    );
    const shuffled = rows.map((_row, index) => rows[(index * 23) % rows.length] ?? []);
    expect([rows, shuffled].map((own) => judge(own).findings.length)).toEqual([expected, expected]);
  });
  it('counts only posts that have neighbours of somebody else', () => {
    // The first two dozens were decided by Лена alone.
    const alone = posts(0.5).map((row, index) => row.map((cell, at) => (at === 1 && index < 24 ? 'Лена' : cell)));
    expect(judge(alone).findings).toMatchObject([{ evidence: { posts: 12, others: 24 } }]);
  });
  it('does not depend on the order of the rows', () => {
    const rows = posts(0.5);
    const shuffled = rows.map((_, index) => rows[(index * 23) % rows.length] ?? []);
    expect(judge(shuffled).findings).toEqual(judge(rows).findings);
  });
  it('asks more of the smallest p the more people are compared', () => {
    // Every sixth post is Вера’s, hardly weaker than usual.
    const two = posts(0.9).map((row, index) =>
      row.map((cell, at) => (index % 6 === 1 ? (at === 1 ? 'Вера' : at === 3 ? Math.round(Number(cell) * 0.98) : cell) : cell)),
    );
    const found = (p: number) => judge(two, { thresholds: { p, ratio: 0.95 } }).findings.map(({ evidence }) => Number(evidence.p));
    const [smallest = Number.NaN] = found(0.2);
    expect(found(1.5 * smallest)).toEqual([]);
    expect(found(2.5 * smallest)).toEqual([smallest]);
  });
  it('calls nobody a help whose posts do a little better', () => {
    const little = posts(1).map((row) => row.map((cell, at) => (at === 3 ? (row[1] === 'Лена' ? 110 : 100) : cell)));
    expect(judge(little).insights).toEqual([]);
    expect(judge(little, { thresholds: { ratio: 0.95 } }).insights).toHaveLength(1);
  });
  it('does not take posts whose saves nobody wrote down for weaker ones', () => {
    const withSaves = posts(1).map((row) => [...row, row[1] === 'Лена' ? '' : 60]);
    const result = runSignal(deciderDrag, [...headers, 'Сохранения'], withSaves);
    expect([result.findings, result.insights]).toEqual([[], []]);
  });
  it('says that ER without saves is less certain', () => {
    const [finding] = judge(posts(0.5)).findings;
    expect(finding?.evidence.withoutSaves).toBe(true);
    expect(deciderDrag.texts.ru.finding(finding?.evidence ?? {}, wordsOf('ru'))).toMatch(
      /^Решение вне команды SMM: у 20 таких постов ER — 0,49 от уровня соседних \(40 постов\)\. .* ER посчитан без сохранений: в таблице их нет, поэтому уверенности меньше\.$/,
    );
  });
  it('names nobody', () => {
    expect(JSON.stringify(judge(posts(0.5)))).not.toContain('Лена');
  });
});
