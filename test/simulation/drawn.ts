import type { Random } from './random.ts';
import type { Row, SimulatedAccount, World } from './world.ts';

/**
 * The third world draws its laws, not only its numbers, so that nothing can be fitted to one kind. What the ranges stand on:
 * - followers per act and per person reached differ by two orders of magnitude between accounts, and strangers, whom a sensation reaches, follow
 *   3 to 30 times as often as regulars (176 real Instagram posts: up to 0.61 per act and 1.8 % of impressions; most bring hardly any);
 * - attention comes at once or over days, and ebbs within a day or over weeks (daily followers of 100 public figures; hourly ones after a viral
 *   post); raids and mentions of streamers come as a step within the hour;
 * - YouTube shows three digits of a subscriber count (`7.2K`), trackers copy a stale number for days, and many owners note a week at a time;
 * - sellers deliver within hours, over days or as a drip of 10 to 30 days, a little more than ordered; 7 to 20 % vanish within a month, of cheap offers
 *   up to three quarters, sometimes refilled (NATO StratCom, reports on sellers of 2019 to 2022).
 */
export const drawnWorld: World = {
  honestKinds: [
    'quiet',
    'attention',
    'views that bring nobody',
    'a raid with a trace',
    'from ten followers',
    'coarse or stale counter',
    'week by week',
    'reach of another network',
    'promoted, reach kept',
    'several posts a day',
    'without activity',
  ],
  boughtKinds: [
    'bought at once',
    'bought over days',
    'bought as a drip',
    'bought again and again',
    'bought and refilled',
    'bought amid attention',
    'bought, coarse or stale counter',
    'bought, week by week',
    'bought with likes',
    'bought, several posts a day',
    'bought, without activity',
  ],
  openKinds: ['a raid without a trace', 'promoted, reach not kept'],
  simulate,
};

/** The most that a real post brought for a like, comment or save. */
const MOST_PER_ACT = 0.6;

/** How this account's numbers come about. */
interface Laws {
  readonly days: number;
  readonly start: number;
  /** Followers gained a day without any event, as a share, with the swing between days and the share that leaves. */
  readonly pace: number;
  readonly swing: number;
  readonly churn: number;
  readonly postsADay: number;
  readonly restPart: number;
  /** Acts and people reached by a post, per follower; how much posts differ; whether activity is counted days after the post. */
  readonly actRate: number;
  readonly reachRate: number;
  readonly spread: number;
  readonly lag: number;
  /** Followers per act of a stranger, and how long attention rises and ebbs, in days. */
  readonly conversion: number;
  readonly rise: number;
  readonly ebb: number;
  readonly heavyTail: boolean;
}

function drawLaws(random: Random, kind: string): Laws {
  const law = (low: number, high: number) => Math.exp(random.between(Math.log(low), Math.log(high)));
  const isYoung = kind === 'from ten followers';
  return {
    days: kind.includes('week by week') ? 7 * random.whole(10, 30) : random.whole(40, 130),
    start: isYoung ? random.between(10, 300) : law(300, 300_000),
    pace: isYoung ? law(0.008, 0.06) : law(0.0001, 0.006),
    swing: random.between(0.2, 1.2),
    churn: law(0.0001, 0.0015),
    postsADay: kind.includes('several posts') ? random.between(1.5, 4) : law(0.15, 1.2),
    restPart: random.next() < 0.3 ? random.between(0.1, 0.4) : 0,
    actRate: law(0.004, 0.12),
    reachRate: law(0.08, 0.6),
    spread: random.between(0.2, 0.8),
    lag: random.pick([0, 0, 0, 1, 2]),
    conversion: law(0.005, 0.5),
    rise: random.pick([0, 0, 1, 3]) * random.next(),
    ebb: law(0.4, 12),
    heavyTail: random.next() < 0.4,
  };
}

/** Share of its attention that an event brings so many days after it began. */
function attentionOn(day: number, { rise, ebb, heavyTail }: Laws): number {
  if (day < 0) return 0;
  const risen = rise > 0 ? 1 - Math.exp(-(day + 0.5) / rise) : 1;
  return heavyTail ? risen * (1 + day / ebb) ** -1.8 : risen * Math.exp(-day / ebb);
}

interface Day {
  /** Live followers whom an event brings, with the acts and the reach that go along, and followers bought and lost again. */
  sent: number;
  acts: number;
  reached: number;
  bought: number;
  lost: number;
  boughtLikes: number;
}

