import type { Language, Text } from '../i18n/language.ts';
import { type Words, wordsOf } from '../i18n/words.ts';
import { acceptedHeaders, type Field, fields } from '../patterns/columns.ts';
import type { Evidence, Insight, Pattern, Signal, SignalResult, Skipped } from '../patterns/define.ts';
import { patterns } from '../patterns/index.ts';
import { exportById } from './exports.ts';
import { evidenceText } from './reading-evidence.ts';
import type { Assumption, BillLine, LeftOut, PatternResult, Report, SheetProblem, SheetReport } from './report.ts';

/** A signal and the pattern it belongs to; `undefined` for an id that is not ours. */
export function signalById(id: string): { readonly signal: Signal; readonly pattern: Pattern; readonly number: number } | undefined {
  for (let index = 0; index < patterns.length; index++) {
    const pattern = patterns[index];
    const signal = pattern?.signals.find((one) => one.id === id);
    if (pattern && signal) return { signal, pattern, number: index + 1 };
  }
  return undefined;
}

const fieldById = (id: string): Field | undefined => fields.find((field) => field.id === id);

/** One finding in words: a sentence with its numbers, and one thing to do. */
export function findingText(signalId: string, evidence: Evidence, language: Language): { readonly message: string; readonly fix: string } {
  const texts = signalById(signalId)?.signal.texts[language];
  return texts ? { message: texts.finding(evidence, wordsOf(language)), fix: texts.fix } : { message: '', fix: '' };
}

/** `Sent for approval`, `На согласование` …: headers that would do, best first, for each missing field. */
export function missingHeaders(missing: SignalResult['missing'], language: Language): readonly string[] {
  const wanted = [...new Set(missing.flat())];
  return wanted.map(fieldById).flatMap((field) => (field ? acceptedHeaders(field, language) : []));
}

const needs: Readonly<Record<Language, { one: string; several: string; and: string; or: string }>> = {
  en: { one: 'needs a column such as', several: 'needs columns such as', and: ' and ', or: ', or ' },
  ru: { one: 'нужна колонка, например', several: 'нужны колонки, например', and: ' и ', or: ' или ' },
};

/** `needs a column such as "Reach"`; alternatives joined by "or". */
export function missingText(missing: SignalResult['missing'], language: Language): string {
  const { one, several, and, or } = needs[language];
  const quote = (id: string) => {
    const header = fieldById(id)?.aliases[language][0] ?? id;
    return language === 'ru' ? `«${header}»` : `"${header}"`;
  };
  const isOne = missing.every((set) => set.length === 1);
  return `${isOne ? one : several} ${missing.map((set) => set.map(quote).join(and)).join(or)}`;
}

/** What is needed to say why a signal was not checked; rows may have been counted already. */
export type Unchecked = Pick<SignalResult, 'signal' | 'outcome' | 'missing'> & {
  readonly notJudged?: { readonly reason: string; readonly evidence: Evidence };
  readonly skipped: readonly (Omit<Skipped, 'rows'> & { readonly rows: number | readonly number[] })[];
};
const rowsOf = ({ rows }: Unchecked['skipped'][number]): number => (typeof rows === 'number' ? rows : rows.length);

/** Why a signal was not checked, in words; `''` for the other outcomes. */
export function notCheckedText(result: Unchecked, language: Language): string {
  if (result.outcome === 'failed') return failed[language];
  if (result.outcome !== 'not-checked') return '';
  if (result.missing.length > 0) return missingText(result.missing, language);
  if (result.notJudged) {
    const { reason, evidence } = result.notJudged;
    return signalById(result.signal)?.signal.texts[language].notJudged?.[reason]?.(evidence, wordsOf(language)) ?? nothingToJudge[language];
  }
  const [most] = [...result.skipped].sort((one, other) => rowsOf(other) - rowsOf(one));
  return most ? skippedText(result.signal, most, language) : nothingToJudge[language];
}

/**
 * What to say was not checked, once for all sheets: every signal that no sheet could check, with the nearest reason, and wherever the
 * columns were there and the check still could not be made.
 */
