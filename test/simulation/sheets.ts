import type { Cell } from '../../src/base/cells.ts';
import { DAY, HOUR } from '../../src/base/dates.ts';
import type { Random } from './random.ts';

/** What is planted in a sheet of posts: nothing, or one effect of a stated size. */
export interface Effect {
  /** ER of one person's posts as a part of their neighbours'. */
  readonly decider?: number;
  /** What a deviation of the approval time, in logs, does to ln ER. */
  readonly lag?: number;
  /** Likes bought for one post, in medians. */
  readonly likes?: number;
}

/** Sheets on which the signals that compare posts must hold what they promise; each kind exaggerates one thing that is true of real sheets. */
export const sheetKinds = [
  'everyday',
  'ER that drifts',
  'seasons',
  'streaks',
  'formats',
  'paid posts',
  'viral and beloved posts',
  'few posts',
  'a small account',
  'two accounts',
] as const;
/** What differs between posts stands nowhere in the sheet: no comparison can know it. */
export const openSheetKinds = ['formats not written down', 'paid posts not written down', 'slow and quiet weekends'] as const;
export type SheetKind = (typeof sheetKinds)[number] | (typeof openSheetKinds)[number];

/** A format's strength in ln ER, and how many likes it has beside its other activity. */
interface Format {
  readonly name: string;
  readonly strength: number;
  readonly likeability: number;
}

/**
 * How the posts of one sheet come about; drawn for each sheet, most of it wider than one kind of account would have it. ER of brands fell threefold from
 * the benchmark reports of 2020 to those of 2024 (Rival IQ), the level of 548 Instagram accounts wandered by 0.2 to 0.3 in logs within a
 * year, posts of one account differ by 0.2 to 0.8, formats up to twofold.
 */
interface Laws {
  readonly posts: number;
  readonly gapDays: number;
  readonly audience: number;
  readonly growth: number;
  readonly rate: number;
  readonly noise: number;
  /** Of the noise that a post shares with the one before it; people decide, and approve slowly, in runs too. */
  readonly streak: number;
  readonly drift: number;
  readonly wander: number;
  readonly season: number;
  readonly weekend: number;
  readonly formats: readonly Format[];
  readonly writesFormats: boolean;
  readonly paidPart: number;
  readonly writesPaid: boolean;
  readonly viralPart: number;
  readonly belovedPart: number;
  readonly accounts: number;
  readonly keepsReach: boolean;
  /** The post from which the client's friend decides too, how often, and how much a matter of format or payment it is. */
  readonly joins: number;
  readonly friendPart: number;
  readonly taste: number;
}

function drawLaws(random: Random, kind: SheetKind): Laws {
  const law = (low: number, high: number) => Math.exp(random.between(Math.log(low), Math.log(high)));
  const posts = kind === 'few posts' ? random.whole(20, 32) : random.whole(60, 90);
  const isSmall = kind === 'a small account';
  const strongly = kind.startsWith('formats');
  const paid = kind.startsWith('paid');
  const format = (name: string) => ({
    name,
    strength: (strongly ? 0.5 : 0.2) * random.normal(),
    likeability: (strongly ? 0.4 : 0.1) * random.normal(),
  });
  return {
    posts,
    gapDays: law(0.4, 4),
    audience: isSmall ? law(150, 1500) : law(1500, 200_000),
    growth: random.between(-0.05, 0.6),
    rate: isSmall ? law(0.02, 0.08) : law(0.005, 0.1),
    noise: random.between(0.2, 0.6),
    streak: kind === 'streaks' ? random.between(0.4, 0.8) : random.between(0, 0.2),
    drift: random.between(-0.7, 0.2) * (kind === 'ER that drifts' ? 2 : 1),
    wander: kind === 'ER that drifts' ? random.between(0.05, 0.12) : random.between(0, 0.04),
    season: kind === 'seasons' ? random.between(0.4, 0.9) : random.between(0, 0.15),
    weekend: kind.includes('weekend') ? random.between(0.3, 0.7) : kind === 'seasons' ? random.between(0.1, 0.4) : 0,
    formats: ['фото', 'рилс', 'карусель', 'текст'].map(format),
    writesFormats: kind !== 'formats not written down',
    paidPart: paid ? random.between(0.1, 0.3) : 0,
    writesPaid: kind !== 'paid posts not written down',
    viralPart: kind === 'viral and beloved posts' ? 0.08 : 0.01,
    belovedPart: kind === 'viral and beloved posts' ? 0.1 : 0.04,
    accounts: kind === 'two accounts' ? 2 : 1,
    keepsReach: random.next() < 0.5,
    joins: random.next() < 0.5 ? Math.floor(posts * random.between(0.2, 0.5)) : 0,
    friendPart: random.between(0.3, 0.5),
    taste: strongly || paid ? random.between(0.5, 0.9) : 0,
  };
}

