/** What a header says in words, and what it says beside them: a unit, a currency, a qualifier in brackets. */
import { cleanText } from '../../base/cells.ts';
import { type DateOrder, offsetOfZone } from '../../base/dates.ts';
import { currencyCode } from '../../base/numbers.ts';
import { remembered } from '../../base/remembered.ts';

const pictures = /\p{Extended_Pictographic}|\uFE0F|\u20E3/gu;
const unit =
  /^(?:%|₽|\$|€|£|₴|₸|руб|р|тг|грн|rub|usd|eur|шт|чел|ед|тыс|млн|k|pcs|people|\d*\s*(?:ч|час|часов|мин|сек|дн|h|hours|min|sec|seconds|days)|[dmдм]{2}[./-][dmдм]{2}\S*|(?:utc|gmt)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|мск|msk|y\/n|да\/нет|абс)\.?$/i;
const unitAtEnd = /,\s*([^,()]{1,10}?)\s*$/;

/** `Publicación`, `İçerik`, `Zasięg`: Latin letters without their marks. Cyrillic й and ї are letters of their own. */
const folded = (text: string): string =>
  /[\u00c0-\u024f]|[a-z]\u0307/.test(text)
    ? text
        .normalize('NFD')
        .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
        .normalize('NFC')
        .replace(/[ıłøß]/g, (letter) => ({ ı: 'i', ł: 'l', ø: 'o' })[letter] ?? 'ss')
    : text;

/** `viewCount`, `PublishDate`: the words of a programmer's identifier; the names of networks are one word. */
const identifier = /^(?!TikTok|YouTube|LinkedIn|WhatsApp|HubSpot)[A-ZА-Я]?[a-zа-я]+(?:[A-ZА-Я][a-zа-я]+)+$/;
const inWords = (text: string): string => (identifier.test(text) ? text.replace(/([a-zа-я])([A-ZА-Я])/g, '$1 $2') : text);

