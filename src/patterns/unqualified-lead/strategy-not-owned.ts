import { decider } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { found } from '../engine/verdicts.ts';
import type { Role } from '../shared/people.ts';

/** A role other than the team's; `nobody` where the table as a whole leaves the decider blank. */
type Decision = { role: Role } | { role: 'nobody'; blank: number; rows: number };

/** Posts decided by somebody whose role, as the sheet states it, is a relative, a friend or an assistant. */
export const strategyNotOwned = defineSignal({
  id: 'strategy-not-owned',
  columns: { decider },
  settings: {
    blankShare: setting(
      0.5,
      'share',
      { en: 'Share of rows without a decider that is worth a remark', ru: 'Доля строк без указания решившего, о которой стоит сказать' },
      { min: 0.1, max: 1, step: 0.1 },
      {
        en: 'product decision: a column filled in half of the rows still says who decides',
        ru: 'наше решение: колонка, заполненная наполовину, ещё говорит, кто решает',
      },
    ),
  },
  judge: ({ decider }, _settings, { people }) => {
    const role = people.roleOf(decider);
    return role === 'relative' || role === 'friend' || role === 'assistant' ? found<Decision>('minor', { role }) : undefined;
  },
  remarks: (rowsOfPeriod, { blankShare }) => {
    const rows = rowsOfPeriod.all();
    const blank = rows.filter(({ decider }) => decider === undefined).length;
    return blank > rows.length * blankShare ? [found<Decision>('minor', { role: 'nobody', blank, rows: rows.length })] : [];
  },
  texts: {
    en: {
      title: 'Decided outside the SMM team',
      finding: (evidence, words) =>
        evidence.role === 'nobody'
          ? `Nobody is named as the decider in ${words.number(evidence.blank)} of ${words.number(evidence.rows)} entries.`
          : `Decided by ${{ relative: 'a relative', friend: 'an acquaintance', assistant: 'an assistant' }[String(evidence.role)] ?? 'somebody else'}, not by the SMM team or a marketer.`,
      brief: ({ role }) => ({ relative: 'a relative', friend: 'an acquaintance', assistant: 'an assistant' })[String(role)] ?? '',
      fix: 'Agree who has the last word on the strategy: the SMM specialist or a marketer, one person.',
      outside: {
        heading: ({ rows, of }, words) => `${words.number(rows, 0)} of ${words.number(of, 0)} decisions were made outside the SMM team`,
        good: ({ rows, of }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} decisions were made by the SMM team or a marketer`,
      },
    },
    ru: {
      title: 'Решение принято вне команды SMM',
      finding: (evidence, words) =>
        evidence.role === 'nobody'
          ? `Кто решил, не указано в ${words.number(evidence.blank)} ${words.plural(evidence.blank, 'записи', 'записях')} из ${words.number(evidence.rows)}.`
          : `Решение принял не SMM-специалист и не маркетолог, а ${{ relative: 'кто-то из родных', friend: 'кто-то из знакомых', assistant: 'помощник' }[String(evidence.role)] ?? 'кто-то другой'}.`,
      brief: ({ role }) => ({ relative: 'родственник', friend: 'знакомый', assistant: 'помощник' })[String(role)] ?? '',
      fix: 'Договориться, за кем последнее слово по стратегии: SMM-специалист или маркетолог, один человек.',
      outside: {
        heading: ({ rows, of }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'решения', 'решений')} ${words.plural(rows, 'принято', 'приняты', 'принято')} вне команды SMM`,
        good: ({ rows, of }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'решения', 'решений')} ${words.plural(rows, 'приняла', 'приняла')} команда SMM или маркетолог`,
      },
    },
  },
});
