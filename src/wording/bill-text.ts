import type { BillLine, BillPart } from '../audit/report.ts';
import type { Language, Text } from '../i18n/language.ts';
import { type Words, wordsOf } from '../i18n/words.ts';

/** A line of the bill without its rows, and how many they are. */
export type BillSum = Omit<BillLine, 'parts'> & { readonly rows: number };

/** A line of the bill: the figure, and what it is a figure of. Side by side they read as one sentence. */
export interface BillWords {
  readonly amount: string;
  readonly what: string;
}

/** One line of the bill in words, with the number of rows it rests on. */
export function billText(sum: BillSum, language: Language): string {
  const { amount, what } = billWords(sum, language);
  return `${amount} ${what}`;
}

export function billWords(sum: BillSum, language: Language): BillWords {
  const words = wordsOf(language);
  const { amount, what } = sentences[language][sum.unit](sum, words);
  return { amount, what: `${what}; ${rowCount(sum.rows, words)}${sum.rows < 3 ? fewRows[language] : ''}` };
}

const fewRows: Text = { en: ' (fewer than three: treat with care)', ru: ' (меньше трёх: судить осторожно)' };
/** `1 row`, `3 строки`. */
export const rowCount = (rows: number, words: Words) =>
  `${words.number(rows, 0)} ${words.language === 'en' ? words.plural(rows, 'row', 'rows') : words.plural(rows, 'строка', 'строки', 'строк')}`;

type Sentence = (sum: BillSum, words: Words) => BillWords;
const counted = (amount: number, words: Words, ...forms: readonly [string, string, string?]) =>
  `${words.number(amount, 0)} ${words.plural(Math.round(amount), ...forms)}`;

const sentences: Readonly<Record<Language, Readonly<Record<BillLine['unit'], Sentence>>>> = {
  en: {
    money: ({ amount, currency }, words) => ({
      amount: words.money(amount, currency),
      what: 'spent on people outside the target audience',
    }),
    hours: ({ amount, byCalendar }, words) => ({
      amount: counted(amount, words, 'hour', 'hours'),
      what: `spent waiting for approval (planned posts: working time${byCalendar === undefined ? '' : `; ${words.number(byCalendar, 0)} by the calendar`})`,
    }),
    posts: ({ amount }, words) => ({ amount: counted(amount, words, 'post', 'posts'), what: 'published after the moment had passed' }),
    leads: ({ amount, outOf }, words) => ({
      amount: counted(amount, words, 'lead', 'leads'),
      what: `${outOf === undefined ? '' : `of ${words.number(outOf, 0)} (${words.percent(amount / outOf)}) `}without an answer`,
    }),
    followers: ({ amount, low, high }, words) => ({
      amount: counted(amount, words, 'follower', 'followers'),
      what: `with no sign of activity${low === undefined || high === undefined ? '' : ` (between ${words.number(low, 0)} and ${words.number(high, 0)})`}`,
    }),
    engagements: ({ amount }, words) => ({ amount: counted(amount, words, 'engagement', 'engagements'), what: 'below the usual level' }),
  },
  ru: {
    money: ({ amount, currency }, words) => ({
      amount: words.money(amount, currency),
      what: 'потрачено на людей вне целевой аудитории',
    }),
    hours: ({ amount, byCalendar }, words) => ({
      amount: counted(amount, words, 'час', 'часа', 'часов'),
      what: `ожидания согласования (плановые посты — в рабочем времени${byCalendar === undefined ? '' : `; по календарю ${words.number(byCalendar, 0)}`})`,
    }),
    posts: ({ amount }, words) => ({
      amount: counted(amount, words, 'пост', 'поста', 'постов'),
      what: `${words.plural(amount, 'вышел', 'вышли')}, когда момент уже прошёл`,
    }),
    leads: ({ amount, outOf }, words) => ({
      amount: counted(amount, words, 'заявка', 'заявки', 'заявок'),
      what: `${outOf === undefined ? '' : `из ${words.number(outOf, 0)} (${words.percent(amount / outOf)}) `}без ответа`,
    }),
    followers: ({ amount, low, high }, words) => ({
      amount: counted(amount, words, 'подписчик', 'подписчика', 'подписчиков'),
      what: `без признаков активности${low === undefined || high === undefined ? '' : ` (от ${words.number(low, 0)} до ${words.number(high, 0)})`}`,
    }),
    engagements: ({ amount }, words) => ({
      amount: counted(amount, words, 'реакции', 'реакций', 'реакций'),
      what: 'не хватает до обычного уровня',
    }),
  },
};

