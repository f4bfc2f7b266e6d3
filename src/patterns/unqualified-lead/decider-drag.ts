import { addTo } from '../../base/groups.ts';
import { type Places, placesInOrder } from '../../base/order.ts';
import { type Ranking, ranksInOrder, type Stratum, stratifiedRankSum } from '../../base/ranks.ts';
import { medianOf, normalBelow, numbersAt } from '../../base/statistics.ts';
import { middleOf } from '../../base/windows.ts';
import { decider, followers } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { optional } from '../engine/row-reader.ts';
import { type CodedEvidence, told } from '../engine/told.ts';
import { found, notJudged } from '../engine/verdicts.ts';
import { comparedColumns, withoutSaves } from '../shared/neighbours.ts';
import { personKey } from '../shared/people.ts';
import { streakInflation } from '../shared/streaks.ts';

/** Posts decided by one person beside their neighbours': how many of each, the ratio of their ER, and p after Holm. */
type Drag = { decider: number; posts: number; others: number; ratio: number; p: number; withoutSaves?: boolean };

type TooFew = { 'too-few-posts': { posts: number; needed: number } };
/** Somebody whose posts do better. */
type Insights = { help: Drag };

interface Comparison {
  readonly decider: number;
  readonly posts: number;
  readonly others: number;
  readonly ratio: number;
  /** Two-sided p, for either direction: smaller, larger. */
  readonly smaller: number;
  readonly larger: number;
  /** Present where the sheet has no saves. */
  readonly withoutSaves?: true;
}

/** Neighbours: posts of one account and type within a block of so many in a row. ER falls over the years; over a dozen posts it hardly does. */
const BLOCK = 12;