export function uncheckedEverywhere<Result extends Unchecked>(
  sheets: readonly { readonly sheet: string; readonly results: readonly Result[] }[],
): readonly { readonly sheet: string; readonly result: Result }[] {
  const all = sheets.flatMap(({ sheet, results }) => results.map((result) => ({ sheet, result })));
  const isSilent = ({ result: { outcome } }: (typeof all)[number]) => outcome === 'not-checked' || outcome === 'failed';
  const checked = new Set(all.filter((one) => !isSilent(one)).map(({ result }) => result.signal));
  const nearest = new Map<string, (typeof all)[number]>();
  const distance = ({ result }: (typeof all)[number]) => result.missing[0]?.length ?? 0;
  for (const one of all.filter(isSilent)) {
    const best = nearest.get(one.result.signal);
    if (!best || distance(one) < distance(best)) nearest.set(one.result.signal, one);
  }
  return all.filter(
    (one) => isSilent(one) && (distance(one) === 0 || (!checked.has(one.result.signal) && nearest.get(one.result.signal) === one)),
  );
}

const failed: Text = {
  en: 'this check broke on something in the sheet; the others went on',
  ru: 'эта проверка споткнулась о что-то в таблице; остальные прошли',
};
const nothingToJudge: Text = { en: 'no row has what this check needs', ru: 'ни в одной строке нет нужных для проверки значений' };

const skipTexts: Readonly<Record<Language, Readonly<Record<string, (header: string) => string>>>> = {
  en: {
    blank: (header) => `no value for ${header}`,
    unreadable: (header) => `a value for ${header} that cannot be read`,
    undecided: (header) =>
      `a value for ${header} that can be read in two ways (decimal mark or order of day and month): set it in the settings`,
  },
  ru: {
    blank: (header) => `нет значения: ${header}`,
    unreadable: (header) => `значение не читается: ${header}`,
    undecided: (header) => `значение читается двояко (десятичный знак или порядок дня и месяца), укажите в настройках: ${header}`,
  },
};

/** Why rows were skipped by a signal, without the rows. */
export function skippedText(signalId: string, { reason, field }: Omit<Skipped, 'rows'>, language: Language): string {
  const general = skipTexts[language][reason];
  if (general && field !== undefined) return general(fieldById(field)?.title[language] ?? field);
  return signalById(signalId)?.signal.texts[language].unclear?.[reason] ?? reason;
}

const explanations: Readonly<Record<string, Text>> = {
  giveaway: { en: 'a giveaway, as the sheet says', ru: 'розыгрыш, отмечен в таблице' },
  promotion: { en: 'a promotion, as the sheet says', ru: 'продвижение, отмечено в таблице' },
  'shout-out': { en: 'a shout-out, as the sheet says', ru: 'упоминание у другого автора, отмечено в таблице' },
  campaign: { en: 'a campaign', ru: 'рекламная кампания' },
  paid: { en: 'paid promotion, as the sheet says', ru: 'платное продвижение, отмечено в таблице' },
  spend: { en: 'ad spend on that day, as the sheet says', ru: 'расход на рекламу в этот день, отмечен в таблице' },
  agreed: { en: 'agreed with the client', ru: 'согласовано с клиентом' },
  other: { en: 'marked as innocent', ru: 'отмечено как нормальное' },
};

/** Why something is explained; what the user typed as a reason of their own is shown as "marked". */
export function explainedText(why: string, language: Language): string {
  return (explanations[why] ?? explanations.other)?.[language] ?? why;
}

