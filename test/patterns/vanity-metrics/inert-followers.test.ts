import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/base/cells.ts';
import { gainSentence } from '../../../src/growth/texts.ts';
import { wordsOf } from '../../../src/i18n/words.ts';
import { inertFollowers } from '../../../src/patterns/vanity-metrics/inert-followers.ts';
import { foundRows, runSignal } from '../run-signal.ts';

const headers = ['Дата публикации', 'Площадка', 'Подписчики', 'Лайки', 'Комментарии', 'Примечание'];

/** Twenty quiet posts of one network; on the twelfth a third of the audience has come. */
function posts(network: string, note = '', jump = 400): (string | number)[][] {
  return Array.from({ length: 20 }, (_, day) => [
    `${`0${day + 1}`.slice(-2)}.05.2026`,
    network,
    1200 + 2 * day + (day >= 11 ? jump : 0),
    60 + ((day * 7) % 9),
    5 + (day % 3),
    day === 11 ? note : '',
  ]);
}

describe('inert-followers', () => {
  it('finds the row of a gain that nothing accompanies', () => {
    const result = runSignal(inertFollowers, headers, posts('ВК'));
    expect(foundRows(result)).toEqual(['13 serious']);
    expect(result.insights.map(({ code }) => code)).toEqual(['share']);
  });
  it('reports what the sheet itself explains, and accuses nobody of it', () => {
    const result = runSignal(inertFollowers, headers, posts('ВК', 'розыгрыш абонемента'));
    expect([result.outcome, result.explained]).toEqual(['clear', [{ row: 13, why: 'giveaway' }]]);
  });
  it.each([
    ['the row before it within a week', 7, 'clear'],
    ['but not after more than a week', 8, 'found'],
  ])('a mark explains the growth up to the next row: %s', (_, gap, outcome) => {
    const rows = posts('ВК').map(([date = '', ...rest], day) => {
      const moved = new Date(Date.UTC(2026, 3, 10 + day + (day >= 11 ? gap - 1 : 0))).toISOString().slice(0, 10);
      return [date && moved, ...rest.slice(0, -1), day === 10 ? 'розыгрыш абонемента' : ''];
    });
    expect(runSignal(inertFollowers, headers, rows).outcome).toBe(outcome);
  });
  it('a mark explains the row above it where the newest stands on top and nothing is dated', () => {
    const falling = Array.from({ length: 20 }, (_, row): (string | number)[] => [
      'one',
      1900 - 2 * row - (row >= 9 ? 500 : 0),
      60 + ((row * 7) % 9),
      5 + (row % 3),
      row === 9 ? 'розыгрыш абонемента' : '',
    ]);
    const kept = ['Аккаунт', ...headers.slice(2)];
    expect(runSignal(inertFollowers, kept, falling).explained).toEqual([{ row: 10, why: 'giveaway' }]);
  });
  it('a row without a time of publication goes by its day', () => {
    const rows = posts('ВК').map(([date = '', , ...rest], day) => (day % 4 === 0 ? ['', date, ...rest] : [`${date} 12:00`, date, ...rest]));
    expect(foundRows(runSignal(inertFollowers, ['Дата публикации', 'День', ...headers.slice(2)], rows))).toEqual(['13 serious']);
    const hidden = rows
      .map((row, day) => (day === 12 ? ['', ...row.slice(1)] : row))
      .map((row, day) => (day === 11 ? ['', ...row.slice(1)] : row));
    expect(foundRows(runSignal(inertFollowers, ['Дата публикации', 'День', ...headers.slice(2)], hidden))).toEqual(['13 serious']);
  });
  it('judges each account by its own history, though their rows alternate', () => {
    const [one, other] = [
      posts('ВК'),
      posts('Инстаграм', '', 0).map((row) => row.map((cell, at) => (at === 2 ? Number(cell) * 10 : cell))),
    ];
    const mixed = one.flatMap((row, index) => [row, other[index] ?? []]);
    const result = runSignal(inertFollowers, headers, mixed);
    expect(foundRows(result)).toEqual(['24 serious']);
    // The share is that of one account: which one, its first row says.
    const { evidence = {} } = result.insights.find(({ code }) => code === 'share') ?? {};
    expect(inertFollowers.texts.ru.insights?.share?.(evidence, wordsOf('ru'))).toMatch(/^Аккаунт из строки 2\. Около \d+/);
    expect(inertFollowers.texts.en.insights?.share?.(evidence, wordsOf('en'))).toMatch(/^Account of row 2\. About \d+/);
  });
  it('leaves a quiet account alone', () => {
    expect(runSignal(inertFollowers, headers, posts('ВК', '', 0)).outcome).toBe('clear');
  });
  it('asks about a jump of followers alone, as minor: nothing to compare with, no share, no line in the bill', () => {
    const result = runSignal(
      inertFollowers,
      ['Дата', 'Подписчики'],
      posts('ВК').map(([date = '', , followers = '']) => [date, followers]),
    );
    expect(foundRows(result)).toEqual(['13 minor']);
    expect(result.insights).toEqual([]);
    const [finding] = result.findings;
    expect(inertFollowers.bill?.cost(finding?.evidence ?? {})).toBeUndefined();
    expect(inertFollowers.texts.en.finding(finding?.evidence ?? {}, wordsOf('en'))).toContain('no activity to compare with');
  });
  it.each([
    ['bloggers with their followers', ['Блогер', 'Подписчики', 'Лайки'], (index: number) => [`Блогер ${index}`]],
    ['accounts, one row each', ['Аккаунт', 'Подписчики', 'Лайки'], (index: number) => [`account_${index}`]],
    ['people whose column has no known header', ['Кто', 'Подписчики', 'Лайки'], (index: number) => [`person ${index}`]],
    ['the same with a date of the last post', ['Дата публикации', 'Подписчики', 'Лайки'], (index: number) => [`${10 + index}.05.2026`]],
    ['the same with a network', ['Соцсеть', 'Подписчики', 'Лайки'], () => ['Instagram']],
  ])('a list is not a history: %s', (_, header, first) => {
    // Follower counts of different people, in any order.
    const sizes = [5400, 212_000, 880, 96_000, 14_300, 402_000, 3100, 51_000, 720, 27_500, 133_000, 9_900];
    const rows = sizes.map((size, index): (string | number)[] => [...first(index), size, Math.round(size / 30)]);
    const result = runSignal(inertFollowers, header, rows);
    expect(result.outcome).toBe('not-checked');
    expect(['list', 'no-order']).toContain(result.notJudged?.reason);
  });
  it('takes views for reach where there is no reach: a jump that many saw is not accused', () => {
    const seen = posts('ВК').map(([date = '', , followers = '', likes = ''], day) => [date, followers, likes, day === 11 ? 60_000 : 900]);
    expect(foundRows(runSignal(inertFollowers, ['Дата', 'Подписчики', 'Лайки', 'Просмотры'], seen))).toEqual([]);
    const unseen = seen.map(([date = '', followers = '', likes = '']) => [date, followers, likes, 900]);
    expect(foundRows(runSignal(inertFollowers, ['Дата', 'Подписчики', 'Лайки', 'Просмотры'], unseen))).toEqual(['13 serious']);
  });
  it('says too few rows instead of nothing', () => {
    expect(runSignal(inertFollowers, headers, posts('ВК').slice(0, 3)).notJudged?.reason).toBe('too-few-rows');
  });
  it('says what it read otherwise than it stands', () => {
    const undated = Array.from({ length: 30 }, (_, day): (string | number)[] => [
      'studio',
      2000 + 20 * day + (day === 11 ? 18_000 : 0),
      100 * day + (day % 3),
    ]);
    const { insights } = runSignal(inertFollowers, ['Аккаунт', 'Подписчики', 'Лайки'], undated.reverse());
    expect(insights).toEqual([{ code: 'reading', evidence: { mistyped: 1, newestFirst: true, likes: true } }]);
    const { ru, en } = inertFollowers.texts;
    const evidence = insights[0]?.evidence ?? {};
    expect(ru.insights?.reading?.(evidence, wordsOf('ru'))).toBe(
      'Чтобы оценить рост подписчиков, часть ячеек прочитана не так, как написана. Похоже на опечатку, взято по соседним строкам: 1 число подписчиков. Только растут и поэтому приняты за накопленный итог: лайки. Дат нет, а подписчиков сверху вниз только меньше: новые строки сочтены верхними.',
    );
    expect(en.insights?.reading?.(evidence, wordsOf('en'))).toContain('taken as its neighbours: 1 follower count.');
  });
  it('says the period and what is missing beside the share', () => {
    const { insights } = runSignal(inertFollowers, headers, posts('ВК'));
    const share = insights.find(({ code }) => code === 'share');
    expect(inertFollowers.texts.ru.insights?.share?.(share?.evidence ?? {}, wordsOf('ru'))).toMatch(
      /^Около \d+\u00A0% нынешних подписчиков, похоже, не проявляют активности \(от .*\)\. Оценка по \d+ строкам с \d+ .* 2026 по \d+ .* 2026; о том, что было вне их, судить нельзя\. В таблице нет сохранений и охвата, поэтому уверенности меньше\.$/,
    );
  });
  it.each([
    [{ noSaves: true, noReach: true }, 'There are no saves and no reach in the sheet', 'В таблице нет сохранений и охвата'],
    [
      { noSaves: true, noReach: false, row: 5 },
      'There are no saves in the rows of this account',
      'В строках этого аккаунта нет сохранений',
    ],
    [{ noSaves: false, noReach: true }, 'There is no reach in the sheet', 'В таблице нет охвата'],
  ])('says of what is missing where it is missing: %j', (missing, english, russian) => {
    const evidence = { share: 0.2, low: 0.1, high: 0.3, risk: 0.8, rows: 30, ...missing };
    for (const [language, words] of [
      ['en', `${english}, so this is less certain.`],
      ['ru', `${russian}, поэтому уверенности меньше.`],
    ] as const)
      expect(inertFollowers.texts[language].insights?.share?.(evidence, wordsOf(language))).toContain(words);
  });
  it.each([
    ['above the limit', 0.7, '13 serious', /Many of them are likely inactive\. Was there/],
    ['below it', 1, '13 minor', /stayed as usual\..* Worth asking: was there/],
  ])('severity and words follow from the risk: %s', (_, seriousRisk, severity, words) => {
    const result = runSignal(inertFollowers, headers, posts('ВК'), { thresholds: { seriousRisk } });
    expect(foundRows(result)).toEqual([severity]);
    expect(inertFollowers.texts.en.finding(result.findings[0]?.evidence ?? {}, wordsOf('en'))).toMatch(words);
  });
  it('reads well in both languages and leaves the innocent reading open', () => {
    const evidence = {
      date: Date.UTC(2026, 2, 28),
      gained: 240,
      audience: 0.33,
      timesUsual: 107,
      paid: 0,
      likes: true,
      comments: true,
      saves: true,
      tail: 'stopped',
      vanished: 0,
      lost: 0,
      level: 2,
      likely: true,
    };
    expect(gainSentence(evidence, 'en')).toBe(
      '28 March: +240 followers (33% of the audience, 107 times the usual pace); likes, comments and saves stayed as usual. Growth stopped dead the next day. Afterwards activity did not rise as a live audience of this size would. Many of them are likely inactive. Was there a giveaway, a shout-out, an ad or press on these days? Then note it in the row.',
    );
    expect(gainSentence(evidence, 'ru')).toBe(
      '28 марта: +240 подписчиков (33\u00A0% аудитории, в 107\u00A0раз быстрее обычного); лайки, комментарии и сохранения при этом на обычном уровне. На следующий день рост оборвался. После этого активность не выросла так, как выросла бы у живой аудитории такого размера. Скорее всего, многие из них неактивны. Не было ли в эти дни розыгрыша, упоминания у другого автора, рекламы или публикации в прессе? Тогда отметьте это в строке.',
    );
  });
});

describe('a jump that is only worth asking about', () => {
  /** Hand-made: so many followers, quiet days, and one day that brings a third more; with or without the activity for most of it. */
  const days = (followers: number, likesOfTheDay: number) =>
    Array.from({ length: 24 }, (_, at): readonly Cell[] => [
      new Date(Date.UTC(2026, 3, 1 + at, 9)),
      Math.round(followers * (1 + 0.001 * at) + (at >= 12 ? followers / 3 : 0)),
      at === 12 ? likesOfTheDay : 40 + (at % 5),
      3,
    ]);
  const severities = (followers: number, likes: number) =>
    runSignal(inertFollowers, ['Date', 'Followers', 'Likes', 'Comments'], days(followers, likes)).findings.map(({ severity }) => severity);
  it('is one of an account that is starting up', () => {
    expect(severities(3000, 44)).toContain('serious');
    expect(severities(90, 44)).not.toContain('serious');
  });
});
