import { describe, expect, it } from 'vitest';
import { shortfallId } from '../../../src/audit/bill/shortfall.ts';
import { factsOf } from '../../../src/audit/client-report/facts.ts';
import { type Language, languages } from '../../../src/i18n/language.ts';
import { openFile } from '../../../src/local/files/open.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { amountText, billSubject } from '../../../src/wording/bill-text.ts';
import { reportContent } from '../../../src/wording/client-report/content.ts';
import { openHost, scanAndAudit } from '../../addon/open-book.ts';

async function sample(language: Language, patterns: readonly number[] = [1, 2, 3, 4, 5]) {
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
      const rows = facts.tallies
        .filter(({ signal }) => pattern?.signals.some(({ id }) => id === signal))
        .reduce((sum, tally) => sum + tally.rows, 0);
      expect(heading).toMatch(/\d|once/);
      expect(shown.match(/\d+/g)?.[1]).toBe(String(rows));
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