export const headers = [
  'Аккаунт',
  'Дата публикации',
  'Тип поста',
  'Реклама',
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

export interface Sheet {
  readonly rows: Cell[][];
  /** Place of the post whose likes were bought. */
  readonly boughtLikes: number | undefined;
}

export function simulateSheet(random: Random, kind: SheetKind, effect: Effect = {}): Sheet {
  const laws = drawLaws(random, kind);
  const boughtLikes = effect.likes === undefined ? undefined : random.whole(Math.floor(laws.posts / 4), laws.posts - 2);
  const accountStrength = Array.from({ length: laws.accounts }, () => 0.8 * random.normal());
  const seasonStart = 2 * Math.PI * random.next();
  const ownFormat = random.pick(laws.formats);
  /** Each value shares so much with the one before it, and has the same spread all along. */
  const inStreaks = () => {
    let last = random.normal();
    return () => {
      last = laws.streak * last + Math.sqrt(1 - laws.streak ** 2) * random.normal();
      return last;
    };
  };
  const [mood, patience] = [inStreaks(), inStreaks()];
  let level = 0;
  let byFriend = false;
  const rows = Array.from({ length: laws.posts }, (_, post): Cell[] => {
    const day = post * laws.gapDays;
    const published = Date.UTC(2025, 0, 6, 12) + Math.round(day * DAY);
    const isWeekend = [0, 6].includes(new Date(published).getUTCDay());
    const account = Math.floor(random.next() * laws.accounts);
    if (random.next() >= laws.streak) byFriend = post >= laws.joins && random.next() < laws.friendPart;
    const follows = random.next() < laws.taste;
    const format = byFriend && follows && kind.startsWith('formats') ? ownFormat : random.pick(laws.formats);
    const isPaid = random.next() < laws.paidPart * (byFriend && follows ? 2 : 1);
    const isViral = random.next() < laws.viralPart;
    const isBeloved = random.next() < laws.belovedPart;
    const wait = patience() + (isWeekend && kind.includes('weekend') ? 1 : 0);
    level += laws.wander * random.normal();
    const seasonal = laws.season * Math.sin(seasonStart + (2 * Math.PI * day) / 90) - (isWeekend ? laws.weekend : 0);
    const logRate =
      Math.log(laws.rate) +
      (laws.drift * post) / laws.posts +
      level +
      seasonal +
      (accountStrength[account] ?? 0) +
      format.strength +
      laws.noise * mood() +
      (isViral ? random.between(0.7, 2) : 0) +
      (byFriend && effect.decider ? Math.log(effect.decider) : 0) +
      (effect.lag ?? 0) * wait;
    const followers = Math.round(laws.audience * (account === 0 ? 1 : 0.4) * Math.exp((laws.growth * post) / laws.posts));
    const boost = isPaid ? random.between(2, 8) : 1;
    const love = isBeloved ? random.between(1.5, 2.5) : 1;
    const acts = followers * Math.exp(logRate);
    const usualLikes = followers * laws.rate * Math.exp(accountStrength[account] ?? 0) * 0.85;
    const likes = random.poisson(acts * 0.85 * love * boost * Math.exp(format.likeability + 0.15 * random.normal()));
    const reach = followers * random.between(0.3, 0.5) * Math.exp(0.5 * (logRate - Math.log(laws.rate))) * Math.sqrt(love) * boost * 1.3;
    const approved = published - HOUR * random.between(1, 6);
    return [
      `акк ${account + 1}`,
      iso(published),
      laws.writesFormats ? format.name : '',
      laws.writesPaid && isPaid ? 'да' : '',
      byFriend ? 'Лена' : 'СММ',
      iso(approved - HOUR * Math.exp(2 + 0.8 * wait)),
      iso(approved),
      followers,
      post === boughtLikes ? Math.round(likes + (effect.likes ?? 0) * usualLikes) : likes,
      random.poisson(acts * 0.05 * boost ** 0.5),
      random.poisson(acts * 0.1 * boost ** 0.5),
      laws.keepsReach ? Math.round(reach) : '',
    ];
  });
  return { rows, boughtLikes };
}