function planFor(random: Random, kind: string, laws: Laws): readonly Day[] {
  const { days, start, conversion } = laws;
  const plan = Array.from({ length: days }, (): Day => ({ sent: 0, acts: 0, reached: 0, bought: 0, lost: 0, boughtLikes: 0 }));
  const law = (low: number, high: number) => Math.exp(random.between(Math.log(low), Math.log(high)));
  const on = (day: number): Day => plan[Math.floor(day)] ?? { sent: 0, acts: 0, reached: 0, bought: 0, lost: 0, boughtLikes: 0 };
  const sometime = (from = 0.15, to = 0.8) => random.whole(Math.floor(days * from), Math.floor(days * to));

  const attention = (at: number, share: number, conversionHere: number) => {
    const shape = Array.from({ length: days - at }, (_, after) => attentionOn(after, laws));
    const whole = shape.reduce((sum, part) => sum + part, 0);
    const viewsAnAct = law(8, 60);
    shape.forEach((part, after) => {
      const gained = random.poisson(((start * share * part) / whole) * Math.exp(0.3 * random.normal()));
      const acts = (start * share * part) / whole / Math.min(MOST_PER_ACT, conversionHere);
      const today = on(at + after);
      today.sent += gained;
      on(at + after + laws.lag).acts += acts * Math.exp(0.3 * random.normal());
      today.reached += acts * viewsAnAct;
    });
  };
  const raid = (share: number, actsEach: number) => {
    const today = on(sometime());
    today.sent += start * share;
    today.acts += start * share * actsEach;
    today.reached += start * share * actsEach * law(3, 30);
  };
  const promote = () => {
    const [at, length, share, each] = [sometime(), random.whole(2, 12), law(0.02, 0.4), law(40, 400)];
    for (let after = 0; after < length; after++) {
      const gained = random.poisson(((start * share) / length) * Math.exp(0.4 * random.normal()));
      const today = on(at + after);
      today.sent += gained;
      today.reached += ((start * share) / length) * each;
      today.acts += ((start * share) / length) * each * law(0.001, 0.02);
    }
  };
  const deliver = (at: number, share: number, length: number) => {
    let all = start * share;
    if (random.next() < 0.4) all = roundSum(all) * random.pick([1, 1, 1 + 0.1 * random.next()]);
    const evenness = random.pick([0.05, 0.3, 0.8]);
    const parts = Array.from({ length }, () => Math.exp(evenness * random.normal()));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    parts.forEach((part, after) => {
      on(at + after).bought += Math.round((all * part) / whole);
    });
    const lostPart = random.pick([random.between(0, 0.1), random.between(0, 0.1), random.between(0.1, 0.3), random.between(0.3, 0.75)]);
    const [end, span] = [at + length, random.pick([1, 5, 10, 20])];
    const wait = span === 1 ? random.whole(4, 25) : 0;
    for (let after = 0; after < span; after++) on(end + wait + after).lost += (all * lostPart) / span;
    return { end, lost: all * lostPart };
  };

  switch (kind) {
    case 'attention':
    case 'week by week':
    case 'coarse or stale counter':
    case 'several posts a day':
    case 'without activity':
      for (let events = random.whole(kind === 'attention' ? 1 : 0, kind === 'without activity' ? 1 : 4); events > 0; events--)
        attention(sometime(0.05, 0.9), law(0.01, 0.5), conversion * law(0.4, 2.5));
      break;
    case 'reach of another network':
      if (random.next() < 0.5) attention(sometime(), law(0.01, 0.3), conversion);
      break;
    case 'views that bring nobody':
      for (let events = random.whole(1, 3); events > 0; events--) attention(sometime(), law(0.0005, 0.01), conversion * law(0.01, 0.05));
      break;
    case 'a raid with a trace':
      raid(law(0.02, 0.4), 1 / law(0.1, MOST_PER_ACT));
      break;
    case 'a raid without a trace':
      raid(law(0.02, 0.4), 0);
      break;
    case 'promoted, reach kept':
    case 'promoted, reach not kept':
      promote();
      break;
    case 'bought as a drip':
      deliver(sometime(0.15, 0.6), law(0.08, 1), random.whole(10, 30));
      break;
    case 'bought over days':
      deliver(sometime(), law(0.05, 1), random.whole(2, 7));
      break;
    case 'bought again and again':
      for (let times = random.whole(2, 4); times > 0; times--) deliver(sometime(0.1, 0.9), law(0.03, 0.25), random.pick([1, 1, 3]));
      break;
    case 'bought and refilled': {
      const { end, lost } = deliver(sometime(0.15, 0.6), law(0.06, 0.8), random.pick([1, 1, 3]));
      deliver(end + random.whole(8, 25), (lost * random.between(0.8, 1.05)) / start, 1);
      break;
    }
    case 'bought amid attention': {
      const at = sometime();
      attention(at, law(0.02, 0.2), conversion * law(0.4, 2.5));
      deliver(at + random.whole(0, 3), law(0.05, 0.8), random.pick([1, 1, 3]));
      break;
    }
    case 'bought with likes': {
      const at = sometime();
      deliver(at, law(0.05, 0.8), 1);
      const likes = start * laws.actRate * law(0.2, 3);
      for (let day = at; day < days; day++) on(day).boughtLikes += likes;
      break;
    }
    default:
      if (kind.startsWith('bought')) deliver(sometime(), law(0.03, 1.2), kind.includes('week') ? random.pick([1, 3, 12]) : 1);
  }
  return plan;
}

