import { ownValue } from '../../base/records.ts';
import type { Language, Text } from '../../i18n/language.ts';
import { type Words, wordsOf } from '../../i18n/words.ts';

/** What is known of one unexplained gain, as plain numbers: they cross to the sheet, the sentence is made there. */
export type GainEvidence = {
  /** Wall time of the row, where the sheet has dates. */
  date?: number;
  /** Followers gained beyond the usual pace, their share of the audience before, and how many times the usual pace. */
  gained: number;
  audience: number;
  timesUsual: number;
  /** Part that activity or reach could have brought. */
  paid: number;
  /** What it was compared with, joined by commas: of `likes`, `comments`, `saves`, `engagements`, `reach`. */
  measures: string;
  /** How it ended: `stopped`, `decayed` or `unknown`. */
  tail: string;
  /** Followers who vanished in bulk later. */
  vanished: number;
  /** Log-odds that the newcomers never acted afterwards. */
  level: number;
};

/** The gain in words: when, how many, how unusual, what activity did, what came after; always with the innocent reading. */
export function gainSentence(evidence: GainEvidence, language: Language): string {
  const words = wordsOf(language);
  const parts = language === 'ru' ? russian(evidence, words) : english(evidence, words);
  return parts.filter(Boolean).join(' ');
}

/** Below a tenth nothing is said of what was paid for; a multiple beyond this says no more than "far". */
const FAR = 200;

const measureWords: Readonly<Record<string, Text>> = {
  likes: { en: 'likes', ru: 'лайки' },
  comments: { en: 'comments', ru: 'комментарии' },
  saves: { en: 'saves', ru: 'сохранения' },
  engagements: { en: 'engagements', ru: 'активность' },
  reach: { en: 'reach', ru: 'охват' },
};

/** "likes, comments and saves"; empty where there is nothing to compare with. */
function measured(
  { measures }: GainEvidence,
  language: Language,
): { readonly list: string; readonly count: number; readonly hasReach: boolean } {
  const ids = measures.split(',').filter((id) => ownValue(measureWords, id) !== undefined);
  const names = ids.map((id) => ownValue(measureWords, id)?.[language] ?? '');
  const last = names.pop() ?? '';
  const list = names.length === 0 ? last : `${names.join(', ')} ${language === 'ru' ? 'и' : 'and'} ${last}`;
  return { list, count: ids.length, hasReach: ids.includes('reach') };
}

function english(evidence: GainEvidence, words: Words): readonly string[] {
  const { date, gained, audience, timesUsual, paid, tail, vanished, level } = evidence;
  const times = timesUsual > FAR ? `over ${FAR}` : words.number(timesUsual, 0);
  const { list, count, hasReach } = measured(evidence, 'en');
  return [
    `${date === undefined ? '' : `${words.day(date)}: `}+${words.number(gained, 0)} followers (${words.percent(audience)} of the audience, ${times} times the usual pace);`,
    count === 0
      ? 'the sheet has no activity to compare with.'
      : paid > 0.1
        ? `${list} rose too, which accounts for only ${words.percent(paid)} of it.`
        : `${list} stayed as usual.`,
    tail === 'stopped' ? 'Growth stopped dead the next day.' : '',
    level > 1 ? 'Afterwards activity did not rise as a live audience of this size would.' : '',
    vanished > 0 ? `Later ${words.number(vanished, 0)} followers vanished in bulk.` : '',
    `Was there a giveaway, a shout-out${hasReach ? '' : ', an ad'} or press on these days? Then note it in the row.`,
  ];
}

function russian(evidence: GainEvidence, words: Words): readonly string[] {
  const { date, gained, audience, timesUsual, paid, tail, vanished, level } = evidence;
  const times =
    timesUsual > FAR
      ? `более чем в ${FAR} раз`
      : `в ${words.number(timesUsual, 0)} ${words.plural(Math.round(timesUsual), 'раз', 'раза', 'раз')}`;
  const followers = words.plural(Math.round(gained), 'подписчик', 'подписчика', 'подписчиков');
  const { list, count, hasReach } = measured(evidence, 'ru');
  return [
    `${date === undefined ? '' : `${words.day(date)}: `}+${words.number(gained, 0)} ${followers} (${words.percent(audience)} аудитории, ${times} быстрее обычного);`,
    count === 0
      ? 'активности для сравнения в таблице нет.'
      : paid > 0.1
        ? `при этом ${list} тоже выше обычного, но этим объясняется только ${words.percent(paid)} прироста.`
        : `${list} при этом на обычном уровне.`,
    tail === 'stopped' ? 'На следующий день рост оборвался.' : '',
    level > 1 ? 'После этого активность не выросла так, как у живой аудитории такого размера.' : '',
    vanished > 0
      ? `Позже разом исчезли ${words.number(vanished, 0)} ${words.plural(Math.round(vanished), 'подписчик', 'подписчика', 'подписчиков')}.`
      : '',
    `Не было ли в эти дни розыгрыша, упоминания у другого автора${hasReach ? '' : ', рекламы'} или публикации в прессе? Тогда отметьте это в строке.`,
  ];
}

/** What cannot be estimated, in words. */
export const growthProblems = {
  tooFew: { en: 'too few rows', ru: 'мало строк' },
  severalAccounts: { en: 'looks like several accounts', ru: 'похоже на несколько аккаунтов' },
} as const;
