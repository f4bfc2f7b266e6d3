import { DAY, type WallTime } from '../../base/dates.ts';

export type Period =
  | { readonly kind: 'all' }
  | { readonly kind: 'last-days'; readonly days: number }
  | { readonly kind: 'last-month' }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

/** First moment of the period and the first after it; `undefined` when everything is meant. */
export function boundsOf(period: Period, now: WallTime | undefined): { from: WallTime; to: WallTime } | undefined {
  if (period.kind === 'between') return { from: Date.parse(`${period.from}T00:00:00Z`), to: Date.parse(`${period.to}T00:00:00Z`) + DAY };
  if (period.kind === 'all' || now === undefined) return undefined;
  if (period.kind === 'last-days') return { from: now - period.days * DAY, to: now + 1 };
  const today = new Date(now);
  return {
    from: Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1),
    to: Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1),
  };
}
