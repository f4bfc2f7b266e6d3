/**
 * What a cell can hold when it reaches us. Google hands over numbers, text, booleans and `Date`s; chunks that crossed as JSON carry
 * dates as wall-clock ISO text; an empty cell is `''`, `null` or `undefined`, depending on the road it took.
 */
export type Cell = string | number | boolean | Date | null | undefined;

/** True for a `Date` of any realm: `instanceof` fails for values made outside the bundle's own context. */
export function isDate(value: unknown): value is Date {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}

const errorText = /^#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!|N\/D|ССЫЛКА!|ДЕЛ\/0!|ЗНАЧ!|ИМЯ\?|ЧИСЛО!|ПУСТО!|Н\/Д)$/;

/** An error value such as `#N/A`, or a cell that is still computing: not available, never text and never zero. */
export function isErrorText(value: unknown): boolean {
  return typeof value === 'string' && (value.charCodeAt(0) === 35 ? errorText.test(value.trim()) : value.slice(0, 7) === 'Loading');
}

/** Ways in which people and exports write "nothing here". */
const nullTokens = new Set([
  '-',
  '–',
  '—',
  '−',
  '--',
  '---',
  'na',
  'n/a',
  'n.a.',
  'nan',
  'null',
  'none',
  'undefined',
  'lifetime',
  'н/д',
  'нд',
  'нет данных',
  'неизвестно',
  'unknown',
  'no data',
]);

/** What those begin with: most texts need no further look. */
const nullBeginnings = new Set([...nullTokens].flatMap((token) => [token.charCodeAt(0), token.toUpperCase().charCodeAt(0)]));

/** Nothing, or only spaces. */
export function isEmpty(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : value === null || value === undefined;
}

/** Not known: empty, or one of the words that mean so (`-`, `n/a`, `undefined`, `н/д`). Blank is never zero. */
export function isBlank(value: unknown): boolean {
  if (typeof value !== 'string') return value === null || value === undefined;
  const text = value.trim();
  // No word is longer: long texts need not be copied.
  return text === '' || (text.length <= 12 && nullBeginnings.has(text.charCodeAt(0)) && nullTokens.has(text.toLowerCase()));
}

/**
 * A cell's text for matching and showing: invisible characters gone, every kind of space one plain space. Keeps the case.
 * Soft hyphens stand inside real export headers, no-break spaces between real thousands.
 */
export function cleanText(value: unknown): string {
  if (typeof value === 'string') {
    if (isPlain(value)) return value;
    return value
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  }
  return isEmpty(value) || isObject(value) ? '' : String(value);
}

/** Latin, Cyrillic, digits and single spaces between words: most cells, and nothing to clean. Looking is many times faster than replacing. */
function isPlain(text: string): boolean {
  let before = 32;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isVisible = (code > 32 && code < 127) || (code >= 0x400 && code < 0x460);
    if (!isVisible && (code !== 32 || before === 32)) return false;
    before = code;
  }
  return before !== 32;
}

/** An image in a cell, or whatever else is no text, number, yes/no or date: it says nothing. */
const isObject = (value: unknown): boolean => typeof value === 'object' && !(isDate(value) && Number.isFinite(value.getTime()));

/** What came, as shown inside a sentence: short, in one line. */
export function quoteCell(value: unknown): string {
  const text = isObject(value) ? '…' : isDate(value) ? value.toISOString() : cleanText(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** `A` for 1, `AA` for 27. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
