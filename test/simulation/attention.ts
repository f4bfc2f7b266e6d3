import type { Random } from './random.ts';
import type { SimulatedAccount, World } from './world.ts';

/**
 * The second world, different in kind and never used to set the estimator up: nobody plans a pace here. Posts are shown to followers, seen posts
 * are shared on in cascades with a heavy tail, strangers who saw one follow at some rate, a feed shows less of an account whose followers stop
 * acting, the owner takes weeks off, and each row is a post as it stood when the owner wrote it down.
 */
export const attentionWorld: World = {
  honestKinds: [
    'cascades',
    'small and lively',
    'feed favourite',
    'advertised, reach kept',
    'several a day',
    'by the week',
    'giveaway, noted',
  ],
  boughtKinds: [
    'burst of 3 to 12 %',
    'burst of 15 to 60 %',
    'in a viral week',
    'behind a campaign',
    'ramp of four days',
    'drip of 10 to 30 days',
    'again and again',
    'several a day, bought',
    'by the week, bought',
  ],
  openKinds: ['shout-out', 'advertised, reach not kept', 'bought, delivered fading'],
  simulate,
};

interface Day {
  /** Followers bought, live ones that an advert or a colleague sent, and people whom an advert reached. */
  bought: number;
  sent: number;
  advertised: number;
  /** Shares per viewer above the usual. */
  spark: number;
  noted: boolean;
}

function simulate(random: Random, kind: string): SimulatedAccount {
  const days = kind.startsWith('by the week') ? 7 * random.whole(12, 26) : random.whole(45, 110);
  const start = Math.exp(
    random.between(Math.log(kind === 'small and lively' ? 150 : 600), Math.log(kind === 'small and lively' ? 700 : 90_000)),
  );
  const plan = planFor(random, kind, days, start);
  const perDay = kind.startsWith('several a day') ? random.whole(2, 3) : random.between(0.3, 0.9);
  const shareRate = random.between(0.25, 0.6);
  const likeRate = Math.exp(random.between(Math.log(0.02), Math.log(0.12)));
  const followRate = Math.exp(random.between(Math.log(0.004), Math.log(0.015)));
  const boosted = kind === 'feed favourite' ? 1.6 : 1;
  const restStart = random.whole(10, days);
  let live = start;
  let inert = 0;
  let favour = 0.3;
  const rows: Row[] = [];
  for (let day = 0; day < days; day++) {
    const today = plan[day] ?? { bought: 0, sent: 0, advertised: 0, spark: 0, noted: false };
    const rests = day >= restStart && day < restStart + 9;
    const posts = rests ? 0 : perDay >= 1 ? perDay : Number(random.next() < perDay || today.spark > 0);
    inert = (inert + today.bought) * 0.998;
    live = live + today.sent - random.poisson(live * 0.0006);
    if (posts === 0)
      rows.push({
        day,
        followers: Math.round(live + inert),
        likes: 0,
        comments: 0,
        saves: 0,
        reach: today.advertised,
        bought: today.bought,
        noted: today.noted,
      });
    for (let post = 0; post < posts; post++) {
      const home = live * favour * Math.exp(0.3 * random.normal());
      // Each generation of a cascade reaches a part of the one before it; how large a part is mostly luck.
      const spread = Math.min(0.97, shareRate * Math.exp(0.45 * random.normal() - 0.1) * boosted + today.spark);
      const strangers = random.poisson((home * spread * 0.25) / (1 - spread));
      const interest = likeRate * Math.exp(0.4 * random.normal());
      const likes = random.poisson(home * interest + strangers * interest * 0.5);
      live += random.poisson(strangers * followRate * Math.exp(0.3 * random.normal()));
      const acting = (home * interest) / Math.max(1, live + inert);
      favour = Math.min(0.5, Math.max(0.12, 0.93 * favour + 0.07 * (0.3 * (acting / (0.3 * likeRate)) ** 0.5)));
      rows.push({
        day,
        followers: Math.round(live + inert),
        likes,
        comments: random.poisson(likes * 0.04),
        saves: random.poisson(likes * 0.06),
        reach: Math.round(home + strangers + (post === 0 ? today.advertised : 0)),
        bought: post === 0 ? today.bought : 0,
        noted: today.noted,
      });
    }
  }
  return toAccount(random, kind, rows, inert / (live + inert));
}

