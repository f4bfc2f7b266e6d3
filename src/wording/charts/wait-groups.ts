import type { RateByWait } from '../../audit/answer/place-charts.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { wordsOf } from '../../i18n/words.ts';
import type { ChartTable } from './chart-table.ts';

const texts = {
  title: { en: 'ER by how long approval took, % (median)', ru: 'ER по сроку согласования, % (медиана)' },
  group: { en: 'Approved', ru: 'Согласован' },
  rate: { en: 'ER, %', ru: 'ER, %' },
} as const satisfies Record<string, Text>;
const groups: readonly Text[] = [
  { en: 'within a day', ru: 'за день' },
  { en: 'in 1–2 days', ru: 'за 1–2 дня' },
  { en: 'later', ru: 'дольше' },
];

/** Bars, three at most, instead of a coefficient. */
export const waitGroups = (rates: readonly RateByWait[], language: Language): ChartTable => ({
  ...{ kind: 'groups', title: texts.title[language], columns: [texts.group[language], texts.rate[language]] },
  rows: rates.map(({ group, posts, rate }) => ({
    label: `${groups[group]?.[language] ?? ''} (${wordsOf(language).number(posts, 0)})`,
    values: [Math.round(rate * 1000) / 10],
  })),
});
