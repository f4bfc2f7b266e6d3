import { defineFormula, type Formula } from './engine/define.ts';
import { count, counts } from './engine/params.ts';

/** Engagements per person or per showing: what ER, ERR and ERV have in common. */
export function engagementRate(engagements: number, denominator: number): number {
  return engagements / denominator;
}

interface Denominator {
  readonly name: string;
  readonly by: string;
  readonly en: string;
  readonly ru: string;
  readonly source: { readonly en: string; readonly ru: string };
}

/** A rate whose denominator is in the name. Rows are blank where the denominator or all engagement cells are. */
export function defineEngagementRate({ name, by, en, ru, source }: Denominator): Formula {
  return defineFormula({
    name,
    summary: {
      en: `Engagement rate by ${en}: all engagements of a row divided by its ${en}.`,
      ru: `Коэффициент вовлечённости по ${ru}: все реакции строки, делённые на ${source.ru}.`,
    },
    params: [
      counts(
        'engagements',
        {
          en: 'Likes, comments, saves and shares: one or more cells or columns, summed row by row.',
          ru: 'Лайки, комментарии, сохранения, репосты: одна или несколько колонок.',
        },
        { atLeast: 0 },
      ),
      count(
        by,
        { en: `${source.en}; the last argument.`, ru: `${source.ru[0]?.toUpperCase()}${source.ru.slice(1)}; последний аргумент.` },
        { above: 0 },
      ),
    ],
    returns: 'A rate from 0 to 1 per row; format the cell as a percentage.',
    examples: [
      { formula: `=${name}(120, 2400)`, arguments: [120, 2400], result: 0.05 },
      {
        formula: `=${name}(B2:C4, D2:D4)`,
        arguments: [
          [
            [100, 20],
            ['', ''],
            ['1,2 тыс.', ''],
          ],
          [[2400], [2400], [24_000]],
        ],
        result: [[0.05], [''], [0.05]],
      },
    ],
    evaluate: ([engagements, denominator]) => engagementRate(engagements, denominator),
  });
}
