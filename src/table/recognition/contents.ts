/** Whether the cells of a column can be what its header says: a mapping is believed only if they can. */
import { type Cell, cleanText, isBlank, isDate } from '../../base/cells.ts';
import { readDates } from '../../base/dates.ts';
import { CellState, currencyCode, readNumbers } from '../../base/numbers.ts';
import type { Field } from '../fields.ts';
import * as columns from '../fields.ts';
import { readTimeOfDay } from '../reading/durations.ts';
import { readFlag } from '../reading/flags.ts';
import { isHistory } from '../reading/status-history.ts';
import { agesIn } from '../vocabulary/ages.ts';
import { placesIn } from '../vocabulary/places.ts';
import { areWeeksUnder, normaliseHeader } from './header-text.ts';
import { isNetworkWord, networkNamed } from './networks.ts';

/** Names that some write as numbers; a topic or a network of mere numbers is something else. */
const mayBeNumbers: ReadonlySet<Field> = new Set([
  columns.account,
  columns.postId,
  columns.link,
  columns.parameterValue,
  columns.timeOfDay,
  columns.answeredAfter,
  columns.audienceAge,
]);

const isLink = (text: string) => /:\/\/|^www\./i.test(text);
/** Formats of posts, as people and programs name them. */
const formatWords =
  /reel|photo|image|picture|carousel|album|video|story|stories|text|link|post|short|live|gif|poll|pdf|article|thread|igtv|feed|clip|status|рил|фото|картин|карусел|видео|стори|сторис|клип|текст|пост|опрос|стать|прямой|эфир|лонгрид|мем|подборк|анонс|кружок|допис|світлин|foto|imagen|imagem|carrossel|carrusel|carosello|karussell|bild|beitrag|historia|publica|vídeo|zdj|rolk|karuzel|görsel|hikaye|gönderi|снимк|публикац/i;

/** `1200`, `$300`, `1 200,50 ₽`: no word of anything. */
const isAmount = (text: string) => /^[^\p{L}]?\s?\d[\d\s.,]*(?:\s?[₽$€£₴₸%])?$/u.test(text);

/** Ids have no spaces; those that a spreadsheet turned into `1.8E+16` tell no row from another. */
const isId = (text: string) => !/\s|^@/.test(text) && !/^\d([.,]\d+)?e\+\d+$/i.test(text);

/** Fields whose cells are words of one kind: at least so large a part of them must be. */
const urgencyWords =
  /^(план\S*|ситуатив\S*|срочн\S*|несрочн\S*|planned|plan|situational|urgent|real[- ]time|reactive|evergreen|scheduled|newsjack\S*)( (пост|post))?$/i;

interface WordsOfField {
  readonly part: number;
  readonly fits: (text: string) => boolean;
}
const wordsOfField: ReadonlyMap<Field, WordsOfField> = new Map<Field, WordsOfField>([
  // Ids bear digits, or are long; a word is a kind of content.
  [columns.postId, { part: 0.6, fits: (text: string) => isId(text) && (/\d/.test(text) || text.length >= 9) }],
  [columns.format, { part: 0, fits: (text: string) => formatWords.test(text) && text.length <= 40 }],
  [columns.timeOfDay, { part: 0.6, fits: (text: string) => readTimeOfDay(text) !== undefined }],
  [columns.answeredAfter, { part: 0.5, fits: (text: string) => /\d/.test(text) && !/\d[-/.]\d+[-/.]\d/.test(text) }],
  // A channel that is no network is whoever writes there.
  [
    columns.platform,
    {
      part: 0.3,
      fits: (text: string) =>
        networkNamed(text) !== undefined ||
        /blog|newsletter|podcast|landing|рассылк/i.test(text) ||
        isNetworkWord(text) ||
        /^(?:сайт|блог|e-?mail|max|wa|gmb|gbp)$/i.test(text) ||
        /meta|google|snap|whatsapp|messenger|web/i.test(text),
    },
  ],
  // Who decides is somebody, not a day.
  ...[columns.decider, columns.approver, columns.responsible].map(
    (field) => [field, { part: 0.5, fits: (text: string) => !/\d[-./]\d/.test(text) }] as const,
  ),
  [
    columns.urgency,
    { part: 0.2, fits: (text: string) => urgencyWords.test(text) || readFlag(text) >= 0 || /срочн|urgent|trend|инфоповод/i.test(text) },
  ],
  [columns.approvalHistory, { part: 0.4, fits: isHistory }],
  [
    columns.account,
    { part: 0.5, fits: (text: string) => (!isLink(text) && !text.startsWith('/')) || /\/\/[^/]+\/@?[\w.]+\/?$/.test(text) },
  ],
  [columns.title, { part: 0.5, fits: (text: string) => /\p{L}/u.test(text) && (!isLink(text) || /\s/.test(text)) }],
  [
    columns.audiencePlace,
    {
      part: 0.5,
      fits: (text: string) => {
        const { cities, countries } = placesIn(text);
        return cities.length + countries.length + agesIn(text).length > 0;
      },
    },
  ],
  // `Paid for`: yes or no beside a goal, or the list of what is.
  [columns.isAgreed, { part: 0.6, fits: (text: string) => readFlag(text) >= 0 }],
  [columns.scope, { part: 0.5, fits: (text: string) => readFlag(text) < 0 }],
  [columns.currency, { part: 0.5, fits: (text: string) => currencyCode(text) !== undefined }],
  [columns.audienceAge, { part: 0.5, fits: (text: string) => agesIn(text).length > 0 }],
]);

