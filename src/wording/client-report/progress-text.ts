import type { AuditSum } from '../../audit/progress/kept.ts';
import type { Progress } from '../../audit/progress/progress.ts';
import type { Language } from '../../i18n/language.ts';
import { type Words, wordsOf } from '../../i18n/words.ts';
import { limitsWith } from '../../patterns/engine/signal.ts';
import { signalById } from '../../patterns/index.ts';
import type { ChartTable } from '../charts/chart-table.ts';
import { capitalised } from './example-line.ts';

/** Fewer rows say nothing yet. */
const FEWEST_ROWS = 5;
/** Fewer months are no course. */
const FEWEST_MONTHS = 3;
const MOST_MONTHS = 12;

/** `Since 1 July: 3 of 19 posts waited …. Before: 11 of 58.` */
export function progressText({ agreement, before, since: after }: Progress, language: Language): string {
  const { signal, from, limits, who } = agreement;
  const words = wordsOf(language);
  const known = signalById(signal)?.signal;
  const own = known?.texts[language];
  const day = Date.parse(`${from}T00:00:00Z`);
  const since = texts.since[language](day, words);
  const count = ({ rows, of }: Progress['since']) => `${words.number(rows, 0)} ${texts.of[language]} ${words.number(of, 0)}`;
  const heading =
    own?.outside?.heading?.({ ...after, limits: known ? limitsWith(known, limits) : limits }, words) ??
    `${own?.title ?? ''}: ${count(after)}`;
  const parts = [
    ...(who ? [`${who}.`] : []),
    `${since}: ${after.of === 0 ? texts.none[language] : heading}.`,
    ...(before.of > 0 ? [`${texts.before[language]}: ${count(before)}.`] : []),
    ...(after.of < FEWEST_ROWS ? [texts.early[language]] : []),
  ];
  return parts.join(' ');
}

/**
 * The course of months of what most was found of: the share of rows in question at each audit. `undefined` where there are too few audits.
 * @param signals the heaviest first; the first that enough audits judged is shown
 */
export function courseTable(course: readonly AuditSum[], signals: readonly string[], language: Language): ChartTable | undefined {
  const words = wordsOf(language);
  const months = course.slice(-MOST_MONTHS);
  for (const signal of signals) {
    const rows = months.flatMap(({ at, counts }) => {
      const own = counts.find((count) => count.signal === signal);
      return own && own.of > 0 ? [{ label: dayOf(at, words), values: [Math.round((own.rows / own.of) * 1000) / 10] }] : [];
    });
    if (rows.length < FEWEST_MONTHS) continue;
    const title = `${signalById(signal)?.signal.texts[language].title ?? ''}: ${texts.share[language]}`;
    return { kind: 'course', title, columns: [texts.audit[language], texts.percent[language]], rows };
  }
  return undefined;
}

const dayOf = (at: string, words: Words) => words.date(Date.parse(`${at}T00:00:00Z`));

const texts = {
  since: {
    en: (day: number, words: Words) => `Since ${words.date(day)}`,
    ru: (day: number, words: Words) => capitalised(words.since(day)),
  },
  before: { en: 'Before', ru: 'До этого' },
  of: { en: 'of', ru: 'из' },
  none: { en: 'nothing to judge yet', ru: 'пока судить не о чем' },
  early: { en: 'Too early to say.', ru: 'Судить ещё рано.' },
  share: { en: 'in question, % at each audit', ru: 'под вопросом, % на каждой проверке' },
  audit: { en: 'Audit', ru: 'Проверка' },
  percent: { en: 'In question, %', ru: 'Под вопросом, %' },
} as const;