interface Row {
  readonly day: number;
  readonly followers: number;
  readonly likes: number;
  readonly comments: number;
  readonly saves: number;
  readonly reach: number;
  readonly bought: number;
  readonly noted: boolean;
}

function planFor(random: Random, kind: string, days: number, start: number): readonly Day[] {
  const plan = Array.from({ length: days }, (): Day => ({ bought: 0, sent: 0, advertised: 0, spark: 0, noted: false }));
  const first = random.whole(Math.floor(days * 0.2), Math.floor(days * 0.7));
  const on = (day: number, change: (today: Day) => void) => {
    const today = plan[day];
    if (today) change(today);
  };
  const buy = (from: number, length: number, share: number) => {
    for (let after = 0; after < length; after++)
      on(from + after, (today) => {
        today.bought += Math.round((start * share) / length);
      });
  };
  const advertise = (share: number) => {
    const length = random.whole(4, 10);
    for (let after = 0; after < length; after++)
      on(first + after, (today) => {
        today.sent += random.poisson((start * share) / length);
        // One in sixty to one in two hundred of those reached follows.
        today.advertised += Math.round(((start * share) / length) * random.between(60, 200));
      });
  };
  switch (kind) {
    case 'burst of 3 to 12 %':
      buy(first, 1, random.between(0.03, 0.12));
      break;
    case 'burst of 15 to 60 %':
    case 'several a day, bought':
    case 'by the week, bought':
      buy(first, 1, random.between(0.15, 0.6));
      break;
    case 'in a viral week':
      for (let after = 0; after < 3; after++)
        on(first + after, (today) => {
          today.spark = 0.5;
        });
      buy(first + random.whole(0, 3), 1, random.between(0.15, 0.5));
      break;
    case 'behind a campaign':
      advertise(random.between(0.03, 0.08));
      buy(first + random.whole(0, 4), 1, random.between(0.15, 0.5));
      break;
    case 'ramp of four days':
      for (let after = 0; after < 4; after++) buy(first + after, 1, random.between(0.02, 0.05) * (after + 1));
      break;
    case 'drip of 10 to 30 days':
      buy(first, random.whole(10, 30), random.between(0.25, 0.5));
      break;
    case 'bought, delivered fading': {
      const share = random.between(0.1, 0.3);
      for (let after = 0; after < 4; after++) buy(first + after, 1, share * 0.4 ** after);
      break;
    }
    case 'again and again':
      for (let at = first; at < days; at += random.whole(8, 16)) buy(at, 1, random.between(0.05, 0.2));
      break;
    case 'advertised, reach kept':
    case 'advertised, reach not kept':
      advertise(random.between(0.03, 0.12));
      break;
    case 'giveaway, noted':
    case 'shout-out':
      for (let after = 0; after < 3; after++)
        on(first + after, (today) => {
          today.sent = random.poisson(start * random.between(0.04, 0.15) * 0.4 ** after);
          today.noted = kind === 'giveaway, noted';
        });
      break;
  }
  return plan;
}

function toAccount(random: Random, kind: string, daily: readonly Row[], inertShare: number): SimulatedAccount {
  const keys = ['likes', 'comments', 'saves', 'reach', 'bought'] as const;
  const rows = kind.startsWith('by the week')
    ? Array.from({ length: Math.floor((daily[daily.length - 1]?.day ?? 0) / 7) }, (_, week) => {
        const own = daily.filter(({ day }) => Math.floor(day / 7) === week);
        const sums = Object.fromEntries(keys.map((key) => [key, own.reduce((total, row) => total + row[key], 0)]));
        return { ...(own[own.length - 1] as Row), ...sums };
      })
    : daily;
  const column = (key: Exclude<keyof Row, 'noted'>) => Float64Array.from(rows, (row) => row[key]);
  const keepsReach =
    kind === 'advertised, reach kept' || kind === 'behind a campaign' || (kind !== 'advertised, reach not kept' && random.next() < 0.6);
  return {
    kind,
    series: {
      followers: column('followers'),
      activity: (['likes', 'comments', 'saves'] as const).map((name) => ({ kind: name, values: column(name) })),
      days: column('day'),
      ...(keepsReach ? { reach: column('reach') } : {}),
      explained: rows.map(({ noted }) => noted),
    },
    bought: new Set(rows.flatMap(({ bought }, index) => (bought > 0 ? [index] : []))),
    inertShare,
  };
}
