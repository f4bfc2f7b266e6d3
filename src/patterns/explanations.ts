import { remembered } from '../base/remembered.ts';
import { anyWord } from './words.ts';

/** Words in a note or type column by which the sheet itself explains a row. */
const words: readonly (readonly [string, (text: string) => boolean])[] = [
  ['giveaway', anyWord(['розыгрыш*', 'конкурс*', 'гив', 'гивэвей', 'giveaway*', 'contest*', 'raffle*', 'competition*'])],
  [
    'shout-out',
    anyWord([
      'упоминан*',
      'упомянул*',
      'взаимопиар*',
      'коллаб*',
      'репост у',
      'совместн*',
      'shout-out*',
      'shoutout*',
      'mention*',
      'collab*',
      'feature*',
    ]),
  ],
  [
    'promotion',
    anyWord(['продвиж*', 'реклам*', 'промо*', 'таргет*', 'посев*', 'promo*', 'promotion*', 'boost*', 'ads', 'ad', 'advert*', 'campaign*']),
  ],
];
const negated = anyWord(['без', 'нет', 'не', 'no', 'not', 'without', 'organic']);

export interface Explainable {
  readonly note?: string | undefined;
  readonly format?: string | undefined;
  readonly paid?: boolean | undefined;
  readonly spend?: number | undefined;
}

/** Why the sheet itself says that a row is out of the ordinary: a giveaway, a shout-out, paid promotion; `undefined` when it does not. */
export function explanationOf({ note, format, paid, spend }: Explainable): string | undefined {
  if (paid === true) return 'paid';
  if (spend !== undefined && spend > 0) return 'spend';
  return (note && wordOf(note)) || (format && wordOf(format)) || undefined;
}

/** The reason that a text names; empty for none. */
const wordOf = remembered((text) => (negated(text) ? '' : (words.find(([, matches]) => matches(text))?.[0] ?? '')));
