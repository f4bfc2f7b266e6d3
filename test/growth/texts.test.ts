import { describe, expect, it } from 'vitest';
import { type GainEvidence, gainSentence, growthProblems, measured } from '../../src/growth/texts.ts';

/** A gain of which as little as possible is said; the sheet keeps likes. */
const plain: GainEvidence = {
  gained: 240,
  audience: 0.33,
  timesUsual: 107,
  paid: 0,
  tail: 'unknown',
  vanished: 0,
  lost: 0,
  level: 0,
  likely: false,
  likes: true,
};

/** The sentence with no-break spaces, which keep a number and its unit on one line, as `_`. */
const said = (change: Partial<GainEvidence>, language: 'en' | 'ru') =>
  gainSentence({ ...plain, ...change }, language).replace(/\u00A0/g, '_');

const question = {
  en: 'Worth asking: was there a giveaway, a shout-out, an ad or press on these days? Then note it in the row.',
  ru: 'Стоит спросить: не было ли в эти дни розыгрыша, упоминания у другого автора, рекламы или публикации в прессе? Тогда отметьте это в строке.',
};

describe('the sentence of a gain', () => {
  it('says how much, how unusual, what activity did, and asks for the innocent reading', () => {
    expect(said({}, 'en')).toBe(`+240 followers (33% of the audience, 107 times the usual pace); likes stayed as usual. ${question.en}`);
    expect(said({}, 'ru')).toBe(
      `+240 подписчиков (33_% аудитории, в 107_раз быстрее обычного); лайки при этом на обычном уровне. ${question.ru}`,
    );
  });

  it.each<readonly [string, Partial<GainEvidence>, string, string]>([
    ['its day', { date: Date.UTC(2026, 2, 28) }, '28 March: +240 followers', '28 марта: +240 подписчиков'],
    ['the day on which computers begin to count', { date: 0 }, '1 January: +240', '1 января: +240'],
    ['thousands', { gained: 12_345.6 }, '+12,346 followers (', '+12_346 подписчиков ('],
    ['the number of followers, as rounded', { gained: 20.6 }, '+21 followers (', '+21 подписчик ('],
    ['a few', { gained: 23.4 }, '+23 followers (', '+23 подписчика ('],
    ['a small part of the audience', { audience: 0.045 }, '(4.5% of the audience', '(4,5_% аудитории'],
    ['a few times the usual pace', { timesUsual: 3.6 }, ', 4 times the usual pace)', ', в 4_раза быстрее обычного)'],
    ['two hundred times', { timesUsual: 200 }, ', 200 times the usual pace)', ', в 200_раз быстрее обычного)'],
    ['no more than "far" beyond', { timesUsual: 201 }, ', over 200 times the usual pace)', ', более чем в 200_раз быстрее обычного)'],
    [
      'that a part was paid for',
      { paid: 0.11, comments: true },
      '; likes and comments rose too, which accounts for only 11% of it. Worth',
      '; при этом лайки и комментарии тоже выше обычного, но этим объясняется только 11_% прироста. Стоит',
    ],
    ['nothing of a tenth paid for', { paid: 0.1 }, '; likes stayed as usual. Worth', '; лайки при этом на обычном уровне. Стоит'],
    [
      'that there is nothing to compare with, though a part were paid for',
      { likes: false, paid: 0.5 },
      '; the sheet has no activity to compare with. Worth',
      '; активности для сравнения в таблице нет. Стоит',
    ],
    [
      'a sudden end',
      { tail: 'stopped' },
      'usual. Growth stopped dead the next day. Worth',
      'уровне. На следующий день рост оборвался. Стоит',
    ],
    [
      'a slow end',
      { tail: 'decayed' },
      'usual. Growth went on the next day at a lower pace, as it does after a mention. Worth',
      'уровне. На следующий день рост продолжился, но медленнее, как бывает после упоминания. Стоит',
    ],
    [
      'a slower one',
      { tail: 'faded' },
      'usual. Growth faded over several days, as it does after a mention. Worth',
      'уровне. Рост угасал несколько дней, как бывает после упоминания. Стоит',
    ],
    [
      'that newcomers did not act',
      { level: 1.1 },
      'usual. Afterwards activity did not rise as a live audience of this size would. Worth',
      'уровне. После этого активность не выросла так, как выросла бы у живой аудитории такого размера. Стоит',
    ],
    [
      'that the newcomers are likely inactive, where the risk is high',
      { likely: true },
      'usual. Many of them are likely inactive. Was there a giveaway',
      'уровне. Скорее всего, многие из них неактивны. Не было ли',
    ],
    ['nothing of newcomers of whom it is not clear', { level: 1 }, 'usual. Worth', 'уровне. Стоит'],
    [
      'how many left soon',
      { lost: 21 },
      'usual. In the two weeks after, 21 followers more than usual left. Worth',
      'уровне. За две недели после этого ушёл 21 подписчик сверх обычного. Стоит',
    ],
    [
      'how many vanished',
      { vanished: 3343.4 },
      'usual. Later 3,343 followers vanished in bulk. Worth',
      'уровне. Позже разом исчезли 3_343 подписчика. Стоит',
    ],
    ['twenty-one of them', { vanished: 20.7 }, 'Later 21 followers vanished', 'Позже разом исчез 21 подписчик.'],
    ['twenty-five of them', { vanished: 25 }, 'Later 25 followers vanished', 'Позже разом исчезло 25 подписчиков.'],
    [
      'nothing of ads where reach would show them',
      { reach: true },
      'likes and reach stayed as usual. Worth asking: was there a giveaway, a shout-out or press on these days?',
      'упоминания у другого автора или публикации в прессе?',
    ],
  ])('says %s', (_, change, english, russian) => {
    expect(said(change, 'en')).toContain(english);
    expect(said(change, 'ru')).toContain(russian);
  });

  it('says what came after in the order in which it came', () => {
    const all = { tail: 'stopped', level: 2, vanished: 100 };
    expect(said(all, 'en')).toMatch(/stopped dead .* Afterwards .* Later .* was there/);
    expect(said(all, 'ru')).toMatch(/оборвался\. После .* Позже .* не было ли/);
  });
});

it.each<readonly [Parameters<typeof measured>[0], string, string]>([
  [{}, '', ''],
  [{ likes: true }, 'likes', 'лайки'],
  [{ saves: true, likes: true }, 'likes and saves', 'лайки и сохранения'],
  [{ comments: true, likes: true, saves: true }, 'likes, comments and saves', 'лайки, комментарии и сохранения'],
  [{ reach: true, engagements: true, likes: false }, 'engagements and reach', 'активность и охват'],
  [{ likes: 'yes', comments: 1 }, '', ''],
])('what is measured by %j is named in one order', (evidence, english, russian) => {
  expect([measured(evidence, 'en'), measured(evidence, 'ru')]).toEqual([english, russian]);
});

it('says in both languages what cannot be estimated', () => {
  expect(growthProblems.tooFew).toEqual({ en: 'too few rows', ru: 'мало строк' });
  expect(growthProblems.severalAccounts).toEqual({ en: 'looks like several accounts', ru: 'похоже на несколько аккаунтов' });
});
