import { cleanText, isBlank } from '../base/cells.ts';
import { DAY, readDates } from '../base/dates.ts';
import { readNumbers } from '../base/numbers.ts';
import { estimateInertGrowth } from '../growth/index.ts';
import type { AccountSeries, InertGrowth } from '../growth/series.ts';
import { growthProblems } from '../growth/texts.ts';
import { languageOf, type Text } from '../i18n/language.ts';
import type { FormulaResult } from './engine/call-rows.ts';
import { defineWholeFormula, type Example, type Formula } from './engine/define.ts';
import { dateOrderOf, FormulaProblem, type LazyEnvironment } from './engine/environment.ts';
import { columnsOf, filledHeight, type Matrix } from './engine/matrix.ts';
import { inArgument, parameterName } from './engine/parameter-names.ts';
import { range } from './engine/params.ts';

type Given = Matrix | undefined;
type GrowthArguments = readonly [followers: Matrix, engagements: Given, dates: Given, reach: Given, explained: Given];

interface GrowthFormula {
  readonly name: string;
  readonly summary: Text;
  readonly returns: string;
  readonly examples: readonly Example[];
  readonly answer: (growth: Extract<InertGrowth, { status: 'estimated' }>) => FormulaResult;
}

/** A formula over one account's history: BOTRISK, BOTROWS and BOTSHARE take the same arguments and ask the same estimator. */
export function defineGrowthFormula({ name, summary, returns, examples, answer }: GrowthFormula): Formula {
  return defineWholeFormula({
    name,
    summary,
    params: [
      range('followers', {
        en: 'Followers in total, one column, one account, oldest first unless dates are given.',
        ru: 'Подписчиков всего: одна колонка, один аккаунт, сначала старые, если нет дат.',
      }),
      range(
        'engagements',
        {
          en: 'Optional. Likes, comments, saves: one column per kind, in any order. Followers alone prove little: the risk then stays low.',
          ru: 'Необязательно. Лайки, комментарии, сохранения: по колонке на каждый вид, порядок любой. Одни подписчики доказывают мало: риск тогда невысок.',
        },
        { optional: true },
      ),
      range('dates', { en: 'Optional. Dates of the rows.', ru: 'Необязательно. Даты строк.' }, { optional: true }),
      range(
        'reach',
        {
          en: 'Optional. Reach of the rows; it clears advertised growth of suspicion.',
          ru: 'Необязательно. Охват строк; он снимает подозрение с рекламы.',
        },
        { optional: true },
      ),
      range(
        'explained',
        {
          en: 'Optional. Rows of a known giveaway, shout-out or campaign, marked with anything.',
          ru: 'Необязательно. Строки известных розыгрышей, упоминаний, кампаний, отмеченные чем угодно.',
        },
        { optional: true },
      ),
    ],
    returns,
    examples,
    evaluate: (args, environment) => {
      const growth = estimateInertGrowth(readAccount(name, args, environment));
      if (growth.status === 'estimated') return answer(growth);
      return growthProblems[growth.status === 'too-few-rows' ? 'tooFew' : 'severalAccounts'][languageOf(environment().locale)];
    },
  });
}

/** Reads the ranges; all must reach down to the last filled row of followers. */
function readAccount(
  name: string,
  [followers, engagements, dates, reach, explained]: GrowthArguments,
  environment: LazyEnvironment,
): AccountSeries {
  if (followers.width > 1)
    throw new FormulaProblem({
      en: `${name} requires followers in one column, not ${followers.width}`,
      ru: `${name}: ${inArgument('followers')} нужна одна колонка, а не ${followers.width}`,
    });
  const height = filledHeight(followers);
  const read = (matrix: Matrix, param: string) => {
    if (matrix.height < height) {
      throw new FormulaProblem({
        en: `${name} requires ${param} as high as followers, not ${matrix.height} and ${height} rows`,
        ru: `${name}: «${parameterName(param, 'ru')}» и «${parameterName('followers', 'ru')}» должны быть одной высоты, а не ${matrix.height} и ${height} строк`,
      });
    }
    return columnsOf(matrix, height);
  };
  const counts = (matrix: Matrix, param: string) => read(matrix, param).map((cells) => readNumbers(cells, { wholeNumbers: true }).values);
  const columns = engagements ? counts(engagements, 'engagements').filter((values) => values.some((value) => !Number.isNaN(value))) : [];
  const days = dates && read(dates, 'dates')[0];
  const marks = explained && read(explained, 'explained')[0];
  const reached = reach && counts(reach, 'reach')[0];
  return {
    followers: counts(followers, 'followers')[0] ?? [],
    activity: columns.map((values) => ({ kind: columns.length === 1 ? 'total' : 'likes', values })),
    ...(days ? { days: readDays(days, environment) } : {}),
    ...(reached ? { reach: reached } : {}),
    ...(marks ? { explained: marks.map((cell) => !isBlank(cell) && !/^(false|no|нет|0)$/i.test(cleanText(cell))) } : {}),
  };
}

function readDays(cells: readonly unknown[], environment: LazyEnvironment): Float64Array {
  const clock = { toWall: (instant: number) => environment().zone.toWall(instant) };
  const list = cells as Parameters<typeof readDates>[0];
  const read = readDates(list, { clock });
  const dates = read.decidedBy === 'undecided' ? readDates(list, { clock, fallbackOrder: dateOrderOf(environment().locale) }) : read;
  return dates.values.map((wall) => wall / DAY);
}

/** A quiet account of twelve days whose followers jump by a third on the seventh, with activity as always. Made by hand. */
export const boughtExample: readonly unknown[] = [
  [[1000], [1002], [1003], [1005], [1006], [1008], [1340], [1341], [1343], [1344], [1346], [1347]],
  [
    [52, 4],
    [48, 3],
    [55, 5],
    [50, 4],
    [47, 3],
    [53, 4],
    [51, 4],
    [49, 3],
    [54, 5],
    [50, 4],
    [52, 3],
    [48, 4],
  ],
];
