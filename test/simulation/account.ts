import type { Random } from './random.ts';
import type { Row, SimulatedAccount, World } from './world.ts';

const honestKinds = [
  'steady',
  'slow',
  'growing',
  'fast start',
  'viral',
  'viral, no reach',
  'campaign with reach',
  'giveaway, marked',
  'mistyped',
  'rounded',
  'gaps',
  'platform purge',
  'unfollow wave',
  'weekly',
  'drifting activity',
  'two posts a day',
] as const;
const boughtKinds = [
  '5 %',
  '10 %',
  '20 %',
  '40 %',
  '80 %',
  'three days',
  'refill',
  'with likes',
  'vanishing',
  'weekly 30 %, ten rows',
  'weekly 40 %',
  'drip 10 days',
  'drip 30 days',
] as const;
const openKinds = ['shout-out without a trace', 'ads without reach', 'bought, delivered fading'] as const;
/** The first world: an account has a pace of its own, and things happen to it. The estimator's constants were found in worlds like it. */
export const paceWorld: World = { honestKinds, boughtKinds, openKinds, simulate: simulateAccount };

interface MarkedRow extends Row {
  explained: boolean;
}

interface Plan {
  /** Day → live followers who come at once, and what was seen of it: extra activity and reach as multiples of a usual post. */
  readonly live: Map<number, { readonly followers: number; readonly acts: number; readonly reach: number }>;
  readonly bought: Map<number, number>;
  /** Day → share of the audience that leaves. */
  readonly leaving: Map<number, number>;
  readonly explained: Set<number>;
}

/** An account as its owner would keep it: one row a day (or a week), posts on some days, activity from living followers only. */
export function simulateAccount(random: Random, kind: string): SimulatedAccount {
  const weeks = kind.endsWith('ten rows') ? 10 : random.whole(14, 30);
  const days = kind.startsWith('weekly') ? 7 * weeks : random.whole(50, 120);
  const start = Math.exp(random.between(Math.log(800), Math.log(60_000)));
  const plan = planFor(random, kind, days, start);
  const pace =
    { steady: 0.0012, slow: 0.0002, growing: 0.006, 'fast start': 0.02 }[kind] ??
    Math.exp(random.between(Math.log(0.0003), Math.log(0.003)));
  const noise = random.between(0.3, 0.9);
  const rate = Math.exp(random.between(Math.log(0.01), Math.log(0.06)));
  const posting = kind === 'two posts a day' ? 1 : random.between(0.35, 0.9);
  let live = start;
  let inert = 0;
  let level = 0;
  const rows: MarkedRow[] = [];
  for (let day = 0; day < days; day++) {
    const growth = kind === 'fast start' ? pace * Math.exp(-day / 40) : pace;
    const burst = plan.live.get(day);
    const gained = random.poisson(live * growth * Math.exp(noise * random.normal() - noise ** 2 / 2)) + (burst?.followers ?? 0);
    const bought = plan.bought.get(day) ?? 0;
    const left = plan.leaving.get(day) ?? 0;
    live = Math.max(50, live + gained - random.poisson(live * pace * 0.3) - live * left);
    inert = (inert + bought) * (1 - 0.002) * (1 - left * 3);
    level += (kind === 'drifting activity' ? 0.06 : 0.02) * random.normal();
    const posts = kind === 'two posts a day' ? 2 : random.next() < posting || burst ? 1 : 0;
    for (let post = 0; post < Math.max(1, posts); post++) {
      const quality = Math.exp(0.35 * random.normal() + level);
      const acts = posts === 0 ? 0 : live ** 0.85 * start ** 0.15 * rate * quality * (1 + (burst?.acts ?? 0));
      const likes = random.poisson(acts * 0.88);
      const boughtLikes = kind === 'with likes' && bought > 0 ? Math.round(bought * 0.5) : 0;
      rows.push({
        day,
        followers: Math.round(live + inert),
        likes: likes + boughtLikes,
        comments: random.poisson(acts * 0.05),
        saves: random.poisson(acts * 0.07),
        reach: posts === 0 ? 0 : Math.round(live * random.between(0.25, 0.45) * quality * (1 + (burst?.reach ?? 0))),
        bought: post === 0 ? bought : 0,
        explained: plan.explained.has(day),
      });
    }
  }
  return toSeries(random, kind, rows, inert / (live + inert));
}

