import { describe, expect, it } from 'vitest';
import { limitWords } from '../../../src/patterns/shared/limit-words.ts';
import { findingText } from '../../../src/wording/render.ts';

describe('what a finding is measured by', () => {
  it.each([
    [2, 'en', 'up to 2 is usual'],
    [3, 'en', 'your limit: 3'],
    [2, 'ru', 'обычно хватает 2'],
    [3, 'ru', 'ваш порог: 3'],
  ] as const)('a limit of %d reads in %s: %s', (limit, language, text) => {
    expect(limitWords(limit, 2, String(limit), language === 'en' ? 'up to 2 is usual' : 'обычно хватает 2', language)).toBe(text);
  });

  it.each([
    ['approval-lag', { waited: 40, days: 4.4, allowed: 2, situational: false, open: false }, 'up to 2 is usual.', 'обычно хватает 2.'],
    ['approval-lag', { waited: 40, days: 4.4, allowed: 4, situational: false, open: false }, 'your limit: 4.', 'ваш порог: 4.'],
    ['revision-rounds', { rounds: 7, usual: 5 }, 'your limit: 5.', 'ваш порог: 5.'],
    ['slow-response', { waited: 3, allowed: 1 }, 'leads go cold.', 'заявки остывают.'],
  ])('%s ends so in both languages', (signal, evidence, english, russian) => {
    expect(findingText(signal, evidence, 'en').message.endsWith(english)).toBe(true);
    expect(findingText(signal, evidence, 'ru').message.endsWith(russian)).toBe(true);
  });
});
