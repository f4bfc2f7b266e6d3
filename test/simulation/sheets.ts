import type { Cell } from '../../src/base/cells.ts';
import type { Signal } from '../../src/patterns/engine/signal.ts';
import { approvalLag } from '../../src/patterns/over-editing/approval-lag.ts';
import { deciderDrag } from '../../src/patterns/unqualified-lead/decider-drag.ts';
import { boughtLikes } from '../../src/patterns/vanity-metrics/bought-likes.ts';
import { runSignal } from '../patterns/run-signal.ts';
import { createRandom, type Random } from './random.ts';

/** What is planted in a sheet of posts: nothing, or one effect of a stated size. */
export interface Effect {
  /** ER of one person's posts as a part of their neighbours'. */
  readonly decider?: number;
  /** Rank effect of the approval time on ln ER, per standard deviation. */
  readonly lag?: number;
  /** Likes bought for one post, in medians. */
  readonly likes?: number;
}

const headers = [
  'Дата публикации',
  'Тип поста',
  'Кто решил',
  'Отправлено на согласование',
  'Согласовано',
  'Подписчики',
  'Лайки',
  'Комментарии',
  'Сохранения',
  'Охват',
];
const iso = (wall: number) => new Date(wall).toISOString().slice(0, 16);

/** Sixty to ninety posts with drifting ER, three formats of different strength, a late joiner, and beloved photos. */
export function simulateSheet(random: Random, effect: Effect = {}): Cell[][] {
  const count = random.whole(60, 90);
  const drift = random.between(-0.012, 0.004);
  const joins = random.next() < 0.5 ? Math.floor(count * random.between(0.3, 0.6)) : 0;
  const strength = { фото: 0, рилс: random.between(0.2, 0.7), текст: -random.between(0.2, 0.6) };
  const plantedLikes = effect.likes === undefined ? -1 : random.whole(10, count - 5);
  let wander = 0;
  return Array.from({ length: count }, (_, index): Cell[] => {
    const format = random.pick(['фото', 'фото', 'рилс', 'текст'] as const);
    const byFriend = index >= joins && random.next() < 0.4;
    const delay = random.normal();
    wander += 0.05 * random.normal();
    const isBeloved = random.next() < 0.04;
    const followers = 3000 + 5 * index;
    const logRate =
      Math.log(0.05) +
      drift * index +
      wander +
      strength[format] +
      0.3 * random.normal() +
      (byFriend && effect.decider ? Math.log(effect.decider) : 0) +
      (effect.lag ?? 0) * delay;
    const acts = followers * Math.exp(logRate);
    const likes = random.poisson(acts * 0.85 * (isBeloved ? random.between(1.5, 2.5) : 1));
    const published = Date.UTC(2026, 0, 1, 12) + index * 2 * 86_400_000;
    const approved = published - 3_600_000 * random.between(1, 6);
    const reach = Math.round(
      followers * random.between(0.3, 0.5) * Math.exp(0.5 * (logRate - Math.log(0.05))) * (isBeloved ? random.between(1.2, 2) : 1),
    );
    return [
      iso(published),
      format,
      byFriend ? 'Лена' : 'СММ',
      iso(approved - 3_600_000 * Math.exp(2 + 0.8 * delay)),
      iso(approved),
      followers,
      index === plantedLikes ? Math.round(likes + (effect.likes ?? 0) * followers * 0.05 * 0.85) : likes,
      random.poisson(acts * 0.05),
      random.poisson(acts * 0.1),
      reach,
    ];
  });
}

export interface SignalRate {
  readonly signal: string;
  readonly effect: string;
  readonly sheets: number;
  /** Part of the sheets with a finding; for the insight, with a stated relation. */
  readonly found: number;
}

const late = Date.UTC(2027, 0, 1);
const hasFinding = (signal: Signal) => (rows: Cell[][]) => runSignal(signal, headers, rows, { now: late }).outcome === 'found';
const hasRelation = (rows: Cell[][]) =>
  runSignal(approvalLag, headers, rows, { now: late }).insights.some(({ code }) => code.startsWith('longer'));

/** How often each statistical signal speaks, without any effect and with stated ones. */
export function signalRates(seed: number, sheets: number): readonly SignalRate[] {
  const rate = (signal: string, effect: string, planted: Effect, speaks: (rows: Cell[][]) => boolean): SignalRate => {
    const random = createRandom(seed);
    let found = 0;
    for (let sheet = 0; sheet < sheets; sheet++) if (speaks(simulateSheet(random, planted))) found++;
    return { signal, effect, sheets, found: found / sheets };
  };
  return [
    rate('ER by who decided', 'none', {}, hasFinding(deciderDrag)),
    rate('ER by who decided', 'ER × 0.7', { decider: 0.7 }, hasFinding(deciderDrag)),
    rate('ER by who decided', 'ER × 0.5', { decider: 0.5 }, hasFinding(deciderDrag)),
    rate('Approval time beside ER', 'none', {}, hasRelation),
    rate('Approval time beside ER', '−0.2 in ln ER per deviation', { lag: -0.2 }, hasRelation),
    rate('Likes without other activity', 'none', {}, hasFinding(boughtLikes)),
    rate('Likes without other activity', '6 medians bought', { likes: 6 }, hasFinding(boughtLikes)),
    rate('Likes without other activity', '12 medians bought', { likes: 12 }, hasFinding(boughtLikes)),
  ];
}
