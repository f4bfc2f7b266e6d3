import { describe, expect, it } from 'vitest';
import { shortfallId } from '../../../src/audit/bill/shortfall.ts';
import { factsOf } from '../../../src/audit/client-report/facts.ts';
import { type Language, languages } from '../../../src/i18n/language.ts';
import { wordsOf } from '../../../src/i18n/words.ts';
import { Book } from '../../../src/local/book/book.ts';
import { openFile } from '../../../src/local/files/open.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { amountText, billSubject } from '../../../src/wording/bill-text.ts';
import { goodOf, reportContent } from '../../../src/wording/client-report/content.ts';
import { spanText } from '../../../src/wording/client-report/small-print.ts';
import { fill, openHost, scanAndAudit } from '../../addon/open-book.ts';

const everything = [1, 2, 3, 4, 5];

async function sample(language: Language, patterns: readonly number[] = everything) {
  const { book } = await openFile('src/local/sample/sample-client.xlsx');
  Object.assign(book, { locale: 'ru_RU', timeZone: 'Asia/Yekaterinburg' });
  const { prepared, report, start } = await scanAndAudit(openHost(book));
  const settings = { report: { client: 'Harmony', author: 'Anna' } };
  const facts = factsOf(prepared, report, { patterns, settings, language, now: start.now });
  return { facts, content: reportContent(facts) };
}