const plain = (text: string): string =>
  folded(inWords(text.trim()).toLowerCase())
    .replace(/ё/g, 'е')
    .replace(/["'’‘ʼ`´«»“”„.,:;!?%#№@₽$€£₴₸/\\_[\]()|*-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** No header of ours is nearly as long; a cell may hold 50,000 brackets. */
const LONGEST = 300;

const withoutPictures = (header: string): string => cleanText(header.slice(0, LONGEST).replace(pictures, ' '));

function withoutUnit(text: string): string {
  const last = unitAtEnd.exec(text.replace(/[\s:;]+$/, ''));
  return last?.[1] !== undefined && unit.test(last[1]) ? text.slice(0, last.index) : text;
}

/** `ad_spend_usd`: a currency that ends an identifier. */
const currencyAtEnd = /(?<=\S )(?:usd|eur|rub|gbp|inr|idr|brl|uah|kzt|byn|pln|mxn|aud|cad|jpy)$/;

/** A header as it is compared: no case, ё, pictures, invisible characters, brackets, units, currencies, percent signs or punctuation. */
export const normaliseHeader: (header: string) => string = remembered((header) =>
  plain(withoutUnit(withoutPictures(header).replace(/\([^)]*\)/g, ' ')))
    .replace(currencyAtEnd, '')
    .trim(),
);

/** The currency that a header carries: `Сумма затрат (USD)`, `Цена, ₽`. */
export function headerCurrency(header: string): string | undefined {
  for (const word of cleanText(header).split(/[\s(),_]+/)) {
    const code = word.length <= 4 && !/^[рp]\.?$/i.test(word) ? currencyCode(word) : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

/** The order of day and month that a header states: `Date (DD/MM/YYYY)`, `Дата, дд.мм`, `Date (M/D)`. */
export function headerDateOrder(header: string): DateOrder | undefined {
  const [, first] =
    /(?:^|[\s(,])(d{1,2}|m{1,2}|д{1,2}|м{1,2})[./ -](?:d{1,2}|m{1,2}|д{1,2}|м{1,2})(?![a-zа-я])/i.exec(cleanText(header)) ?? [];
  return first === undefined ? undefined : /^[dд]/i.test(first) ? 'day-first' : 'month-first';
}

/** Whether bare numbers below a header are weeks: `Week #`, `№ недели`, `KW`. */
export const areWeeksUnder = (header: string): boolean =>
  /(^| )(week|wk|kw|cw|недел[яи]|semana|semaine|woche|settimana)( |$)/.test(normaliseHeader(header));

/** How far east of Greenwich, in ms, the clock runs that a header names: `Created (UTC)`, `Publish time (GMT+3)`, `Дата, МСК`. */
export function headerOffset(header: string): number | undefined {
  const [, zone] = /[\s(,]\s*((?:UTC|GMT)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|МСК|MSK)\)?\s*$/i.exec(cleanText(header)) ?? [];
  return zone === undefined ? undefined : offsetOfZone(zone);
}

/** By how much the numbers below are to be multiplied: `Охват, тыс.` keeps thousands. */
export function headerFactor(header: string): number {
  const [, thousands, millions] = /(?:^|[\s(,])(?:(тыс|thousands?)|(млн|millions?))\.?\)?$/i.exec(cleanText(header)) ?? [];
  return thousands ? 1e3 : millions ? 1e6 : 1;
}

/** Words that join, and say nothing of what is meant. */
const joining =
  'на в во и по от к у с со из для of the a an in on at to for and by no all все всего общий общая общее total daily weekly monthly de la el los las del le les du des d l der die das do da dos e y et di della dell il lo i сегодня today ндс без vat';
/** Words that count what follows. */
const counting = 'кол количество число кількість сть number count qty';
const smallWords = new Set(`${joining} ${counting}`.split(' '));
const isCounting = new RegExp(`(^| )(${counting.split(' ').join('|')})( |$)`);
const period =
  / (?:на конец|на начало|за|на|в|per|for the|in the|end of the|end of|start of the|start of|as of) (?:день|дня|сутки|неделю|недели|месяц|месяца|год|года|период|периода|дату|day|week|month|period|year|date)(?= )/g;
const perPeriod = / (?:за|per) | (?:daily|weekly|monthly) /;

/** The words that tell headers apart, in alphabetical order. */
export function tellingWords(normal: string): readonly string[] {
  const words = ` ${normal} `
    .replace(period, ' ')
    .split(' ')
    .filter((word) => word !== '' && !smallWords.has(word) && !/^\d+(?:ч|h|hrs?|d|дн)?$/.test(word));
  const isDate = words.some((word) => word === 'дата' || word === 'date');
  return [...new Set(words)].filter((word) => !(isDate && (word === 'время' || word === 'time'))).sort();
}

/** What a column is about says nothing of what it holds: `Blog title`, `Update link`, `Стоимость поста`. */
const objects = new Set(
  (
    'post posts blog content video videos clip reel reels tweet tweets update asset article creative publication item working final actual draft ' +
    'пост поста постов публикации публикация публикаций ролик ролика клип клипа видео рилс рилса контента материала статьи ' +
    'publicacion publicaciones contenido publicacao conteudo contenu beitrag beitrags inhalt post contenuto film tresci gonderi icerik ' +
    'допис допису дописи контенту публикацията postagem postagens ' +
    'story stories сторис рийл name nome nombre nom имя ник nick nickname thumbnail'
  ).split(' '),
);

/** The telling words without those. */
export const withoutObjects = (words: readonly string[]): readonly string[] => words.filter((word) => !objects.has(word));

export interface HeaderWords {
  readonly normal: string;
  /** With what stands in brackets. */
  readonly full: string;
  readonly words: readonly string[];
  /** Words written short, with a full stop. */
  readonly shortened: ReadonlySet<string>;
  /** What stands in brackets and is no unit, period or total: `(organic)`. */
  readonly qualifier: string;
  readonly isShare: boolean;
  readonly isMoney: boolean;
  /** `Кол-во постов`: a count of the things, not the things. */
  readonly isCount: boolean;
  /** `№ заявки`, `Lead #`: it numbers the things, it does not count them. */
  readonly isNumbering: boolean;
  /** Of a day, week or month: a flow, not a level. */
  readonly isPerPeriod: boolean;
}

/** What is asked of few headers is found out when it is asked. */
export function readHeader(header: string, normal = normaliseHeader(header), words = tellingWords(normal)): HeaderWords {
  const text = withoutPictures(header);
  const full = plain(text);
  return {
    normal,
    full,
    words,
    get shortened() {
      return new Set(text.toLowerCase().match(/\p{L}{3,}(?=\.)/gu) ?? []);
    },
    get qualifier() {
      return qualifierOf(text);
    },
    isShare: text.indexOf('%') >= 0,
    get isMoney() {
      return headerCurrency(text) !== undefined;
    },
    get isCount() {
      return isCounting.test(normal);
    },
    get isNumbering() {
      // Weeks are told by their numbers.
      return /^(№|номер )|(#|№| no\.?| номер)$/i.test(text) && !areWeeksUnder(header);
    },
    get isPerPeriod() {
      return perPeriod.test(` ${full} `);
    },
  };
}

function qualifierOf(text: string): string {
  const bracket = (/\(([^)]*)\)/.exec(text)?.[1] ?? '').trim();
  const isUnit = unit.test(bracket) || /^[A-Z]{3}$/.test(bracket) || tellingWords(plain(bracket)).length === 0;
  return isUnit || /^(всего|итого)$/i.test(bracket) ? '' : bracket;
}
