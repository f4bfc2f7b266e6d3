import { describe, expect, it } from 'vitest';
import { gainSentence } from '../../../src/formulas/explained-growth/texts.ts';
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
  it('judges each account by its own history, though their rows alternate', () => {
    const [one, other] = [
      posts('ВК'),
      posts('Инстаграм', '', 0).map((row) => row.map((cell, at) => (at === 2 ? Number(cell) * 10 : cell))),
    ];
    const mixed = one.flatMap((row, index) => [row, other[index] ?? []]);
    expect(foundRows(runSignal(inertFollowers, headers, mixed))).toEqual(['24 serious']);
  });
  it('leaves a quiet account alone', () => {
    expect(runSignal(inertFollowers, headers, posts('ВК', '', 0)).outcome).toBe('clear');
  });
  it('says too few rows instead of nothing', () => {
    expect(runSignal(inertFollowers, headers, posts('ВК').slice(0, 3)).notJudged?.reason).toBe('too-few-rows');
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
      level: 2,
    };
    expect(gainSentence(evidence, 'en')).toBe(
      '28 March: +240 followers (33% of the audience, 107 times the usual pace); likes, comments and saves stayed as usual. Growth stopped dead the next day. Afterwards activity did not rise as a live audience of this size would. Was there a giveaway, a shout-out, an ad or press on these days? Then note it in the row.',
    );
    expect(gainSentence(evidence, 'ru')).toBe(
      '28 марта: +240 подписчиков (33\u00A0% аудитории, в 107\u00A0раз быстрее обычного); лайки, комментарии и сохранения при этом на обычном уровне. На следующий день рост оборвался. После этого активность не выросла так, как выросла бы у живой аудитории такого размера. Не было ли в эти дни розыгрыша, упоминания у другого автора, рекламы или публикации в прессе? Тогда отметьте это в строке.',
    );
  });
});