function planFor(random: Random, kind: string, days: number, start: number): Plan {
  const plan: Plan = { live: new Map(), bought: new Map(), leaving: new Map(), explained: new Set() };
  const day = random.whole(Math.floor(days * 0.25), Math.floor(days * 0.8));
  const burst = (acts: number, reach: number, share: number) => {
    for (let after = 0; after < 5; after++) {
      const part = 0.55 ** after;
      plan.live.set(day + after, { followers: random.poisson(start * share * part * 0.45), acts: acts * part, reach: reach * part });
    }
  };
  const size = Number(/^(?:weekly )?(\d+) %/.exec(kind)?.[1] ?? 0) / 100;
  if (size > 0) plan.bought.set(day, Math.round(start * size));
  switch (kind) {
    case 'viral':
      burst(random.between(6, 30), random.between(6, 30), random.between(0.05, 0.4));
      break;
    case 'viral, no reach':
      burst(random.between(10, 30), 0, random.between(0.03, 0.15));
      break;
    case 'campaign with reach':
      burst(random.between(0, 0.5), random.between(8, 25), random.between(0.03, 0.12));
      break;
    case 'giveaway, marked':
      burst(random.between(1, 4), random.between(1, 4), random.between(0.1, 0.4));
      for (let after = 0; after < 6; after++) plan.explained.add(day + after);
      break;
    case 'platform purge':
      plan.leaving.set(day, random.between(0.02, 0.06));
      break;
    case 'unfollow wave':
      for (let after = 0; after < 6; after++) plan.leaving.set(day + after, random.between(0.002, 0.008));
      break;
    case 'three days':
      for (let after = 0; after < 3; after++) plan.bought.set(day + after, Math.round(start * random.between(0.06, 0.14)));
      break;
    case 'refill':
      for (const at of [day, Math.min(days - 2, day + 12)]) plan.bought.set(at, Math.round(start * random.between(0.15, 0.4)));
      break;
    case 'with likes':
      plan.bought.set(day, Math.round(start * random.between(0.2, 0.5)));
      break;
    case 'vanishing':
      plan.bought.set(day, Math.round(start * random.between(0.3, 0.6)));
      plan.leaving.set(Math.min(days - 2, day + random.whole(5, 15)), 0.05);
      break;
    case 'drip 10 days':
      for (let after = 0; after < 10; after++) plan.bought.set(day + after, Math.round((start * 0.3) / 10));
      break;
    case 'drip 30 days':
      for (let after = 0; after < 30; after++) plan.bought.set(day + after, Math.round((start * 0.4) / 30));
      break;
    case 'bought, delivered fading': {
      const share = random.between(0.1, 0.4);
      for (let after = 0; after < 5; after++) plan.bought.set(day + after, Math.round(start * share * 0.45 * 0.55 ** after));
      break;
    }
    case 'shout-out without a trace':
    case 'ads without reach':
      burst(0, 0, random.between(0.04, 0.2));
      break;
  }
  return plan;
}

function toSeries(random: Random, kind: string, daily: readonly MarkedRow[], inertShare: number): SimulatedAccount {
  let rows = [...daily];
  if (kind.startsWith('weekly')) {
    rows = rows
      .filter(({ day }) => day % 7 === 6)
      .map((row) => {
        const week = daily.filter(({ day }) => day > row.day - 7 && day <= row.day);
        const sum = (key: 'likes' | 'comments' | 'saves' | 'reach' | 'bought') => week.reduce((total, one) => total + one[key], 0);
        return { ...row, likes: sum('likes'), comments: sum('comments'), saves: sum('saves'), reach: sum('reach'), bought: sum('bought') };
      });
  }
  if (kind === 'gaps') rows = rows.filter(() => random.next() > 0.25);
  if (kind === 'rounded') rows = rows.map((row) => ({ ...row, followers: Math.round(row.followers / 100) * 100 }));
  if (kind === 'mistyped') {
    const at = random.whole(3, rows.length - 4);
    rows = rows.map((row, index) =>
      index === at ? { ...row, followers: random.pick([row.followers * 10, Math.round(row.followers / 10)]) } : row,
    );
  }
  const hasReach = (!['viral, no reach', 'ads without reach'].includes(kind) && random.next() < 0.7) || kind === 'campaign with reach';
  const column = (key: 'followers' | 'likes' | 'comments' | 'saves' | 'reach' | 'day') => Float64Array.from(rows, (row) => row[key]);
  return {
    kind,
    series: {
      followers: column('followers'),
      activity: [
        { kind: 'likes', values: column('likes') },
        { kind: 'comments', values: column('comments') },
        { kind: 'saves', values: column('saves') },
      ],
      days: column('day'),
      ...(hasReach ? { reach: column('reach') } : {}),
      explained: rows.map(({ explained }) => explained),
    },
    bought: new Set(rows.flatMap(({ bought }, index) => (bought > 0 ? [index] : []))),
    inertShare,
  };
}
