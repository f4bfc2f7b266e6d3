import type { Words } from '../../../i18n/words.ts';
import type { Ranking } from '../ranking.ts';
import { texts } from '../texts.ts';
import type { Cell, Section } from './section.ts';

/** What could not be checked, and why; absent where everything could. */
export function notCheckedSection({ ranked }: Ranking, { language }: Words): readonly Section[] {
  const rows = ranked.flatMap(({ client, record }) =>
    record.notChecked.map(({ what, why }): readonly Cell[] => [client, what[language], why[language]]),
  );
  if (rows.length === 0) return [];
  return [
    {
      title: texts.notChecked[language],
      notes: [],
      columns: [
        { title: texts.client[language], format: 'text' },
        { title: texts.what[language], format: 'long-text' },
        { title: texts.why[language], format: 'long-text' },
      ],
      rows,
      charts: [],
    },
  ];
}