/** How the figures of a line are made, row by row. */
export const arithmetic: Readonly<Record<BillLine['unit'], Text>> = {
  money: { en: 'Price × (1 − the part of the audience that fits).', ru: 'Цена × (1 − доля подходящей аудитории).' },
  hours: {
    en: 'From “sent” to “approved”; what is still open runs to the day of the scan.',
    ru: 'От «отправлено» до «согласовано»; если ответа ещё нет — до дня проверки.',
  },
  posts: { en: 'One for every post that came out too late.', ru: 'По одному за каждый опоздавший пост.' },
  leads: { en: 'Leads that came − leads that were answered.', ru: 'Пришло заявок − ответили.' },
  followers: {
    en: 'The gain × the likelihood that no activity stands behind it × 0.9; the range is 0.5 to 1.1 of the gain.',
    ru: 'Прирост × вероятность, что активности за ним нет, × 0,9; границы — от 0,5 до 1,1 прироста.',
  },
  engagements: {
    en: 'What the posts around it reach − its own; a post above the usual level counts against the sum.',
    ru: 'Сколько набирают соседние посты − сколько набрал этот; пост выше обычного уровня уменьшает сумму.',
  },
};

/** So many decimals that whoever calculates with the number as it is shown arrives at the same result. */
const decimalsFor = (value: number, isSame: (shown: number) => boolean): number =>
  [0, 1, 2, 3].find((decimals) => isSame(Number(value.toFixed(decimals)))) ?? 4;

/** The arithmetic of one row, in the numbers of its finding. */
export function partText(
  { amount, evidence }: BillPart,
  { unit, currency }: Pick<BillLine, 'unit' | 'currency'>,
  language: Language,
): string {
  const words = wordsOf(language);
  const known = (key: string) => (typeof evidence[key] === 'number' ? Number(evidence[key]) : undefined);
  const shown = (value: number) => (unit === 'money' ? words.money(value, currency) : words.number(value, 0));
  const result = shown(amount);
  const [price, relevant] = [known('price'), known('relevant')];
  if (unit === 'money' && price !== undefined && relevant !== undefined) {
    const decimals = decimalsFor(relevant * 100, (percent) => shown(price * (1 - percent / 100)) === result);
    return `${shown(price)} × (1 − ${words.percent(relevant, decimals)}) = ${result}`;
  }
  const [gained, risk] = [known('gained'), known('risk')];
  if (unit === 'followers' && gained !== undefined && risk !== undefined) {
    const decimals = decimalsFor(risk, (likelihood) => shown(gained * likelihood * 0.9) === result);
    return `${shown(gained)} × ${words.number(risk, decimals)} × ${words.number(0.9)} = ${result}`;
  }
  const [usual, own] = [known('usual'), known('own')];
  if (unit === 'engagements' && usual !== undefined && own !== undefined) return `${shown(usual)} − ${shown(own)} = ${result}`;
  const came = known('came');
  if (unit === 'leads' && came !== undefined) return `${shown(came)} − ${shown(came - amount)} = ${result}`;
  if (unit !== 'hours') return result;
  const elapsed = known('elapsed');
  const calendar = elapsed === undefined ? '' : ` (${byCalendar[language]} ${words.hours(elapsed)})`;
  return words.hours(amount) + calendar;
}

const byCalendar: Text = { en: 'by the calendar', ru: 'по календарю' };
