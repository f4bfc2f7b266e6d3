import type { Language, Text } from './language.ts';

const NO_BREAK_SPACE = '\u00A0';

/** How a language writes numbers inside a sentence, and how it counts things. */
export interface Words {
  readonly language: Language;
  /** `1,234.5` or `1 234,5`; at most `decimals` decimals, trailing zeros dropped. */
  number(value: number, decimals?: number): string;
  /** A share from 0 to 1 as `38%` or `38 %`, below a tenth with one decimal. */
  percent(share: number, decimals?: number): string;
  /** A duration in hours as `50 min`, `3.5 h` or `26 h`. */
  hours(hours: number): string;
  /** An amount with its ISO currency, if known: `$1,250`, `1 250 $`. */
  money(amount: number, currency?: string): string;
  /** `28 March` or `28 марта` for a wall time. */
  day(wallTime: number): string;
  /** `28 March 2026` or `28 марта 2026`. */
  date(wallTime: number): string;
  /** `from 28 March 2026` or `с 28 марта 2026`, but `со 2 марта`. */
  since(wallTime: number): string;
  /** The word form that follows this number: one, few, many (English: one, many). */
  plural(count: number, one: string, few: string, many?: string): string;
  /** `2.5 times` or `в 2,5 раза`; above ten without decimals. */
  times(ratio: number, decimals?: number): string;
}

const months: Readonly<Record<Language, readonly string[]>> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
};

export const currencySigns: Readonly<Record<string, string>> = { RUB: '₽', USD: '$', EUR: '€', GBP: '£', KZT: '₸', UAH: '₴' };

function plain(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  return decimals > 0 ? fixed.replace(/\.?0+$/, '') : fixed;
}

function grouped(value: number, decimals: number, group: string, decimal: string): string {
  const [whole = '0', fraction] = plain(value, decimals).split('.');
  const sign = value < 0 && Number(plain(value, decimals)) !== 0 ? '−' : '';
  const text = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return sign + (fraction === undefined ? text : text + decimal + fraction);
}

function englishPlural(count: number, one: string, few: string, many = few): string {
  return Math.abs(count) === 1 ? one : many;
}

function russianPlural(count: number, one: string, few: string, many = few): string {
  const whole = Math.abs(count);
  if (!Number.isInteger(whole)) return few;
  const lastTwo = whole % 100;
  const last = whole % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return many;
  if (last === 1) return one;
  return last >= 2 && last <= 4 ? few : many;
}

/** How a language writes what sentences hold. */
interface Writing {
  readonly plural: Words['plural'];
  readonly group: string;
  readonly decimal: string;
  readonly percent: string;
  readonly minutes: string;
  readonly hours: string;
  /** Currency signs that stand before the amount, without a space. */
  readonly signsBefore: string;
  readonly times: (shown: number, number: string) => string;
  readonly quotes: readonly [string, string];
  /** What stands before the date from which something goes on. @param day of the month */
  readonly since: (day: number) => string;
}

const writing: Readonly<Record<Language, Writing>> = {
  en: {
    plural: englishPlural,
    ...{ group: ',', decimal: '.', percent: '%', minutes: 'min', hours: 'h', signsBefore: '$€£' },
    times: (shown, number) => `${number}${NO_BREAK_SPACE}${englishPlural(shown, 'time', 'times')}`,
    quotes: ['“', '”'],
    since: () => 'from',
  },
  ru: {
    plural: russianPlural,
    ...{ group: NO_BREAK_SPACE, decimal: ',', percent: `${NO_BREAK_SPACE}%`, minutes: 'мин', hours: 'ч', signsBefore: '' },
    times: (shown, number) => `в ${number}${NO_BREAK_SPACE}${russianPlural(shown, 'раз', 'раза', 'раз')}`,
    quotes: ['«', '»'],
    // Read aloud: «со второго».
    since: (day) => (day === 2 ? 'со' : 'с'),
  },
};

/** The words of one language. */
export function wordsOf(language: Language): Words {
  const own = writing[language];
  const number = (value: number, decimals = 1) => grouped(value, decimals, own.group, own.decimal);
  const unit = (amount: string, name: string) => `${amount}${NO_BREAK_SPACE}${name}`;
  const day = (wallTime: number) => {
    const date = new Date(wallTime);
    return `${date.getUTCDate()} ${months[language][date.getUTCMonth()] ?? ''}`;
  };
  const date = (wallTime: number) => `${day(wallTime)} ${new Date(wallTime).getUTCFullYear()}`;
  return {
    language,
    number,
    percent: (share, decimals = Math.abs(share) < 0.1 ? 1 : 0) => number(share * 100, decimals) + own.percent,
    hours: (hours) => {
      if (hours < 1) return unit(number(hours * 60, 0), own.minutes);
      return unit(number(hours, hours < 10 ? 1 : 0), own.hours);
    },
    money: (amount, currency) => {
      const value = number(amount, Math.abs(amount) < 100 ? 2 : 0);
      if (currency === undefined) return value;
      const sign = currencySigns[currency] ?? currency;
      return own.signsBefore.indexOf(sign) >= 0 ? sign + value : unit(value, sign);
    },
    day,
    date,
    since: (wallTime) => `${own.since(new Date(wallTime).getUTCDate())} ${date(wallTime)}`,
    plural: own.plural,
    times: (ratio, decimals = ratio < 10 ? 1 : 0) => {
      const shown = Number(ratio.toFixed(decimals));
      return own.times(shown, number(shown, decimals));
    },
  };
}

/** A name in the quotation marks of the language. */
export const quoted = (text: string, language: Language): string => writing[language].quotes.join(text);

/** Words that the menu, the sidebar, the sheet, the report and the command line share. */
export const shared = {
  productName: { en: 'SMM Audit', ru: 'SMM-аудит' },
  reasonsHeading: { en: 'Why', ru: 'Почему' },
  patternsHeading: { en: 'SMM audit', ru: 'SMM-аудит' },
  summaryTab: { en: 'SMM audit summary', ru: 'SMM-аудит, итоги' },
  copyTab: { en: 'for the client', ru: 'для клиента' },
  rowNumber: { en: 'No.', ru: '№' },
  row: { en: 'row', ru: 'строка' },
  reportTab: { en: 'Client report', ru: 'Отчёт для клиента' },
  nothingFound: { en: 'Nothing found in what could be checked.', ru: 'В том, что удалось проверить, ничего не найдено.' },
  removed: { en: 'Highlight removed; your own edits stay.', ru: 'Подсветка убрана, ваши правки на месте.' },
  addTemplates: { en: 'Add template tabs', ru: 'Добавить вкладки-шаблоны' },
  templatesThere: { en: 'All template tabs are already in this file.', ru: 'Все вкладки-шаблоны уже есть в этом файле.' },
  severity: {
    minor: { en: 'worth a look', ru: 'стоит взглянуть' },
    serious: { en: 'serious', ru: 'важно' },
    critical: { en: 'critical', ru: 'критично' },
  },
  outcome: {
    found: { en: 'found', ru: 'найдено' },
    clear: { en: 'clear', ru: 'чисто' },
    'not-checked': { en: 'not checked', ru: 'не проверено' },
    failed: { en: 'failed', ru: 'сбой проверки' },
  },
} as const satisfies Record<string, Text | Readonly<Record<string, Text>>>;