/** Posts decided by one person against all others, compared only among neighbours. A comparison, never a cause. */
export const deciderDrag = defineSignal({
  id: 'decider-drag',
  columns: {
    ...comparedColumns,
    decider: optional(decider),
    followers,
  },
  needsOneOf: [
    ['decider', 'likes'],
    ['decider', 'comments'],
    ['decider', 'saves'],
    ['decider', 'engagements'],
  ],
  settings: {
    posts: setting(
      8,
      'rows',
      { en: 'Comparable posts needed on each side', ru: 'Сколько сравнимых постов нужно с каждой стороны' },
      { min: 5, max: 50, step: 1 },
      { en: 'simulation: fewer cannot show a ratio of 0.7', ru: 'моделирование: на меньшем числе постов отношение 0,7 не видно' },
    ),
    ratio: setting(
      0.8,
      'share',
      { en: 'Ratio of ER below which it is worth a remark', ru: 'Отношение ER, ниже которого стоит сказать' },
      { min: 0.3, max: 0.95, step: 0.05 },
      { en: 'product decision: a fifth less', ru: 'наше решение: на пятую часть меньше' },
    ),
    p: setting(
      0.05,
      'probability',
      { en: 'Chance of a coincidence that is accepted', ru: 'Допустимая вероятность совпадения' },
      { min: 0.001, max: 0.2, step: 0.001 },
      { en: 'convention', ru: 'общепринятый уровень' },
    ),
  },
  baseline: (_rows, { people }, table) => {
    const cells = table.columns.get('decider')?.texts ?? [];
    const deciders = cells.map(personKey);
    const names = new Map<string, string>();
    const audience = table.columns.get('followers')?.numbers;
    deciders.forEach((key, row) => {
      if (key !== '' && !Number.isNaN(audience?.[row] ?? Number.NaN)) names.set(key, cells[row] ?? '');
    });
    const isTeam = (name: string) => ['smm', 'marketer'].indexOf(people.roleOf(name)) >= 0;
    const strangers = [...names].filter(([, name]) => !isTeam(name)).map(([key]) => key);
    const { logRates, series, times, lacksSaves } = table.posts();
    const blocks = blocksOfPeople(series, logRates, deciders);
    const certainty = lacksSaves ? { withoutSaves: true as const } : {};
    return strangers.map((key, index) => ({
      decider: index + 1,
      ...compare(blocks.get(key) ?? [], (row) => deciders[row] === key, times),
      ...certainty,
    }));
  },
  tooFew: (comparisons, { posts }) => {
    const most = comparisons.reduce((best, comparison) => Math.max(best, Math.min(comparison.posts, comparison.others)), 0);
    return most >= posts ? undefined : notJudged('too-few-posts', { posts: most, needed: posts });
  },
  judge: () => undefined,
  remarks: (_rows, { ratio, p, posts }, _context, comparisons) =>
    holm(ready(comparisons, posts), ({ smaller }) => smaller, p)
      .filter((one) => one.ratio < ratio)
      .map(({ smaller, larger, ...evidence }) => found<Drag>('minor', { ...evidence, p: smaller })),
  insights: (_rows, { ratio, p, posts }, _context, comparisons): readonly CodedEvidence<Insights>[] =>
    holm(ready(comparisons, posts), ({ larger }) => larger, p)
      .filter((one) => one.ratio > 1 / ratio)
      .map(({ smaller, larger, ...evidence }) => ({ code: 'help' as const, evidence: { ...evidence, p: larger } })),
  texts: {
    en: {
      title: 'ER of posts by who decided',
      finding: ({ posts, ratio, others, withoutSaves: isPoorer }, words) =>
        `Decided outside the SMM team; ${words.number(posts, 0)} such posts reached ${words.number(ratio, 2)} of the ER of their neighbours (${words.number(others, 0)} posts). A comparison, not a cause.${isPoorer ? withoutSaves.en : ''}`,
      brief: ({ ratio }, words) => `${words.number(ratio, 2)} of the usual ER`,
      outside: {
        finding: ({ posts, ratio, others, withoutSaves: isPoorer }, words) =>
          `The ER of ${words.number(posts, 0)} ${words.plural(posts, 'post', 'posts')} decided outside the SMM team was ${words.percent(1 - ratio)} lower than that of the ${words.number(others, 0)} posts around them. A comparison, not a cause.${isPoorer ? withoutSaves.en : ''}`,
      },
      fix: 'Try the next month with the SMM specialist deciding, and compare.',
      notJudged: told<TooFew>({
        'too-few-posts': ({ posts, needed }, words) =>
          `too few comparable posts (${words.number(posts, 0)} beside their neighbours; ${words.number(needed, 0)} are needed on each side)`,
      }),
      insights: told<Insights>({
        help: ({ decider, posts, others, ratio, withoutSaves: isPoorer }, words) =>
          `Decider ${letter(decider)} helps: ${words.number(posts, 0)} posts reached ${words.times(ratio, 2)} the ER of their neighbours (${words.number(others, 0)} posts).${isPoorer ? withoutSaves.en : ''}`,
      }),
    },
    ru: {
      title: 'ER постов по тому, кто решил',
      finding: ({ posts, ratio, others, withoutSaves: isPoorer }, words) =>
        `Решение вне команды SMM: у ${words.number(posts, 0)} ${words.plural(posts, 'такого поста', 'таких постов')} ER — ${words.number(ratio, 2)} от уровня соседних (${words.number(others, 0)} ${words.plural(others, 'пост', 'поста', 'постов')}). Это сравнение, причину оно не доказывает.${isPoorer ? withoutSaves.ru : ''}`,
      brief: ({ ratio }, words) => `${words.number(ratio, 2)} обычного ER`,
      outside: {
        finding: ({ posts, ratio, others, withoutSaves: isPoorer }, words) =>
          `У ${words.number(posts, 0)} ${words.plural(posts, 'поста', 'постов')}, о которых решали вне команды SMM, ER на ${words.percent(1 - ratio)} ниже, чем у ${words.number(others, 0)} соседних. Это сравнение, причину оно не доказывает.${isPoorer ? withoutSaves.ru : ''}`,
      },
      fix: 'На следующий месяц отдать решения SMM-специалисту и сравнить.',
      notJudged: told<TooFew>({
        'too-few-posts': ({ posts, needed }, words) =>
          `слишком мало сравнимых постов (${words.number(posts, 0)} рядом с соседними, а нужно по ${words.number(needed, 0)} с каждой стороны)`,
      }),
      insights: told<Insights>({
        help: ({ decider, posts, others, ratio, withoutSaves: isPoorer }, words) =>
          `Решающий ${letter(decider)} помогает: у ${words.number(posts, 0)} ${words.plural(posts, 'поста', 'постов')} ER ${words.times(ratio, 2)} выше, чем у соседних (${words.number(others, 0)} ${words.plural(others, 'пост', 'поста', 'постов')}).${isPoorer ? withoutSaves.ru : ''}`,
      }),
    },
  },
});

