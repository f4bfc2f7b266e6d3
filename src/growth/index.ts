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
/** Where no jump is found something may still hide below the noise: in simulated worlds one account in twenty. */
const LEAST_RISK = 0.04;
/** Log-odds of a good part of the gain vanishing later at once. */
const VANISHED = 1.2;
/** Rows are shown from these log-odds on, once the account as a whole is over the threshold: whoever bought once buys again. */
const LEAST_ODDS_SHOWN = -1;
/** A row took too little of its event to be shown: of its own gain, of the event, of the event's usual row. */
const CRUMB_OF_OWN = 0.15;
const CRUMB_OF_EVENT = 0.03;
const CRUMB_OF_USUAL = 0.5;

/** Above the threshold the evidence proves more than its sum: a logistic fit on worlds of development, checked on the others. */
const CERTAINTY = 1.4;

/** What the log-odds mean where every second account was bought for. */
const riskOf = (odds: number) => LEAST_RISK + (1 - LEAST_RISK) / (1 + Math.exp(-odds * (odds > 0 ? CERTAINTY : 1)));

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
  const confirmation = (vanished > 0 ? VANISHED : 0) - doubtOf(series);
  const top = events.reduce((best, { odds }) => Math.max(best, odds), -5);
  const byDilution = Math.min(MOST_BY_DILUTION, riskOf(dilutionEvidence(acts)));
  const risk = heldRisk(series, Math.max(riskOf(top + confirmation), byDilution));

  const all = events.reduce((sum, { unexplained }) => sum + unexplained, 0);
  const isFlagged = ({ odds, unexplained, isExplained }: Candidate) =>
    risk >= 0.5 && !isExplained && odds + confirmation * Math.min(1, (1.5 * unexplained) / Math.max(all, 1)) > LEAST_ODDS_SHOWN;
  const flags = new Float64Array(account.followers.length).fill(Number.NaN);
  const unexplained = new Float64Array(account.followers.length);
  // The oldest row has nothing to be compared with.
  series.rows.forEach((row, entry) => {
    if (entry > 0) flags[row] = 0;
  });
  for (const event of events.filter(isFlagged)) {
    for (const entry of event.entries) {
      const own = growth.unpaid[entry] ?? 0;
      const least = Math.max(CRUMB_OF_EVENT, CRUMB_OF_USUAL / event.entries.length) * event.unexplained;
      const isCrumb = own < CRUMB_OF_OWN * (growth.excess[entry] ?? 0) || own < least;
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
