import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/i18n/words.ts';
import { audienceMismatch } from '../../../src/patterns/show-off/audience-mismatch.ts';
import { foundRows, runSignal, type Surroundings } from '../run-signal.ts';

describe('audience-mismatch', () => {
  const judge = (rows: readonly (readonly (string | number)[])[], given: Surroundings = {}) =>
    runSignal(audienceMismatch, ['Блогер', 'Цена', 'Доля города', 'Доля возраста'], rows, given);

  it('judges a city at one half and one quarter', () => {
    const rows = [
      ['a', 100, '50 %', '90 %'],
      ['b', 100, '49 %', '90 %'],
      ['c', 100, '25 %', '90 %'],
      ['d', 100, '24 %', '90 %'],
    ];
    expect(foundRows(judge(rows))).toEqual(['3 minor', '4 minor', '5 serious']);
  });
  it('only asks where the header names a place or ages, and nobody says whether they are the client’s', () => {
    const rows = [
      ['a', 100, '20 %'],
      ['b', 100, '60 %'],
    ];
    const named = (share: string, client?: Surroundings['client']) =>
      runSignal(audienceMismatch, ['Influencer', 'Cost', share], rows, client ? { client } : {});
    // A country is judged as one; its audience is not priced.
    expect(named('Spain IP %').findings.map(({ row, severity, evidence }) => [row, severity, evidence.supposed, evidence.outside])).toEqual(
      [
        [2, 'minor', true, undefined],
        [3, 'minor', true, undefined],
      ],
    );
    expect(foundRows(named('Perm, %'))).toEqual(['2 minor']);
    expect(foundRows(named('18-24, %'))).toEqual(['2 minor']);
    expect(foundRows(named('Perm, %', { target: 'city', city: 'Perm' }))).toEqual(['2 serious']);
    expect(foundRows(named('Spain IP %', { target: 'country', city: 'Spain' }))).toEqual(['2 serious', '3 minor']);
  });
  it('judges a country at 70 and 50 %', () => {
    const rows = [
      ['a', 100, '70 %', ''],
      ['b', 100, '69 %', ''],
      ['c', 100, '49 %', ''],
    ];
    expect(foundRows(judge(rows, { client: { target: 'country' } }))).toEqual(['3 minor', '4 serious']);
  });
  it('takes the smallest known share and prices what went outside', () => {
    expect(judge([['a', 1000, '80 %', '20 %']]).findings[0]?.evidence).toEqual({
      kind: 'age',
      known: 'geo-age',
      share: 0.2,
      relevant: 0.8 * 0.2,
      price: 1000,
      outside: 1000 * (1 - 0.8 * 0.2),
    });
  });
  it('does not judge rows without any share', () => {
    expect(judge([['a', 100, '', '-']]).skipped).toEqual([{ reason: 'no-share', rows: [2] }]);
  });

  describe('an audience known in words only', () => {
    const client = { target: 'city', city: 'Пермь', age: '25–45' } as const;
    const inWords = (rows: readonly (readonly string[])[], given: Surroundings = { client }) =>
      runSignal(audienceMismatch, ['Блогер', 'Город аудитории', 'Возраст аудитории'], rows, given);

    it.each([
      ['another city, other ages', 'Москва', '13–17', 'serious'],
      ['the whole country, other ages', 'Россия', '13–17', 'serious'],
      ['another country', 'Алматы', '25–45', 'serious'],
      ['another city, the right ages', 'Moscow', '25–34', 'minor'],
      ['the whole country', 'Россия', '25–45', 'minor'],
      ['the right city, other ages', 'Пермь', '13–17', 'minor'],
      ['the right city, a third of the years', 'Perm', '18–27', 'minor'],
      ['the right city and ages', 'жители Перми', '25–40', undefined],
      ['the right city among others', 'Москва, Пермь', '30+', undefined],
    ])('%s', (_, place, age, severity) => {
      expect(foundRows(inWords([['a', place, age]]))).toEqual(severity === undefined ? [] : [`2 ${severity}`]);
    });

    it('one cell may say both', () => {
      const rows = [['a', 'Москва, 13–17']];
      expect(foundRows(runSignal(audienceMismatch, ['Блогер', 'Аудитория'], rows, { client }))).toEqual(['2 serious']);
    });
    it('is not judged where the client’s own place and ages are not known', () => {
      const result = inWords([['a', 'Москва', '13–17']], {});
      expect([result.outcome, result.skipped[0]?.reason]).toEqual(['not-checked', 'words-not-comparable']);
    });
    it('a share says more than the word beside it', () => {
      const rows = [['a', 'Москва', '60 %']];
      expect(foundRows(runSignal(audienceMismatch, ['Блогер', 'Город аудитории', 'Доля города'], rows, { client }))).toEqual([]);
    });
    it('a city beside leads is no audience', () => {
      const rows = [['01.06.2026', 'Москва']];
      expect(runSignal(audienceMismatch, ['Дата заявки', 'Город'], rows, { client }).outcome).toBe('not-checked');
    });
    it('the sentence has the numbers and no word of the cell', () => {
      const [finding] = inWords([['a', 'Москва', '13–17']]).findings;
      const { en, ru } = audienceMismatch.texts;
      expect(en.finding(finding?.evidence ?? {}, wordsOf('en'))).toBe(
        'The audience lives in another city than the client works in. Its age, 13–17, does not meet the client’s 25–45. No shares are given, so this goes by words alone.',
      );
      expect(ru.finding(finding?.evidence ?? {}, wordsOf('ru'))).toBe(
        'Аудитория живёт не в том городе, где работает клиент. Её возраст, 13–17, не пересекается с возрастом клиентов, 25–45. Долей в таблице нет, это вывод только по словам.',
      );
    });
  });
});
