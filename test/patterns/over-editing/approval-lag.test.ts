import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/i18n/words.ts';
import { approvalLag } from '../../../src/patterns/over-editing/approval-lag.ts';
import { foundRows, runSignal, type Surroundings } from '../run-signal.ts';

const headers = ['Тема', 'Срочность', 'Отправлено на согласование', 'Согласовано', 'Опубликовано'];
const judge = (rows: readonly (readonly string[])[], given: Surroundings = {}) =>
  runSignal(approvalLag, headers, rows, { workingHours: 'Пн-Пт 10:00-19:00', ...given });

// 1 June 2026 is a Monday; a working day has 9 hours, so two are 18 h.
const hits: readonly (readonly [string, string, string, string, string])[] = [
  ['planned, three working days and a minute', '', '01.06.2026 10:00', '04.06.2026 10:01', '2 minor'],
  ['planned, a minute over two working days', '', '01.06.2026 10:00', '03.06.2026 10:01', '2 minor'],
  ['planned, a minute over five working days', '', '01.06.2026 10:00', '08.06.2026 10:01', '2 serious'],
  ['situational, four hours and a minute, at night', 'ситуативный', '01.06.2026 20:00', '02.06.2026 00:01', '2 minor'],
  ['situational, a minute over a day, over the weekend', 'ситуативный', '06.06.2026 12:00', '07.06.2026 12:01', '2 serious'],
];
const misses: readonly (readonly [string, string, string, string])[] = [
  ['planned, exactly two working days', '', '01.06.2026 10:00', '03.06.2026 10:00'],
  ['planned, over a weekend but short in working hours', '', '05.06.2026 18:00', '08.06.2026 11:00'],
  ['situational, exactly four hours', 'ситуативный', '01.06.2026 10:00', '01.06.2026 14:00'],
  ['situational, only days are known: no hours are proved', 'ситуативный', '01.06.2026', '02.06.2026'],
];

describe('approval-lag', () => {
  it.each(hits)('finds: %s', (_name, urgency, sent, approved, expected) => {
    expect(foundRows(judge([['post', urgency, sent, approved, '']]))).toEqual([expected]);
  });

  it.each(misses)('leaves alone: %s', (_name, urgency, sent, approved) => {
    const result = judge([['post', urgency, sent, approved, '']]);
    expect([result.outcome, result.checkedRows]).toEqual(['clear', 1]);
  });

  it('lets what is still open run until now', () => {
    const { findings } = judge([['post', '', '10.06.2026 10:00', '', '']]);
    expect(findings).toEqual([
      {
        row: 2,
        severity: 'minor',
        evidence: { waited: 29, elapsed: 122, days: 29 / 9, allowed: 2, situational: false, open: true, assumed: false },
      },
    ]);
  });

  it('does not judge a published post whose approval was never written down', () => {
    const result = judge([['post', '', '01.06.2026 10:00', '', '10.06.2026 10:00']]);
    expect([result.outcome, result.skipped]).toEqual(['not-checked', [{ reason: 'not-logged', rows: [2] }]]);
  });

  it.each(['Отклонён', 'отменено', 'rejected', 'Cancelled', 'descartado', 'abgelehnt'])(
    'does not let a post that is %s wait: nobody does',
    (status) => {
      const result = runSignal(approvalLag, [...headers, 'Статус'], [['post', '', '01.06.2026 10:00', '', '', status]]);
      expect([result.findings, result.skipped]).toEqual([[], [{ reason: 'dropped', rows: [2] }]]);
    },
  );

  it('takes a publication in the future for a plan: the post is still open', () => {
    expect(foundRows(judge([['post', '', '01.06.2026 10:00', '', '20.06.2026 10:00']]))).toEqual(['2 serious']);
  });

  it('does not judge without a clock what is open', () => {
    const result = judge([['post', '', '01.06.2026 10:00', '', '']], { now: undefined });
    expect(result.skipped).toEqual([{ reason: 'no-now', rows: [2] }]);
  });

  it('skips rows approved before they were sent, and rows without a sending time', () => {
    const result = judge([
      ['a', '', '03.06.2026 10:00', '01.06.2026 10:00', ''],
      ['b', '', '', '01.06.2026 10:00', ''],
      ['c', '', 'вчера', '01.06.2026 10:00', ''],
      ['d', '', '01.06.2026 10:00', '01.06.2026 12:00', ''],
    ]);
    expect(result.checkedRows).toBe(1);
    expect(result.skipped).toEqual(
      [
        { reason: 'approved-before-sent', rows: [2] },
        { reason: 'blank', field: 'sentAt', rows: [3] },
        { reason: 'unreadable', field: 'sentAt', rows: [4] },
      ].sort(
        (one, other) =>
          result.skipped.findIndex(({ reason }) => reason === one.reason) -
          result.skipped.findIndex(({ reason }) => reason === other.reason),
      ),
    );
  });

  it('says that the hours were assumed when they were', () => {
    const { findings } = runSignal(approvalLag, headers, [['post', '', '01.06.2026 10:00', '04.06.2026 10:01', '']]);
    expect(findings[0]?.evidence).toMatchObject({ assumed: true });
  });

  it('says which column it lacks', () => {
    expect(runSignal(approvalLag, ['Тема', 'Отправлено на согласование'], [['post', '01.06.2026 10:00']]).missing).toEqual([
      ['approvedAt'],
    ]);
    expect(runSignal(approvalLag, ['Тема', 'Согласовано'], [['post', '01.06.2026 10:00']]).missing).toEqual([['sentAt']]);
  });
});

describe('what a report says of so many posts', () => {
  const limits = { plannedDays: 2, situationalHours: 4 };
  it.each([
    [11, 0, 'en', '11 of 57 posts waited for approval longer than 2 working days'],
    [11, 4, 'en', '11 of 57 posts waited long for approval: 7 longer than 2 working days, 4 real-time ones longer than 4 h'],
    [4, 4, 'en', '4 of 57 posts, real-time ones, waited for approval longer than 4 h'],
    [11, 0, 'ru', '11 из 57 постов ждали согласования дольше 2 рабочих дней'],
    [11, 4, 'ru', '11 из 57 постов долго ждали согласования: 7 — дольше 2 рабочих дней, 4 ситуативных — дольше 4 ч'],
    [21, 1, 'ru', '21 из 57 постов долго ждали согласования: 20 — дольше 2 рабочих дней, 1 ситуативный — дольше 4 ч'],
    [1, 1, 'ru', '1 из 57 постов, ситуативный, ждал согласования дольше 4 ч'],
  ] as const)('%i in question, %i of them real-time (%s)', (rows, apart, language, sentence) => {
    const said = approvalLag.texts[language].outside?.heading?.({ rows, of: 57, apart, limits }, wordsOf(language));
    expect(said?.replace(/\u00A0/g, ' ')).toBe(sentence);
  });

  it.each([
    [0, 'en', '46 of 57 posts were approved within 2 working days'],
    [4, 'en', '46 of 57 posts were approved in time: within 2 working days, real-time ones within 4 h'],
    [0, 'ru', '46 из 57 постов согласованы не дольше чем за 2 рабочих дня'],
    [4, 'ru', '46 из 57 постов согласованы вовремя: не дольше чем за 2 рабочих дня, ситуативные — за 4 ч'],
  ] as const)('in order, where %i real-time ones were not (%s)', (apart, language, sentence) => {
    const said = approvalLag.texts[language].outside?.good?.({ rows: 46, of: 57, apart, limits }, wordsOf(language));
    expect(said?.replace(/\u00A0/g, ' ')).toBe(sentence);
  });
});