/** Packages that sellers offer. */
const packages = [1, 2.5, 5, 10].flatMap((step) => [100, 1000, 10_000].map((unit) => step * unit));
const roundSum = (wanted: number) =>
  packages.reduce((best, one) => (Math.abs(Math.log(one / wanted)) < Math.abs(Math.log(best / wanted)) ? one : best));

function simulate(random: Random, kind: string): SimulatedAccount {
  const laws = drawLaws(random, kind);
  const plan = planFor(random, kind, laws);
  const { days, start } = laws;
  const [commentPart, savePart] = [random.between(0.01, 0.1), random.between(0.01, 0.15)];
  const [restFrom, restDays] = [random.whole(0, days), laws.restPart * days];
  const wander = random.between(0.005, 0.05);
  let live = start;
  let inert = 0;
  let level = 0;
  const rows: Row[] = [];
  plan.forEach(({ sent, acts, reached, bought, lost, boughtLikes }, day) => {
    const isResting = day >= restFrom && day < restFrom + restDays;
    const posts = isResting ? 0 : random.poisson(laws.postsADay);
    level += wander * random.normal();
    // Young accounts slow down as they grow.
    const pace = laws.pace * (kind === 'from ten followers' ? Math.exp((-2 * day) / days) : 1);
    const gained = random.poisson(live * pace * Math.exp(laws.swing * random.normal() - laws.swing ** 2 / 2) * (posts > 0 ? 1.3 : 0.6));
    live = Math.max(5, live + gained + sent - random.poisson(live * laws.churn));
    inert = Math.max(0, inert + bought - lost);
    for (let post = 0; post < Math.max(1, posts); post++) {
      const quality = posts === 0 ? 0 : Math.exp(laws.spread * random.normal() + level);
      const own = live ** 0.85 * start ** 0.15 * laws.actRate * quality + (post === 0 ? acts : 0);
      rows.push({
        day: day + post / Math.max(1, posts),
        followers: Math.round(live + inert),
        likes: random.poisson(own) + (posts > 0 ? Math.round(boughtLikes) : 0),
        comments: random.poisson(own * commentPart),
        saves: random.poisson(own * savePart),
        reach: Math.round(live * laws.reachRate * Math.sqrt(quality) + (post === 0 ? reached : 0)),
        bought: post === 0 ? bought : 0,
      });
    }
  });
  return toAccount(random, kind, rows, inert / (live + inert), start);
}

function toAccount(random: Random, kind: string, daily: readonly Row[], inertShare: number, start: number): SimulatedAccount {
  const rows = kind.includes('week by week') ? byWeek(daily) : [...daily];
  if (kind.includes('counter')) coarsen(random, rows);
  const keepsReach = kind.startsWith('promoted') ? kind.endsWith('reach kept') : kind.includes('reach') || random.next() < 0.45;
  const foreign = rows.map(() => Math.exp(0.8 * random.normal()) * start);
  const column = (key: keyof Row) => Float64Array.from(rows, (row) => row[key]);
  const kinds = random.pick([['likes', 'comments', 'saves'], ['likes', 'comments'], ['likes']] as const);
  return {
    kind,
    series: {
      followers: column('followers'),
      activity: kind.includes('without activity') ? [] : kinds.map((name) => ({ kind: name, values: column(name) })),
      days: column('day'),
      ...(keepsReach && !kind.includes('without activity')
        ? { reach: kind === 'reach of another network' ? Float64Array.from(foreign) : column('reach') }
        : {}),
    },
    bought: boughtRows(rows),
    inertShare,
  };
}

/** Rows that took a part worth naming: four of a hundred of all that was bought, and four of a thousand of the audience. */
function boughtRows(rows: readonly Row[]): ReadonlySet<number> {
  const all = rows.reduce((sum, { bought }) => sum + bought, 0);
  return new Set(rows.flatMap(({ bought, followers }, row) => (row > 0 && bought > 0.04 * all && bought > 0.004 * followers ? [row] : [])));
}

function byWeek(daily: readonly Row[]): Row[] {
  const weeks: Row[] = [];
  for (const row of daily) {
    const week = Math.floor(row.day / 7);
    const own = weeks[week];
    if (!own) weeks[week] = { ...row };
    else {
      for (const key of ['likes', 'comments', 'saves', 'reach', 'bought'] as const) own[key] += row[key];
      own.followers = row.followers;
      own.day = row.day;
    }
  }
  return weeks.filter(() => true);
}

/** Three digits of the count, or a number that is looked up every few days only; what was bought meanwhile shows when it is looked up. */
function coarsen(random: Random, rows: Row[]): void {
  if (random.next() < 0.5) {
    for (const row of rows) {
      const grid = 10 ** Math.max(0, Math.floor(Math.log10(row.followers)) - 2);
      row.followers = Math.floor(row.followers / grid) * grid;
    }
    return;
  }
  const every = random.whole(2, 7);
  let [shown, waiting] = [rows[0]?.followers ?? 0, 0];
  rows.forEach((row, at) => {
    waiting += row.bought;
    row.bought = at % every === 0 ? waiting : 0;
    if (at % every === 0) [shown, waiting] = [row.followers, 0];
    row.followers = shown;
  });
}
