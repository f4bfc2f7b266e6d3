import { revisionRounds as rounds } from '../../table/fields.ts';
import { defineSignal, setting } from '../engine/define.ts';
import { found } from '../engine/verdicts.ts';
import { limitWords } from '../shared/limit-words.ts';

/** Unless somebody moves it. */
const MINOR_ROUNDS = 3;

const source = {
  en: 'a 2019 survey of in-house creative teams: 61% need 3 to 5 rounds',
  ru: '61 % команд внутри компаний обходятся 3–5 кругами (опрос 2019 года)',
};

/** Rounds of edits a post went through. */
export const revisionRounds = defineSignal({
  id: 'revision-rounds',
  columns: { rounds },
  settings: {
    minorRounds: setting(
      MINOR_ROUNDS,
      'rounds',
      { en: 'Rounds of edits worth a remark', ru: 'Сколько кругов правок — повод сказать' },
      { min: 1, max: 10, step: 1 },
      source,
    ),
    seriousRounds: setting(
      5,
      'rounds',
      { en: 'Rounds of edits after which it is serious', ru: 'После скольких кругов правок это важно' },
      { min: 2, max: 20, step: 1 },
      source,
    ),
  },
  judge: ({ rounds }, { minorRounds, seriousRounds }) => {
    if (rounds < minorRounds) return undefined;
    return found(rounds > seriousRounds ? 'serious' : 'minor', { rounds, usual: minorRounds });
  },
  texts: {
    en: {
      title: 'Rounds of edits',
      finding: ({ rounds, usual }, words) =>
        `${words.number(rounds)} rounds of edits; ${limitWords(usual, MINOR_ROUNDS, words.number(usual), `${words.number(usual)} or more slow a post down`, 'en')}.`,
      brief: ({ rounds }, words) => `${words.number(rounds)} ${words.plural(rounds, 'round', 'rounds')}`,
      fix: 'Collect all remarks in one message and agree on two rounds at most.',
      outside: {
        heading: ({ rows, of, limits: { minorRounds = 0 } }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} posts went through ${words.number(minorRounds)} or more rounds of edits`,
        good: ({ rows, of, limits: { minorRounds = 0 } }, words) =>
          `${words.number(rows, 0)} of ${words.number(of, 0)} posts needed fewer than ${words.number(minorRounds)} rounds of edits`,
      },
    },
    ru: {
      title: 'Круги правок',
      finding: ({ rounds, usual }, words) =>
        `${words.number(rounds)} ${words.plural(rounds, 'круг', 'круга', 'кругов')} правок; ${limitWords(usual, MINOR_ROUNDS, words.number(usual), `начиная с ${words.number(usual)} пост теряет темп`, 'ru')}.`,
      brief: ({ rounds }, words) => `${words.number(rounds)} ${words.plural(rounds, 'круг', 'круга', 'кругов')}`,
      fix: 'Собирать все замечания в одно сообщение и договориться о двух кругах, не больше.',
      outside: {
        heading: ({ rows, of, limits: { minorRounds = 0 } }, words) =>
          `${words.number(rows, 0)} из ${words.number(of, 0)} ${words.plural(of, 'поста', 'постов')} ${words.plural(rows, 'прошёл', 'прошли')} не меньше ${words.number(minorRounds)} ${words.plural(minorRounds, 'круга', 'кругов')} правок`,
        good: ({ rows, of, limits: { minorRounds = 0 } }, words) =>
          `${words.number(rows, 0)} ${words.plural(rows, 'посту', 'постам')} из ${words.number(of, 0)} хватило меньше ${words.number(minorRounds)} ${words.plural(minorRounds, 'круга', 'кругов')} правок`,
      },
    },
  },
});