describe.each(languages)('the report for the client in %s', (language) => {
  it('has the heaviest sums as tiles, the audit’s to the digit, and a step for each', async () => {
    const { facts, content } = await sample(language);
    const sums = facts.bill.filter(({ signal }) => signal !== shortfallId).slice(0, 3);
    expect(content.tiles).toEqual(
      sums.map((sum) => ({ signal: sum.signal, amount: amountText(sum, language), what: billSubject(sum, language) })),
    );
    const steps = content.steps.map(({ signal }) => signal);
    expect(steps.slice(0, content.tiles.length)).toEqual(content.tiles.map(({ signal }) => signal));
    for (const { amount, what } of content.tiles) {
      expect(content.summary).toContain(`${amount} ${what}`);
      expect(content.steps.filter(({ why }) => why === `${amount} ${what}`)).toHaveLength(1);
    }
  });

  it('has at most five steps, and no two that say the same', async () => {
    const { content } = await sample(language);
    const steps = content.steps.map(({ step }) => step);
    expect([steps.length, new Set(steps).size, steps.includes('')]).toEqual([5, 5, false]);
  });

  it('begins each block with a finding, and says how many of how many are shown', async () => {
    const { facts, content } = await sample(language);
    expect(content.topics).toHaveLength(5);
    for (const [index, { heading, shown }] of content.topics.entries()) {
      const pattern = patterns[index];
      expect(heading.startsWith(`${pattern?.title[language]}: `)).toBe(true);
      expect(heading).toMatch(/\d|once|Один раз|один раз/);
      const rows = facts.foundRows[index]?.rows ?? 0;
      expect(shown.match(/\d+/g) ?? [String(rows), String(rows)]).toEqual([String(content.topics[index]?.examples.length), String(rows)]);
    }
  });

  it('says what is good only where six of ten rows are in order', async () => {
    const { facts, content } = await sample(language);
    expect(content.good).toHaveLength(3);
    for (const text of content.good) {
      const [rows = 0, of = 1] = (text.match(/\d+/g) ?? []).map(Number);
      expect(rows / of).toBeGreaterThanOrEqual(0.6);
      expect(facts.tallies.some((tally) => tally.of === of && tally.of - tally.rows - tally.explained === rows)).toBe(true);
    }
  });

  it('counts apart the posts that a limit of their own judges: heading, chart, what is in order and the sum agree to the digit', async () => {
    const { facts, content } = await sample(language);
    const tally = facts.tallies.find(({ signal }) => signal === 'approval-lag');
    const { rows = 0, of = 0, apart = 0 } = tally ?? {};
    const topic = content.topics[3];
    // The chart is of planned posts: plain, in question.
    const inQuestion = topic?.chart?.rows.filter(({ values: [, value] }) => typeof value === 'number').length ?? 0;
    expect(topic?.chart?.kind).toBe('waiting');
    expect([apart > 0, rows - apart]).toEqual([true, inQuestion]);
    expect(topic?.heading.match(/\d+/g)?.map(Number)).toEqual([rows, of, inQuestion, 2, apart, 4]);
    expect(content.good.map((text) => Number(/^\d+/.exec(text)?.[0]))).toContain(of - rows);
    expect(facts.bill.find(({ signal }) => signal === 'approval-lag')?.rows).toBe(rows);
  });

  it('is told in plain words: no algebra, no statistics, no row of a sheet that its reader does not have', async () => {
    const { content } = await sample(language);
    const { topics, small, ...rest } = content;
    const told = [
      JSON.stringify(rest),
      ...topics.flatMap(({ heading, also, why, chart, examples, shown }) => [
        ...[heading, ...also, why, shown, ...(chart ? [chart.title, ...chart.columns] : [])],
        ...examples.map(({ text }) => text),
      ]),
      ...small.filter(({ heading }) => !/read|прочитано/i.test(heading)).flatMap(({ lines }) => lines),
    ];
    for (const text of told) {
      expect(text).not.toMatch(/[×÷]|\d\s?[−=*/]\s?\d|median|медиан|independen|независим|correlat|корреляц|\brows?\b|строк/i);
      if (language === 'ru')
        expect(text.replace(/"[a-z-]+"|\b(SMM|ER|Harmony|Anna|[A-Z])\b|[a-zA-Z]+(?=":)/g, '')).not.toMatch(/[a-z]{2,}/i);
    }
  });

  it('is written in one language: its quotation marks, no word of the other, no advice to change the sheet', async () => {
    const { content } = await sample(language, [2, 3, 4, 5]);
    const own = JSON.stringify({
      ...content,
      topics: content.topics.map(({ examples, chart, ...topic }) => topic),
      small: content.small[0],
    });
    expect(own).not.toMatch(language === 'ru' ? /[“”]/ : /[«»]|[а-яё]/i);
    expect(own).not.toMatch(/mark it|отметьте|=[A-Z]+\(/i);
    const topics = content.topics.flatMap(({ examples }) => examples.map(({ topic }) => topic)).filter((topic) => /^[«“]/.test(topic));
    expect(topics.length).toBeGreaterThan(3);
    for (const topic of topics) expect(topic).toMatch(language === 'ru' ? /^«.*»$/ : /^“.*”$/);
  });

  it('stands for whom and by whom it is', async () => {
    const { content } = await sample(language);
    expect([content.about, content.by]).toEqual(
      language === 'ru'
        ? ['Harmony · 2 марта – 15 июня 2026', 'Anna, 15 июня 2026']
        : ['Harmony · 2 March – 15 June 2026', 'Anna, 15 June 2026'],
    );
  });
});

describe.each(['en', 'ru'] as const)('without sums, in %s', (language) => {
  /** What is made of these rows of posts. */
  async function contentOf(...rows: readonly (readonly (string | number)[])[]) {
    const book = new Book();
    fill(book.addSheet('Posts', 0, 40, 5), rows);
    const { prepared, report, start } = await scanAndAudit(openHost(book));
    return reportContent(factsOf(prepared, report, { patterns: everything, settings: {}, language, now: start.now }));
  }

  it('names what was found', async () => {
    const { title, summary } = await contentOf(['Post', 'Revision rounds'], ['a', 6], ['b', 1]);
    expect([title, summary]).toEqual(
      {
        en: [
          'Social media: what we could agree on',
          'We read 2 entries. The main thing in them: 1 of 2 posts went through 3 or more rounds of edits.',
        ],
        ru: ['Соцсети: о чём стоит договориться', 'В таблице 2 записи. Главное в них: 1 из 2 постов прошёл не меньше 3 кругов правок.'],
      }[language],
    );
  });

  it('says where nothing was found that this is of what could be checked', async () => {
    const { title, summary, steps, small, numbers } = await contentOf(['Post', 'Revision rounds'], ['a', 1], ['b', 1]);
    expect([title, summary, steps]).toEqual(
      {
        en: ['Social media: no questions so far', 'We read 2 entries. What could be checked in them raises no questions.', []],
        ru: ['Соцсети: вопросов пока нет', 'В таблице 2 записи. К тому, что удалось проверить, вопросов нет.', []],
      }[language],
    );
    expect(numbers).toEqual([]);
    const unchecked = small.at(-1)?.lines ?? [];
    expect(unchecked.filter((line) => /There is no filled table of leads|Нет заполненной таблицы заявок/.test(line))).toHaveLength(1);
  });
});

describe.each(['en', 'ru'] as const)('an export in which nothing is found, in %s', (language) => {
  it('is told by its numbers, without rows and without wishes', async () => {
    const book = new Book();
    const posts = Array.from({ length: 30 }, (_, post) => [
      `p${post}`,
      `2026-03-${String(post + 1).padStart(2, '0')} 12:00`,
      100 + post,
      5,
      1000,
    ]);
    fill(book.addSheet('Posts', 0, 40, 6), [['Description', 'Publish time', 'Likes', 'Comments', 'Reach'], ...posts]);
    const { prepared, report, start } = await scanAndAudit(openHost(book));
    const content = reportContent(factsOf(prepared, report, { patterns: [2, 3, 4, 5], settings: {}, language, now: start.now }));
    expect(content.topics).toEqual([]);
    expect(content.numbers.map((text) => text.replace(/\u00A0/g, ' '))).toEqual([
      {
        en: 'ER by reach: 12% in the middle, eight of ten between 11% and 13% (30 entries).',
        ru: 'ER по охвату: в середине 12 %, у восьми из десяти от 11 % до 13 % (30 записей).',
      }[language],
    ]);
  });
});

describe('what is good about a rate', () => {
  it.each([
    [0.03, 'en', 'ER held: 3% for a typical post of the later half, 3% of the earlier half (21 posts each).'],
    [0.03, 'ru', 'ER держится: у типичного поста второй половины 3 %, первой — 3 % (по 21 посту).'],
    [0.036, 'en', 'ER grew: 3.6% for a typical post of the later half, 3% of the earlier half (21 posts each).'],
    [0.036, 'ru', 'ER вырос: у типичного поста второй половины 3,6 %, первой — 3 % (по 21 посту).'],
  ] as const)('%s in %s', (since, language, sentence) => {
    const [text = ''] = goodOf({ tallies: [], heldRate: { before: 0.03, since, posts: 21 } }, wordsOf(language));
    expect(text.replace(/\u00A0/g, ' ')).toBe(sentence);
  });
});

describe('spanText', () => {
  it.each([
    ['2026-05-18', '2026-05-18', '18 May 2026', '18 мая 2026'],
    ['2026-05-18', '2026-05-22', '18–22 May 2026', '18–22 мая 2026'],
    ['2026-03-02', '2026-05-22', '2 March – 22 May 2026', '2 марта – 22 мая 2026'],
    ['2025-05-18', '2026-05-22', '18 May 2025 – 22 May 2026', '18 мая 2025 – 22 мая 2026'],
  ])('%s to %s', (from, to, english, russian) => {
    const spans = (['en', 'ru'] as const).map((language) => spanText(Date.parse(from), Date.parse(to), wordsOf(language)));
    expect(spans).toEqual([english, russian]);
  });
});
