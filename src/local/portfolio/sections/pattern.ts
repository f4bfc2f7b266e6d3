import { shared, type Words } from '../../../i18n/words.ts';
import { severities } from '../../../patterns/engine/verdicts.ts';
import { patterns, signalById } from '../../../patterns/index.ts';
import { billText } from '../../../wording/bill-text.ts';
import type { Ranking } from '../ranking.ts';
import { texts } from '../texts.ts';
import { barChart, type Cell, type Column, findingsOf, MOST_BARS, type Section } from './section.ts';

/** A pattern over all clients, the one with most findings first; absent where it was found nowhere. */
export function patternSection(number: number, { ranked }: Ranking, words: Words): readonly Section[] {
  const { language } = words;
  const pattern = patterns[number - 1];
  if (!pattern) return [];
  const say = (key: keyof typeof texts) => texts[key][language];
  const own = ranked
    .map(({ client, record }) => ({ client, record, signals: record.signals.filter((one) => one.pattern === number) }))
    .map((one) => ({ ...one, found: one.signals.filter(({ counts }) => severities.some((severity) => counts[severity] > 0)) }))
    .sort((one, other) => findingsOf(other.found) - findingsOf(one.found));
  const clear = own.filter(({ signals, found }) => signals.length > 0 && found.length === 0).length;
  const unchecked = own.filter(({ signals }) => signals.length === 0).length;
  return [
    {
      title: `${number}. ${pattern.title[language]}`,
      notes: [pattern.why[language], clearText(clear, unchecked, words)].filter(Boolean),
      columns: [
        { title: say('client'), format: 'text' },
        { title: say('signal'), format: 'text' },
        { title: say('gravest'), format: 'text' },
        ...severities.map((severity): Column => ({ title: shared.severity[severity][language], format: 'count' })),
        { title: say('found'), format: 'count' },
        { title: say('judged'), format: 'count' },
        { title: say('share'), format: 'share' },
        { title: say('cost'), format: 'long-text' },
      ],
      rows: own.flatMap(({ client, record, found }) =>
        found.map(({ signal, counts, rows, of }): readonly Cell[] => {
          const gravest = severities.find((severity) => counts[severity] > 0);
          return [
            client,
            signalById(signal)?.signal.texts[language].title ?? signal,
            gravest === undefined ? '' : shared.severity[gravest][language],
            ...severities.map((severity) => counts[severity]),
            rows,
            of,
            of > 0 ? rows / of : null,
            record.bill
              .filter((line) => line.signal === signal)
              .map((line) => billText(line, language))
              .join('; '),
          ];
        }),
      ),
      charts: [
        barChart(
          say('findings'),
          [say('client'), '', say('findings')],
          own
            .filter(({ found }) => found.length > 0)
            .slice(0, MOST_BARS)
            .map(({ client, found }) => ({ label: client, values: [null, findingsOf(found)] })),
        ),
      ].flatMap((chart) => chart ?? []),
    },
  ];
}

function clearText(clear: number, unchecked: number, { language, number }: Words): string {
  const [clean, not] = [number(clear, 0), number(unchecked, 0)];
  return {
    en: `Checked and clear: ${clean}. Nothing of it could be checked: ${not}.`,
    ru: `Проверено и ничего не найдено: ${clean}. Проверить не удалось ни одного признака: ${not}.`,
  }[language];
}
