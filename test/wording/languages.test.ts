import { expect, it } from 'vitest';
import { tableKinds } from '../../src/audit/answer/table-kinds.ts';
import { markReasons } from '../../src/audit/marks.ts';
import type { Language } from '../../src/i18n/language.ts';
import { explainedText, leftOutText, notCheckedText, notCheckedWords, problemText } from '../../src/wording/render.ts';

const failed = { signal: 'approval-lag', outcome: 'failed', missing: [], skipped: [] } as const;
const unjudged = { ...failed, outcome: 'not-checked' } as const;
const said: readonly (readonly [string, (language: Language) => string])[] = [
  ...tableKinds.map(
    (kind) => [`no table: ${kind}`, (language: Language) => notCheckedWords({ kind, signals: [] }, language).what] as const,
  ),
  ...([failed, unjudged] as const).map(
    (result) => [`not checked: ${result.outcome}`, (language: Language) => notCheckedText(result, language)] as const,
  ),
  ...(['empty', 'no-header', 'no-data', 'nothing-recognised', 'not-a-grid', 'tall-export', 'month-blocks'] as const).map(
    (problem) => [problem, (language: Language) => problemText(problem, language)] as const,
  ),
  ...(['blank', 'total', 'header', 'example', 'other-table', 'outside-period'] as const).map(
    (reason) => [`left out: ${reason}`, (language: Language) => leftOutText({ reason, rows: [7] }, language)] as const,
  ),
  ...[...markReasons, 'promotion', 'shout-out', 'paid', 'spend', 'launch', 'anything else'].map(
    (why) => [`explained: ${why}`, (language: Language) => explainedText(why, language)] as const,
  ),
];

it.each(said)('%s is said in the language that is asked for', (_, text) => {
  expect(text('en')).toMatch(/^[^а-яё«»]*[a-z][^а-яё«»]*$/i);
  expect(text('ru')).toMatch(/[а-яё]{3}/i);
  expect(text('ru')).not.toMatch(/[a-z]{3}|[“”]/i);
});
