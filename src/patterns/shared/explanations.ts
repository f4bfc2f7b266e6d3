import { remembered } from '../../base/remembered.ts';
import { format, note, paid, spend } from '../../table/fields.ts';
import type { TableContent } from '../../table/table.ts';
import { optional } from '../engine/row-reader.ts';
import { anyWord } from './word-matching.ts';

/** Where the sheet itself may explain a row. */
export const explainingColumns = { paid: optional(paid), spend: optional(spend), note: optional(note), format: optional(format) };

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

/** Why the sheet itself says that a row is out of the ordinary: a giveaway, a shout-out, paid promotion; `undefined` when it does not. */
export function explanationsOf({ columns, length }: TableContent): readonly (string | undefined)[] {
  const flags = columns.get(paid.id)?.flags;
  const amounts = columns.get(spend.id)?.numbers;
  const texts = [note, format].map(({ id }) => columns.get(id)?.texts);
  const why = new Array<string | undefined>(length).fill(undefined);
  for (let row = 0; row < length; row++) {
    if (flags?.[row] === 1) why[row] = 'paid';
    else if ((amounts?.[row] ?? 0) > 0) why[row] = 'spend';
  }
  for (const own of texts) {
    for (let row = 0; own && row < length; row++) if (own[row] !== '') why[row] ??= explanationIn(own[row] ?? '') || undefined;
  }
  return why;
}

/** The reason that a text names; empty for none. */
export const explanationIn = remembered((text) => (negated(text) ? '' : (words.find(([, matches]) => matches(text))?.[0] ?? '')));
