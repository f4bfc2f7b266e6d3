import type { Language, Text } from '../i18n/language.ts';
import { type Words, wordsOf } from '../i18n/words.ts';

const measureWords = {
  likes: { en: 'likes', ru: 'лайки' },
  comments: { en: 'comments', ru: 'комментарии' },
  saves: { en: 'saves', ru: 'сохранения' },
  engagements: { en: 'engagements', ru: 'активность' },
  reach: { en: 'reach', ru: 'охват' },
  views: { en: 'views', ru: 'просмотры' },
} as const satisfies Record<string, Text>;

/** A kind of number that could have accompanied the growth. */
export type Measure = keyof typeof measureWords;
const measureIds = Object.keys(measureWords) as readonly Measure[];

/**
 * What is known of one unexplained gain, as plain numbers: they cross to the sheet, the sentence is made there.
 * A measure is `true` where the sheet keeps it.
 */
export type GainEvidence = { [M in Measure]?: boolean } & {
  /** Wall time of the row, where the sheet has dates. */
  date?: number;
  /** Followers gained beyond the usual pace, their share of the audience before, and how many times the usual pace. */
  gained: number;
  audience: number;
  timesUsual: number;
  /** Part that activity or reach could have brought. */
  paid: number;
  /** How it ended: `stopped`, `decayed` or `unknown`. */
  tail: string;
  /** Followers who vanished in bulk later. */
  vanished: number;
  /** Followers below the usual pace in the two weeks after; 0 where there were none. */
  lost: number;
  /** Log-odds that the newcomers never acted afterwards. */
  level: number;
  /** The risk is high enough to say so; below that it is a question and no more. */
  likely: boolean;
};

/** The gain in words: when, how many, how unusual, what activity did, what came after; always with the innocent reading. */
export function gainStory(evidence: GainEvidence, language: Language): string {
  const words = wordsOf(language);
  const parts = { en: english, ru: russian }[language](evidence, words);
  return parts.filter(Boolean).join(' ');
}

/** The same for whoever keeps the sheet, who can say so there. */
export const gainSentence = (evidence: GainEvidence, language: Language): string =>
  `${gainStory(evidence, language)} ${thenNote[language]}`;

const thenNote: Text = { en: 'Then note it in the row.', ru: 'Тогда отметьте это в строке.' };

/** How it ended, where that can be told. */
const endings: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    stopped: 'Growth stopped dead the next day.',
    decayed: 'Growth went on the next day at a lower pace, as it does after a mention.',
    faded: 'Growth faded over several days, as it does after a mention.',
  },
  ru: {
    stopped: 'На следующий день рост оборвался.',
    decayed: 'На следующий день рост продолжился, но медленнее, как бывает после упоминания.',
    faded: 'Рост угасал несколько дней, как бывает после упоминания.',
  },
};

/** Below a tenth nothing is said of what was paid for; a multiple beyond this says no more than "far". */
const FAR = 200;

/** "likes, comments and saves"; empty where there is nothing to compare with. */
export function measured(evidence: { readonly [M in Measure]?: unknown }, language: Language): string {
  const names = measureIds.filter((id) => evidence[id] === true).map((id) => measureWords[id][language]);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} ${{ en: 'and', ru: 'и' }[language]} ${last}`;
}

function english(evidence: GainEvidence, words: Words): readonly string[] {
  const { date, gained, audience, timesUsual, paid, tail, vanished, lost, level, likely } = evidence;
  const times = timesUsual > FAR ? `over ${FAR}` : words.number(timesUsual, 0);
  const measures = measured(evidence, 'en');
  return [
    `${date === undefined ? '' : `${words.day(date)}: `}+${words.number(gained, 0)} followers (${words.percent(audience)} of the audience, ${times} times the usual pace);`,
    measures === ''
      ? 'the sheet has no activity to compare with.'
      : paid > 0.1
        ? `${measures} rose too, which accounts for only ${words.percent(paid)} of it.`
        : `${measures} stayed as usual.`,
    endings.en[tail] ?? '',
    level > 1 ? 'Afterwards activity did not rise as a live audience of this size would.' : '',
    lost > 0 && vanished === 0 ? `In the two weeks after, ${words.number(lost, 0)} followers more than usual left.` : '',
    vanished > 0 ? `Later ${words.number(vanished, 0)} followers vanished in bulk.` : '',
    `${likely ? 'Many of them are likely inactive. Was' : 'Worth asking: was'} there a giveaway, a shout-out${evidence.reach || evidence.views ? '' : ', an ad'} or press on these days?`,
  ];
}

function russian(evidence: GainEvidence, words: Words): readonly string[] {
  const { date, gained, audience, timesUsual, paid, tail, vanished, lost, level, likely } = evidence;
  const times = timesUsual > FAR ? `более чем ${words.times(FAR)}` : words.times(timesUsual, 0);
  const followers = words.plural(Math.round(gained), 'подписчик', 'подписчика', 'подписчиков');
  const measures = measured(evidence, 'ru');
  return [
    `${date === undefined ? '' : `${words.day(date)}: `}+${words.number(gained, 0)} ${followers} (${words.percent(audience)} аудитории, ${times} быстрее обычного);`,
    measures === ''
      ? 'активности для сравнения в таблице нет.'
      : paid > 0.1
        ? `при этом ${measures} тоже выше обычного, но этим объясняется только ${words.percent(paid)} прироста.`
        : `${measures} при этом на обычном уровне.`,
    endings.ru[tail] ?? '',
    level > 1 ? 'После этого активность не выросла так, как выросла бы у живой аудитории такого размера.' : '',
    lost > 0 && vanished === 0
      ? `За две недели после этого ${words.plural(Math.round(lost), 'ушёл', 'ушли', 'ушло')} ${words.number(lost, 0)} ${words.plural(Math.round(lost), 'подписчик', 'подписчика', 'подписчиков')} сверх обычного.`
      : '',
    vanished > 0
      ? `Позже разом ${words.plural(Math.round(vanished), 'исчез', 'исчезли', 'исчезло')} ${words.number(vanished, 0)} ${words.plural(Math.round(vanished), 'подписчик', 'подписчика', 'подписчиков')}.`
      : '',
    `${likely ? 'Скорее всего, многие из них неактивны. Не' : 'Стоит спросить: не'} было ли в эти дни розыгрыша, упоминания у другого автора${evidence.reach || evidence.views ? '' : ', рекламы'} или публикации в прессе?`,
  ];
}

/** What cannot be estimated, in words. */
export const growthProblems = {
  tooFew: { en: 'too few rows', ru: 'мало строк' },
  severalAccounts: { en: 'looks like several accounts', ru: 'похоже на несколько аккаунтов' },
} as const;