const problems: Readonly<Record<SheetProblem, Text>> = {
  empty: { en: 'The sheet is empty: put a table with a header row into it.', ru: 'Лист пуст: нужна таблица со строкой заголовков.' },
  'no-header': {
    en: 'No header row was found in the first 20 rows: name the columns, for example "Date", "Likes", "Followers".',
    ru: 'В первых 20 строках нет строки заголовков: назовите колонки, например «Дата», «Лайки», «Подписчики».',
  },
  'no-data': {
    en: 'There is a header but no row below it: add data and run the audit again.',
    ru: 'Под заголовками нет ни одной строки: добавьте данные и запустите проверку снова.',
  },
  'nothing-recognised': {
    en: 'None of the columns was recognised: say in the settings what they mean, or rename a header.',
    ru: 'Ни одна колонка не узнана: укажите в настройках, что они значат, или переименуйте заголовок.',
  },
  'not-a-grid': {
    en: 'This tab has no cells to read (a chart or a connected data source).',
    ru: 'На этой вкладке нет ячеек для чтения (диаграмма или подключённый источник).',
  },
  'tall-export': {
    en: 'This looks like an export with one metric per row: export it as a table with one column per metric.',
    ru: 'Похоже на выгрузку «одна метрика — одна строка»: выгрузите таблицу, где у каждой метрики своя колонка.',
  },
  'month-blocks': {
    en: 'Months stand side by side as columns here: put one row per month or day, with a column for the date and one for each metric.',
    ru: 'Здесь месяцы стоят колонками рядом: сделайте по строке на месяц или день, с колонкой даты и колонкой для каждой метрики.',
  },
};

export function problemText(problem: SheetProblem, language: Language): string {
  return problems[problem][language];
}

const leftOutTexts: Readonly<Record<LeftOut['reason'], Text>> = {
  blank: { en: 'blank', ru: 'пустые' },
  total: { en: 'totals', ru: 'итоги' },
  header: { en: 'repeated headers', ru: 'повторы заголовка' },
  'other-table': { en: 'another table below', ru: 'другая таблица ниже' },
  'outside-period': { en: 'outside the period', ru: 'вне периода' },
};

const fromRow: Text = { en: 'from row', ru: 'со строки' };

export function leftOutText({ reason, rows }: LeftOut, language: Language): string {
  const from = reason === 'other-table' ? ` ${fromRow[language]} ${rows[0]}` : '';
  return `${leftOutTexts[reason][language]}${from}: ${wordsOf(language).number(rows.length, 0)}`;
}

/** One line of the bill in words, with the number of rows it rests on. */
export function billText(line: Omit<BillLine, 'parts'> & { readonly rows: number }, language: Language): string {
  const words = wordsOf(language);
  const { amount, rows, unit, currency, low, high, byCalendar, outOf } = line;
  const range = low === undefined || high === undefined ? '' : ` (${words.number(low, 0)}–${words.number(high, 0)})`;
  const few = rows < 3 ? fewRows[language] : '';
  const russian = language === 'ru';
  const calendar =
    byCalendar === undefined
      ? ''
      : russian
        ? `, по календарю ${words.number(byCalendar, 0)}`
        : `, ${words.number(byCalendar, 0)} by the calendar`;
  const share = outOf === undefined ? '' : ` (${words.percent(amount / outOf)} ${russian ? 'из' : 'of'} ${words.number(outOf, 0)})`;
  return `${billSentences[language][unit](amount, words, currency)}${range}${calendar}${share}; ${rowCount(rows, words)}${few}`;
}

const fewRows: Text = { en: ' (fewer than three, read with care)', ru: ' (меньше трёх, судить осторожно)' };
const rowCount = (rows: number, words: Words) =>
  `${words.number(rows, 0)} ${words.language === 'en' ? words.plural(rows, 'row', 'rows') : words.plural(rows, 'строка', 'строки', 'строк')}`;

