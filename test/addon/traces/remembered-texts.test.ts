import { describe, expect, it } from 'vitest';
import { isRemembered, rememberTexts } from '../../../src/addon/traces/remembered-texts.ts';

const texts = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word} ${index}: 3,5 рабочих дня`);

describe('the memory of texts', () => {
  it('knows every text again, fits into metadata, and seldom takes another for one of them', () => {
    for (const [count, mistaken] of [
      [1, 0.01],
      [300, 0.01],
      [9_000, 0.01],
      [20_000, 0.05],
    ] as const) {
      const memory = rememberTexts(texts(count, 'Ждали'));
      expect(memory.length).toBeLessThanOrEqual(24_000);
      expect(texts(count, 'Ждали').every((text) => isRemembered(memory, text))).toBe(true);
      expect(texts(5_000, 'Написали').filter((text) => isRemembered(memory, text)).length / 5_000).toBeLessThan(mistaken);
    }
  });

  it('of nothing knows nothing', () => {
    expect(rememberTexts([])).toBe('');
    expect(isRemembered('', '')).toBe(false);
  });
});
