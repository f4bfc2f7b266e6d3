import { beforeAll, describe, expect, it } from 'vitest';
import { decimalMarkOf } from '../../../src/formulas/engine/environment.ts';
import { formulas } from '../../../src/formulas/index.ts';
import { warehouseScript } from '../../../src/local/warehouse/script.ts';
import { SMMAUDIT } from '../../../src/wording/SMMAUDIT.ts';
import { column, spreadsheet } from '../../formulas/call.ts';
import { createRandom } from '../../simulation/random.ts';
import { sandboxWith } from './sandbox.ts';

let script = '';
let run: ReturnType<typeof sandboxWith>;
beforeAll(async () => {
  script = await warehouseScript();
  run = sandboxWith(script);
});

/** As the sheet has it, in a spreadsheet whose clock is that of the values. */
function inSheet(name: string, args: readonly unknown[], locale = 'en_GB'): unknown {
  const formula = [...formulas, SMMAUDIT].find((one) => one.name === name);
  return formula?.call(args, spreadsheet(locale, 'Etc/UTC'));
}
const row = (name: string, ...args: readonly unknown[]) => run(`smmAudit.row(${JSON.stringify(name)}, values)`, args);
const moment = (text: string) => new Date(`${text}Z`);

describe('the script of a warehouse', () => {
  it('stays under a megabyte, and is plain ASCII', () => {
    expect(script.length).toBeLessThan(1_000_000);
    expect(/[^\n\r\t -~]/.exec(script)?.[0]).toBeUndefined();
  });

  it('runs where there is nothing but the language', () => {
    const names = ['Intl', 'TextEncoder', 'setTimeout', 'console', 'process', 'WebAssembly', 'structuredClone', 'URL'];
    expect(run(`[${names.map((name) => `typeof ${name}`).join(',')}]`)).toEqual(names.map(() => 'undefined'));
    expect(row('ER', [40, 10], 1000)).toBe(0.05);
  });
});

describe('a row', () => {
  it.each<readonly [name: string, args: readonly unknown[], sheet: readonly unknown[]]>([
    ['ER', [[52, null, 4], 1203], [[[52, '', 4]], 1203]],
    ['ERR', [[7, 1], 311], [[[7, 1]], 311]],
    ['ERV', [[7, 1], 12_345], [[[7, 1]], 12_345]],
    ['ADFIT', [0.83, 0.41, null], [0.83, 0.41]],
    ['RELEVANTCPM', [10_000, 50_000, 0.83, 0.41, 0.9], [10_000, 50_000, 0.83, 0.41, 0.9]],
    [
      'APPROVALLAG',
      [moment('2026-05-18T10:00:00'), moment('2026-05-21T10:07:31'), null, null],
      [moment('2026-05-18T10:00:00'), moment('2026-05-21T10:07:31')],
    ],
    [
      'LEADLAG',
      [moment('2026-05-15T18:10:00'), null, moment('2026-05-18T11:00:00'), 'Mon-Fri 10:00-19:00'],
      [moment('2026-05-15T18:10:00'), '', moment('2026-05-18T11:00:00'), 'Mon-Fri 10:00-19:00'],
    ],
  ])('%s: the sheet’s answer to the last digit', (name, args, sheet) => {
    const answer = row(name, ...args);
    expect(answer).toBeTypeOf('number');
    expect(answer).toBe(inSheet(name, sheet));
  });

  it('takes numbers that came as text, as INT64 and NUMERIC do where they do not fit a number', () => {
    expect(row('ER', ['40', '10'], '1000')).toBe(0.05);
  });

  it('is NULL where the sheet is blank or says a sentence, and tells the sentence when it is asked', () => {
    expect([row('ER', [null, null], 1000), row('ER', [40, 10], null), row('ER', [40, 10], 0)]).toEqual([null, null, null]);
    expect(run('smmAudit.why("ER", values, "ru")', [[40, 10], 0])).toBe('ER: в аргументе «подписчики» нужно число больше 0, а не «0»');
    expect(run('smmAudit.why("ER", values, null)', [[40, 10], 1000])).toBeNull();
  });
});

describe('an account', () => {
  /** Days of an account that buys followers once, made by a seeded generator. */
  function historyOf(seed: number) {
    const random = createRandom(seed);
    let followers = 1000 + random.whole(0, 5000);
    const bought = random.whole(30, 90);
    return Array.from({ length: 120 }, (_, day) => {
      followers += random.poisson(3) + (day === bought ? Math.round(followers * 0.3) : 0);
      return {
        day: new Date(Date.UTC(2026, 0, 1 + day)),
        followers,
        engagements: [random.poisson(followers * 0.03), random.next() < 0.1 ? null : random.poisson(followers * 0.002)],
        reach: Math.round(followers * random.between(0.2, 0.5)),
        explained: null,
      };
    });
  }

  it('has the sheet’s answers to the last digit', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const history = historyOf(seed);
      const ranges = [
        column(...history.map(({ followers }) => followers)),
        history.map(({ engagements }) => engagements.map((count) => count ?? '')),
        column(...history.map(({ day }) => day)),
        column(...history.map(({ reach }) => reach)),
      ];
      for (const name of ['BOTRISK', 'BOTSHARE'])
        expect(run(`smmAudit.account("${name}", values)`, history), `${name} ${seed}`).toBe(inSheet(name, ranges));
      const rows = run(
        'smmAudit.accountRows("BOTROWS", values).map(function (one) { return [one.inert === null ? "" : one.inert]; })',
        history,
      );
      expect(rows).toEqual(inSheet('BOTROWS', ranges));
    }
  });

  it('is NULL with too few rows', () => {
    expect(run('smmAudit.account("BOTRISK", values)', historyOf(1).slice(0, 2))).toBeNull();
    expect(run('smmAudit.accountRows("BOTROWS", values)[0].inert', historyOf(1).slice(0, 2))).toBeNull();
  });
});

describe('a whole table', () => {
  const header = ['Тема', 'Отправлено на согласование', 'Согласовано', 'Кругов правок'];
  const rows = [
    ['Корм', '18.05.2026 10:00', '26.05.2026 10:00', '1'],
    ['Игрушки', '19.05.2026 10:00', '19.05.2026 12:00', '6'],
    ['Груминг', '20.05.2026 10:00', '20.05.2026 12:00', null],
  ];

  it.each(['ru_RU', 'en_GB'])('%s: what SMMAUDIT says, row by row', (locale) => {
    const answer = run('smmAudit.table(values.header, values.rows, null, null, values.locale)', {
      ...{ header, locale },
      rows: rows.map((cells) => ({ cells })),
    });
    const sheet = inSheet(
      'SMMAUDIT',
      [[header, ...rows.map((cells) => cells.map((cell) => cell ?? ''))]],
      locale,
    ) as readonly (readonly string[])[];
    expect(answer).toEqual(sheet.flatMap(([patterns, why], place) => (patterns || why ? [{ row: place, patterns, why }] : [])));
    expect(answer).toHaveLength(3);
  });
});

describe('the decimal mark', () => {
  it.each([
    'en_US',
    'en_GB',
    'ru_RU',
    'uk_UA',
    'de_DE',
    'de_CH',
    'fr_FR',
    'it_IT',
    'es_ES',
    'es_MX',
    'es_AR',
    'pt_BR',
    'pl_PL',
    'tr_TR',
    'ja_JP',
    'he_IL',
  ])('of %s is the one that Intl knows', (locale) => {
    expect(run('new smmIntl.NumberFormat(values).format(1.5)', locale.replace('_', '-'))).toBe(
      decimalMarkOf(locale) === ',' ? '1,5' : '1.5',
    );
  });
});
