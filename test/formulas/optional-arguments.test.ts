import { describe, expect, it } from 'vitest';
import type { Formula } from '../../src/formulas/engine/define.ts';
import { boughtExample } from '../../src/formulas/growth-formula.ts';
import { formulas } from '../../src/formulas/index.ts';
import { SMMAUDIT } from '../../src/wording/SMMAUDIT.ts';
import { callIn, column } from './call.ts';

const rows = 12;
const [followers, engagements] = boughtExample;
const stamps = column(...Array.from({ length: rows }, (_, row) => `2026-06-${`0${row + 1}`.slice(-2)} 10:00`));

/** Made by hand: values that do for formulas whose examples leave arguments out, one cell a row. */
const doing: Readonly<Record<string, unknown>> = {
  followers,
  engagements,
  dates: stamps,
  reach: column(...Array.from({ length: rows }, (_, row) => 500 + 7 * row)),
  explained: column(...Array.from({ length: rows }, (_, row) => (row === 6 ? 'giveaway' : ''))),
  sent: stamps,
  approved: column(...Array.from({ length: rows }, (_, row) => `2026-07-${`0${row + 1}`.slice(-2)} 10:00`)),
  lead_at: stamps,
  answered_at: column(...Array.from({ length: rows }, (_, row) => `2026-07-${`0${row + 1}`.slice(-2)} 10:00`)),
  as_of: '2026-08-01 10:00',
  working_hours: 'Mon-Fri 10:00-19:00',
  price: column(...Array.from({ length: rows }, (_, row) => 1000 + row)),
  geo_share: column(...Array.from({ length: rows }, () => 0.5)),
  age_share: column(...Array.from({ length: rows }, () => 0.4)),
  real_share: column(...Array.from({ length: rows }, () => 0.8)),
  views: column(...Array.from({ length: rows }, () => 900)),
  table_with_header: [
    ['Post', 'Revision rounds'],
    ['Spring menu', 2],
    ['Team photo', 6],
  ],
  pattern: 4,
};

/** Those values where each parameter has one, else the formula's own example in single cells that leaves nothing out, as columns. */
function doingFor({ params, examples }: Formula): Readonly<Record<string, unknown>> {
  if (params.every(({ name }) => name in doing)) return doing;
  const isFull = (given: readonly unknown[]) =>
    given.length === params.length && given.every((value) => !Array.isArray(value) && value !== undefined && value !== '');
  const full = examples.map((example) => example.arguments).find(isFull) ?? [];
  return Object.fromEntries(
    full.map((value, place) => [params[place]?.name, params[place]?.kind === 'text' ? value : column(...Array(rows).fill(value))]),
  );
}

const argumentsOf = (formula: Formula, of: (name: string, isOptional: boolean) => unknown) =>
  formula.params.map(({ name, isOptional }) => of(name, isOptional));

const withOptional = [...formulas, SMMAUDIT].filter(({ params }) => params.some(({ isOptional }) => isOptional));

describe.each(withOptional.map((formula) => [formula.name, formula] as const))('%s', (_name, formula) => {
  const values = doingFor(formula);

  it('has a value for each parameter', () => {
    expect(
      formula.params.map(({ name }) => name).filter((name) => !(name in values)),
      'give the formula an example in single cells that leaves no argument out',
    ).toEqual([]);
  });

  const optional = formula.params.filter(({ isOptional }) => isOptional).map(({ name }) => name);
  it.each(optional)('answers without %s, whichever way it is left out, in both languages', (left) => {
    for (const locale of ['en_US', 'ru_RU']) {
      const given = (absent: unknown) => argumentsOf(formula, (name) => (name === left ? absent : values[name]));
      const skipped = callIn(locale, formula, ...given(undefined));
      expect(JSON.stringify(skipped)).not.toMatch(/requires|нужн/);
      expect([[''], [null]].map((blank) => callIn(locale, formula, ...given(blank)))).toEqual([skipped, skipped]);
      expect(callIn(locale, formula, ...given(''))).toEqual(skipped);
      expect(callIn(locale, formula, ...given(column(...Array.from({ length: rows }, () => ''))))).toEqual(skipped);
      // An open range is as high as the sheet.
      expect(callIn(locale, formula, ...given(column(...Array.from({ length: 1000 }, () => ''))))).toEqual(skipped);
    }
  });

  it('takes its optional arguments left out at the end', () => {
    const required = argumentsOf(formula, (name, isOptional) => (isOptional ? undefined : values[name]));
    const fewest = required.filter((argument) => argument !== undefined);
    expect(callIn('en_US', formula, ...fewest)).toEqual(callIn('en_US', formula, ...required));
  });

  it('with a required argument of nothing is blank or says what it needs', () => {
    const blank = argumentsOf(formula, (_, isOptional) => (isOptional ? undefined : ''));
    let said: unknown;
    try {
      said = callIn('en_US', formula, ...blank);
    } catch (problem) {
      said = (problem as Error).message;
    }
    expect(String(said)).toMatch(/^$|^too few rows$|requires|header/);
  });
});