type BillSentence = (amount: number, words: Words, currency: string | undefined) => string;
const billSentences: Readonly<Record<Language, Readonly<Record<BillLine['unit'], BillSentence>>>> = {
  en: {
    money: (amount, words, currency) => `${words.money(amount, currency)} of ad money outside the target`,
    hours: (amount, words) => `${words.number(amount, 0)} hours of waiting for approval (planned posts: in working time)`,
    posts: (amount, words) => `${words.number(amount, 0)} ${words.plural(amount, 'post', 'posts')} published after the moment had passed`,
    leads: (amount, words) => `${words.number(amount, 0)} ${words.plural(amount, 'lead', 'leads')} without an answer`,
    followers: (amount, words) => `${words.number(amount, 0)} followers that look inert`,
    engagements: (amount, words) => `${words.number(amount, 0)} engagements below the usual level`,
  },
  ru: {
    money: (amount, words, currency) => `${words.money(amount, currency)} рекламных денег мимо цели`,
    hours: (amount, words) =>
      `${words.number(amount, 0)} ${words.plural(Math.round(amount), 'час', 'часа', 'часов')} ожидания согласования (плановые посты — в рабочее время)`,
    posts: (amount, words) =>
      `${words.number(amount, 0)} ${words.plural(amount, 'пост вышел', 'поста вышли', 'постов вышли')}, когда момент уже прошёл`,
    leads: (amount, words) => `${words.number(amount, 0)} ${words.plural(amount, 'заявка', 'заявки', 'заявок')} без ответа`,
    followers: (amount, words) =>
      `${words.number(amount, 0)} ${words.plural(Math.round(amount), 'подписчик', 'подписчика', 'подписчиков')}, похоже, без активности`,
    engagements: (amount, words) =>
      `${words.number(amount, 0)} ${words.plural(Math.round(amount), 'реакция', 'реакции', 'реакций')} ниже обычного уровня`,
  },
};

const clientFields: Readonly<Record<string, Text>> = {
  city: { en: 'city', ru: 'город' },
  target: { en: 'kind of target place', ru: 'вид целевого места' },
  age: { en: 'age', ru: 'возраст' },
  adBudget: { en: 'ad budget', ru: 'рекламный бюджет' },
  adBudgetPeriod: { en: 'period of the budget', ru: 'период бюджета' },
  adBudgetCurrency: { en: 'currency of the budget', ru: 'валюта бюджета' },
  scope: { en: 'agreed work', ru: 'состав работ' },
  workingHours: { en: 'working hours', ru: 'рабочее время' },
  daysOff: { en: 'days off', ru: 'выходные дни' },
};

/** Something taken for granted, said aloud. */
export function assumptionText({ code, sheet = '', column = '', value }: Assumption, language: Language): string {
  const russian = language === 'ru';
  const place = russian ? `${sheet}, «${column}»` : `${sheet}, "${column}"`;
  const undecided = value === 'undecided';
  switch (code) {
    case 'calendar':
      return russian
        ? 'Рабочее время не указано, взято Пн–Пт 10:00–19:00.'
        : 'Working hours are not stated; Mon–Fri 10:00–19:00 is assumed.';
    case 'time-zone':
      return russian ? `Часовой пояс: ${value}.` : `Time zone: ${value}.`;
    case 'as-of': {
      const moment = value.replace('T', ' ').slice(0, 16);
      return russian ? `Открытое считается до ${moment}.` : `What is still open is counted up to ${moment}.`;
    }
    case 'client-tab': {
      const name = clientFields[value]?.[language] ?? value;
      return russian ? `С вкладки «${sheet}» взято: ${name}.` : `Taken from the tab "${sheet}": ${name}.`;
    }
    case 'decimal-mark':
      if (undecided)
        return russian
          ? `${place}: десятичный знак не определить, числа не прочитаны; укажите его в настройках.`
          : `${place}: the decimal mark cannot be told, so the numbers were not read; set it in the settings.`;
      return russian
        ? `${place}: десятичный знак «${value.charAt(0)}»${evidenceText(value, language)}.`
        : `${place}: the decimal mark is "${value.charAt(0)}"${evidenceText(value, language)}.`;
    case 'date-order': {
      if (undecided)
        return russian
          ? `${place}: день или месяц первый, не определить, даты не прочитаны; укажите в настройках.`
          : `${place}: day or month first cannot be told, so the dates were not read; set it in the settings.`;
      const dayFirst = value.indexOf('day-first') === 0;
      return russian
        ? `${place}: первым идёт ${dayFirst ? 'день' : 'месяц'}${evidenceText(value, language)}.`
        : `${place}: the ${dayFirst ? 'day' : 'month'} comes first${evidenceText(value, language)}.`;
    }
    case 'years':
      return russian
        ? `${place}: год не написан, выведен из порядка строк (${value}).`
        : `${place}: no year is written; inferred from the order of the rows (${value}).`;
    case 'rate-of': {
      const [by = '', counts = '', of] = value.split(' ');
      const base = fieldById(by)?.title[language];
      if (base === undefined)
        return russian
          ? `${place}: не сходится ни с подписчиками, ни с охватом, ни с показами, ни с просмотрами; в расчётах не используется.`
          : `${place}: agrees with neither followers, reach, impressions nor views; it is not used.`;
      const shown = of === undefined ? undefined : fieldById(of)?.title[language];
      if (shown !== undefined)
        return russian
          ? `${place}: это ${shown} к числу подписчиков, а не активность (сошлось строк: ${counts}).`
          : `${place}: ${shown} divided by followers, not engagement (rows that agree: ${counts}).`;
      return russian
        ? `${place}: в знаменателе ${base} (сошлось строк: ${counts}).`
        : `${place}: divided by ${base} (rows that agree: ${counts}).`;
    }
    case 'not-exported': {
      const known = exportById(value);
      const lacks = (known?.lacks ?? []).map((id) => fieldById(id)?.title[language] ?? id).join(', ');
      const name = known?.title[language] ?? value;
      return russian ? `${sheet}: ${name} не выгружает: ${lacks}.` : `${sheet}: ${name} does not export: ${lacks}.`;
    }
    case 'currency':
    case 'target':
      return `${place}: ${value}`;
  }
}

