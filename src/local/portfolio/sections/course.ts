import { courseOf } from '../../../audit/progress/history.ts';
import type { AuditSum } from '../../../audit/progress/kept.ts';
import type { Words } from '../../../i18n/words.ts';
import { amountText } from '../../../wording/bill-text.ts';
import { added, type Ranking } from '../ranking.ts';
import { texts } from '../texts.ts';
import type { Cell, Section } from './section.ts';

/** Each client's months: rows with findings of those judged, and the sums of the bill. */
export function courseSection({ ranked }: Ranking, history: ReadonlyMap<string, readonly AuditSum[]>, words: Words): Section {
  const { language } = words;
  const rows = ranked.flatMap(({ client, record }) => {
    const earlier = (history.get(client) ?? []).filter(({ at }) => at !== record.sum.at);
    return courseOf([...earlier, record.sum]).map(({ at, counts, bill }): readonly Cell[] => {
      const [found, of] = [counts.reduce((sum, count) => sum + count.rows, 0), counts.reduce((sum, count) => sum + count.of, 0)];
      const sums = added(bill.map(({ unit, amount, currency }) => ({ unit, amount, ...(currency === undefined ? {} : { currency }) })));
      return [client, at, found, of, of > 0 ? found / of : null, sums.map((sum) => amountText(sum, language)).join('; ')];
    });
  });
  return {
    title: texts.course[language],
    notes: [],
    columns: [
      { title: texts.client[language], format: 'text' },
      { title: texts.asOf[language], format: 'text' },
      { title: texts.found[language], format: 'count' },
      { title: texts.judged[language], format: 'count' },
      { title: texts.share[language], format: 'share' },
      { title: texts.cost[language], format: 'long-text' },
    ],
    rows,
    charts: [],
  };
}