/** People are letters in everything we write: A, B, C. */
const letter = (number: number) => String.fromCharCode(64 + Math.min(26, Math.max(1, number)));

/** Posts that follow each other, of one account and type, not all decided by the same person; ranked by their ER. */
interface Block {
  readonly rows: Int32Array;
  readonly rates: Float64Array;
  readonly ascending: Places;
  readonly ranking: Ranking;
}

/** The blocks in which each person decided. */
function blocksOfPeople(
  series: readonly Int32Array[],
  logRates: Float64Array,
  deciders: readonly string[],
): ReadonlyMap<string, readonly Block[]> {
  const blocks = new Map<string, Block[]>();
  for (const rows of series.flatMap(inBlocks)) {
    const present = new Set<string>();
    for (const row of rows) present.add(deciders[row] ?? '');
    if (present.size < 2) continue;
    const rates = numbersAt(logRates, rows);
    const ascending = placesInOrder(rates);
    const block = { rows, rates, ascending, ranking: ranksInOrder(rates, ascending) };
    for (const person of present) addTo(blocks, person, block);
  }
  return blocks;
}

const inBlocks = (rows: Int32Array): readonly Int32Array[] =>
  Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, index) => rows.subarray(index * BLOCK, (index + 1) * BLOCK));

/** One person's posts beside those of others in the same blocks. */
function compare(blocks: readonly Block[], isOwn: (row: number) => boolean, times: Float64Array) {
  const strata: Stratum[] = [];
  /** How far each own post is from the middle of the others' in its block. */
  const distances: number[] = [];
  const count = blocks.reduce((sum, { rows }) => sum + rows.length, 0);
  // Every post of these blocks: how far its rank, and whether it is this person's, are from the middle of the block.
  const paired = { times: new Float64Array(count), one: new Float64Array(count), other: new Float64Array(count) };
  let at = 0;
  for (const { rows, rates, ascending, ranking } of blocks) {
    const own: number[] = [];
    const others: number[] = [];
    for (const place of ascending) {
      if (isOwn(rows[place] ?? 0)) own.push(place);
      else others.push(rates[place] ?? 0);
    }
    const usual = middleOf(others, others.length);
    strata.push({ ranking, own });
    for (const place of own) distances.push((rates[place] ?? 0) - usual);
    for (let place = 0; place < rows.length; place++, at++) {
      const row = rows[place] ?? 0;
      paired.times[at] = times[row] ?? 0;
      paired.one[at] = (ranking.ranks[place] ?? 0) - (rows.length + 1) / 2;
      paired.other[at] = (isOwn(row) ? 1 : 0) - own.length / rows.length;
    }
  }
  const z = stratifiedRankSum(strata) / Math.sqrt(streakInflation(paired, BLOCK));
  return {
    posts: distances.length,
    others: count - distances.length,
    ratio: distances.length === 0 ? 1 : Math.exp(medianOf(distances)),
    // Twice the one-sided chance: whoever is praised or blamed by chance was asked about once.
    smaller: Math.min(1, 2 * normalBelow(z)),
    larger: Math.min(1, 2 * (1 - normalBelow(z))),
  };
}

/** Comparisons with enough posts on both sides: only they are tested. */
const ready = (comparisons: readonly Comparison[], posts: number) =>
  comparisons.filter((comparison) => comparison.posts >= posts && comparison.others >= posts);

/** Holm's step-down over the people: the smallest p must beat p/k, the next p/(k-1), and so on. */
function holm(comparisons: readonly Comparison[], pOf: (comparison: Comparison) => number, accepted: number): readonly Comparison[] {
  const sorted = [...comparisons].sort((one, other) => pOf(one) - pOf(other));
  const end = sorted.findIndex((comparison, index) => pOf(comparison) >= accepted / (sorted.length - index));
  return end < 0 ? sorted : sorted.slice(0, end);
}