export function insightText(signalId: string, { code, evidence }: Insight, language: Language): string {
  return signalById(signalId)?.signal.texts[language].insights?.[code]?.(evidence, wordsOf(language)) ?? '';
}

/** The report as the command line prints it with `--json`: plain JSON, sentences in the chosen language and in both beside. */
export function reportJson(report: Report, language: Language): unknown {
  return {
    sheets: report.sheets.map((sheet) => ({
      sheet: sheet.sheet,
      ...(sheet.problem ? { problem: problemText(sheet.problem, language) } : {}),
      rowsAudited: sheet.rowsAudited,
      leftOut: sheet.leftOut,
      columns: sheet.columns,
      results: sheet.results.map((result) => resultJson(result, language)),
    })),
    bill: report.bill.map((line) => ({ ...line, text: billText({ ...line, rows: line.parts.length }, language) })),
    insights: report.insights.map((insight) => ({ ...insight, message: insightText(insight.signal, insight, language) })),
    assumptions: report.assumptions.map((assumption) => ({ ...assumption, message: assumptionText(assumption, language) })),
  };
}

function resultJson(result: PatternResult, language: Language): unknown {
  const { pattern, signal, outcome, findings, checkedRows, skipped, missing, explained } = result;
  const reason = notCheckedText(result, language);
  return {
    pattern,
    signal,
    outcome,
    findings: findings.map(({ row, severity, evidence }) => ({
      row,
      severity,
      evidence,
      ...findingText(signal, evidence, language),
      texts: { en: findingText(signal, evidence, 'en'), ru: findingText(signal, evidence, 'ru') },
    })),
    checkedRows,
    skipped: skipped.map((skip) => ({ reason: skippedText(signal, skip, language), rows: skip.rows })),
    missing: missingHeaders(missing, language),
    explained: explained.map(({ row, why }) => ({ row, why: explainedText(why, language) })),
    ...(reason === '' ? {} : { reason }),
  };
}

/** The worst thing a report says, for an exit code or a headline. */
export function hasFindings(report: Report): boolean {
  return report.sheets.some(({ results }) => results.some(({ outcome }) => outcome === 'found'));
}

/** Whether any signal of any sheet judged anything: without it "clear" would be a lie. */
export function wasAudited({ results }: Pick<SheetReport, 'results'>): boolean {
  return results.some(({ outcome }) => outcome === 'found' || outcome === 'clear');
}
