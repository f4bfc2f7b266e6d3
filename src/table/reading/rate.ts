import type { TypedColumn } from '../table.ts';

export const rateDenominators = ['followers', 'reach', 'impressions', 'views'] as const;
/** What some call a rate although nobody acted: how many of the followers saw it. */
export const rateAudiences = ['views', 'reach', 'impressions'] as const;

/** What an engagement rate that stands in the sheet turned out to be divided by, and how many rows say so. */
export interface RateDefinition {
  readonly by: (typeof rateDenominators)[number] | 'unknown';
  /** What is divided, where it is no engagement: in Telegram tables ERR is views by subscribers. */
  readonly of?: (typeof rateAudiences)[number];
  readonly matched: number;
  readonly rows: number;
}

/** What people count as engagement: everything there is, or fewer kinds of it. */
const numerators = [
  ['likes', 'comments', 'saves', 'shares'],
  ['likes', 'comments', 'shares'],
  ['likes', 'comments', 'saves'],
  ['likes', 'comments'],
  ['engagements'],
  ['likes'],
] as const;

const audiences = rateAudiences.map((audience) => [audience] as const);

/** Fields it is recomputed from: where the sheet has a rate, these are read too. */
export const rateFields: readonly string[] = [...rateDenominators, ...numerators.flat()];

const FEWEST_ROWS = 5;
const ENOUGH = 0.8;
/** A rate shown as `4.7 %` is off by half of its last digit. */
const ROUNDING = 0.0006;

/** Recomputes a rate against each denominator and kind of engagement; `undefined` where there is too little to compare. */
export function rateDefinition(columns: ReadonlyMap<string, TypedColumn>): RateDefinition | undefined {
  const rates = columns.get('engagementRate')?.numbers;
  if (!rates) return undefined;
  let best: RateDefinition | undefined;
  let mostRows = 0;
  for (const by of rateDenominators) {
    const below = columns.get(by)?.numbers;
    for (const kinds of below ? [...numerators, ...(by === 'followers' ? audiences : [])] : []) {
      const parts = kinds.map((kind) => columns.get(kind)?.numbers);
      if (parts.some((part) => part === undefined)) continue;
      let [matched, rows] = [0, 0];
      for (let row = 0; row < rates.length; row++) {
        const rate = rates[row] ?? Number.NaN;
        const own = parts.reduce((sum, part) => sum + (part?.[row] ?? Number.NaN), 0) / (below?.[row] ?? Number.NaN);
        if (Number.isNaN(rate) || !Number.isFinite(own)) continue;
        rows++;
        if (Math.abs(rate - own) <= ROUNDING) matched++;
      }
      mostRows = Math.max(mostRows, rows);
      if (rows >= FEWEST_ROWS && matched >= ENOUGH * rows && matched > (best?.matched ?? 0)) {
        const [of] = audiences.find((audience) => audience === kinds) ?? [];
        best = { by, matched, rows, ...(of === undefined ? {} : { of }) };
      }
    }
  }
  return best ?? (mostRows >= FEWEST_ROWS ? { by: 'unknown', matched: 0, rows: mostRows } : undefined);
}