const saysId = (header: string) => /(^| )(id|ключ|key|идентификатор)( |$)/.test(normaliseHeader(header));

/** How well cells fit a field: how many of the filled ones can be it, and whether that is enough to believe it. */
export interface Fit {
  readonly cells: number;
  readonly of: number;
  readonly holds: boolean;
}

/** How the sample fits what the field needs: `Возраст` with `25-34` is no share, `Комментарии` with sentences no count. */
export function fitOf(field: Field, cells: readonly Cell[], header = ''): Fit {
  const filled = cells.filter((cell) => !isBlank(cell));
  const fit = (count: number, holds: boolean): Fit => ({ cells: count, of: filled.length, holds });
  if (filled.length === 0) return fit(0, true);
  const count = (fits: (cell: Cell) => boolean) => filled.filter(fits).length;
  const words = wordsOfField.get(field);
  const inWords = words ? count((cell) => words.fits(cleanText(cell))) : filled.length;
  // A count of videos is no video's id.
  const isCount = field === columns.postId && !saysId(header) && filled.every((cell) => /^\d{1,5}$/.test(cleanText(cell)));
  // `Type` alone may be of anything.
  const isUnsaid = field === columns.format && /^(type|kind|тип|вид|typ|tipo|art)$/.test(normaliseHeader(header)) && inWords === 0;
  if (isUnsaid || isCount || (words && inWords < words.part * filled.length)) return fit(isCount ? 0 : inWords, false);
  switch (field.kind) {
    case 'flag': {
      // A word that is neither yes nor no, `Промокод`, is no flag; of a lead's answer it is one that cannot be read.
      const said = count((cell) => readFlag(cell) >= 0);
      if (field === columns.paid && said < 0.4 * filled.length) return fit(said, false);
      const isTimed = (cell: Cell) => isDate(cell) || (typeof cell === 'string' && /\d[.:/-]\d/.test(cell));
      return fit(said, !filled.every(isTimed));
    }
    case 'text': {
      // A CRM names whoever is responsible by a number: `ASSIGNED_BY_ID`.
      const areNumbered = mayBeNumbers.has(field) || (field === columns.responsible && saysId(header));
      const worded = areNumbered ? filled.length : count((cell) => typeof cell !== 'number' && !isAmount(cleanText(cell)));
      return fit(Math.min(inWords, worded), worded > 0);
    }
    case 'date': {
      const clock = { toWall: (instant: number) => instant };
      const { states } = readDates(filled, { clock, now: 0, arePeriods: field === columns.day, areWeeks: areWeeksUnder(header) });
      return fitOfStates(states);
    }
    default: {
      const isOther = (field.kind === 'count' || field.kind === 'money') && areShares(filled);
      return isOther ? fit(0, false) : fitOfStates(readNumbers(filled).states);
    }
  }
}

function fitOfStates(states: Uint8Array): Fit {
  const cells = states.filter((state) => state === CellState.read || state === CellState.undecided).length;
  return { cells, of: states.length, holds: cells > 0 };
}

/** The part of the filled cells that fits; a column without any is as it may be. */
export const partOf = ({ cells, of }: Pick<Fit, 'cells' | 'of'>): number => (of === 0 ? 1 : cells / of);

/** Most cells bear a percent sign, or are fractions below one: no counts of anything. */
export function areShares(cells: readonly Cell[]): boolean {
  const { values, percentSigned } = readNumbers(cells.filter((cell) => !isBlank(cell)));
  const shares = values.filter((value, row) => percentSigned[row] === 1 || (value > 0 && value < 1)).length;
  return values.length > 0 && shares > values.length / 2;
}

/** A `Type` whose cells say planned or situational is no format. */
export function isUrgency(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.filter((cell) => urgencyWords.test(cleanText(cell))).length >= 0.6 * filled.length;
}
