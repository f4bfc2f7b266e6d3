/** What kind of cells a column holds, in one word: with its header it tells a column again in another workbook, without a value of it. */
import { type Cell, cleanText, isBlank } from '../../base/cells.ts';
import * as columns from '../fields.ts';
import { hash } from '../identity.ts';
import { readFlag } from '../reading/flags.ts';
import { areShares, fitOf, partOf } from './contents.ts';
import { normaliseHeader } from './header-text.ts';

export const profiles = ['empty', 'dates', 'shares', 'numbers', 'flags', 'texts'] as const;
export type Profile = (typeof profiles)[number];

/** Most of its cells decide. */
const MOST = 0.6;

export function profileOf(cells: readonly Cell[]): Profile {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return 'empty';
  if (filled.filter((cell) => readFlag(cell) >= 0 && !/^\d+$/.test(cleanText(cell))).length >= MOST * filled.length) return 'flags';
  if (partOf(fitOf(columns.publishedAt, filled)) >= MOST) return 'dates';
  if (areShares(filled)) return 'shares';
  return partOf(fitOf(columns.engagements, filled)) >= MOST ? 'numbers' : 'texts';
}

/** Under what a user's word for a column is remembered: no letter of the header can be read from it. */
export const columnKey = (header: string, profile: Profile): string => hash(`${normaliseHeader(header)} ${profile}`);
