import { allActivity, dilutionEvidence, levelEvidence, survivors } from './afterwards.ts';
import { type CleanSeries, cleanSeries } from './clean.ts';
import { type Candidate, findEvents } from './events.ts';
import { type Excess, explainGrowth } from './payment.ts';
import { type AccountSeries, INERT_PART, type InertGrowth } from './series.ts';
import { usualPace } from './usual.ts';

/** Rows of one account without which its usual growth is not known. */
export const LEAST_ROWS = 4;
/** A low level of activity alone, with no row to show, is no reason to suspect. */
const MOST_BY_DILUTION = 0.45;
const LV = 0;
const VAN = 1.2;
const MANY = 0;
const C_OWN = 0.15;
const C_EVENT = 0.4;
const C_OLD = 0;
const FLOOR = 0.04;
const R_LEAST = -1;
const sigmoid = (odds: number) => FLOOR + (1 - FLOOR) / (1 + Math.exp(-odds));

/**
 * How likely it is that part of an account's followers is inert: growth far beyond its usual pace that no activity or reach accompanies.
 * A risk, not a verdict; who paid is not in the data. Sorting aside linear in the rows; the same for any order of dated rows.
 */
export function estimateInertGrowth(account: AccountSeries): InertGrowth {
  const series = cleanSeries(account);
  const usableRows = series.followers.length;
  if (usableRows < LEAST_ROWS) return { status: 'too-few-rows', usableRows };
  if (series.isAlternating) return { status: 'several-accounts' };

  const pace = usualPace(series);
  const growth = explainGrowth(series, pace);
  const events = findEvents(series, pace, growth);
  const inert = survivors(growth);
  const acts = allActivity(series);
  const level = levelEvidence(series, acts, inert);
  const vanished = vanishedAfter(events, growth);
  const confirmation = LV * level + (vanished > 0 ? VAN : 0) - doubtOf(series);
  const positive = events.filter(({ odds }) => odds > 0).length;
  const top = events.reduce((best, { odds }) => Math.max(best, odds), -5) + (positive > 1 ? MANY * Math.log(positive) : 0);
  const risk = heldRisk(series, Math.max(sigmoid(top + confirmation), Math.min(MOST_BY_DILUTION, sigmoid(dilutionEvidence(series, acts)))));

  const all = events.reduce((sum, { unexplained }) => sum + unexplained, 0);
  const isFlagged = ({ odds, unexplained, isExplained }: Candidate) =>
    risk >= 0.5 && !isExplained && odds + confirmation * Math.min(1, (1.5 * unexplained) / Math.max(all, 1)) > R_LEAST;
  const flags = new Float64Array(account.followers.length).fill(Number.NaN);
  const unexplained = new Float64Array(account.followers.length);
  // The oldest row has nothing to be compared with.
  series.rows.forEach((row, entry) => {
    if (entry > 0) flags[row] = 0;
  });
  for (const event of events.filter(isFlagged)) {
    for (const entry of event.entries) {
      const own = growth.unpaid[entry] ?? 0;
      const isCrumb = own < C_OWN * (growth.excess[entry] ?? 0) || own < (C_EVENT * event.unexplained) / event.entries.length || own < 0.03 * event.unexplained * C_OLD;
      const row = series.rows[entry] ?? 0;
      if (isCrumb) continue;
      flags[row] = 1;
      unexplained[row] = own;
    }
  }
  const part = Math.min(1, (inert[usableRows - 1] ?? 0) / (series.followers[usableRows - 1] ?? 1));
  return {
    status: 'estimated',
    risk,
    flags,
    unexplained,
    share: INERT_PART.usual * risk * part,
    low: risk < 0.5 ? 0 : INERT_PART.low * part,
    high: Math.min(1, INERT_PART.high * part),
    events: events.map(({ entries, ...event }) => ({
      ...event,
      rows: entries.map((entry) => series.rows[entry] ?? 0),
      isFlagged: isFlagged({ entries, ...event }),
    })),
    usableRows,
    mistyped: series.mistyped,
    cumulative: series.cumulative,
    isNewestFirst: series.isNewestFirst,
    level,
    vanished,
  };
}

/** Followers alone prove little: where nothing could have accompanied the growth, the risk ends here. */
const MOST_BY_FOLLOWERS = 0.6;

/** Above the threshold squeezed rather than cut, so that the order of accounts stays. */
function heldRisk(series: CleanSeries, risk: number): number {
  return hasComparison(series) || risk <= 0.5 ? risk : 0.5 + ((risk - 0.5) * (MOST_BY_FOLLOWERS - 0.5)) / 0.5;
}

const hasComparison = ({ activity, reach }: CleanSeries) => activity.length > 0 || reach !== undefined;

/** Log-odds taken off where less could have paid: nothing at all, or only a sum in which a rise of comments or saves drowns among likes. */
function doubtOf(series: CleanSeries): number {
  if (!hasComparison(series)) return 0.7;
  const { activity } = series;
  return activity.length > 0 && activity.every(({ kind }) => kind === 'total') ? 0.3 : 0;
}

/** Followers lost in bulk after an event that may be inert, when they amount to a good part of it; 0 otherwise. */
function vanishedAfter(events: readonly Candidate[], { drop }: Excess): number {
  const lostFrom = new Float64Array(drop.length + 1);
  for (let entry = drop.length - 1; entry >= 0; entry--) lostFrom[entry] = (lostFrom[entry + 1] ?? 0) + (drop[entry] ?? 0);
  for (const { odds, entries, unexplained } of events) {
    if (odds <= -0.7) continue;
    const lost = lostFrom[(entries[entries.length - 1] ?? 0) + 1] ?? 0;
    if (lost >= 0.2 * unexplained && lost <= 1.5 * unexplained) return lost;
  }
  return 0;
}
