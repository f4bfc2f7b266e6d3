import { describe, expect, it } from 'vitest';
import { isRemembered, LETTERS_OF_ANNOTATIONS, LETTERS_OF_OWN_TAB, rememberTexts } from '../../../src/addon/traces/remembered-texts.ts';

const texts = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word} ${index}: 3,5 рабочих дня`);

describe('the memory of texts', () => {
  it('knows every text again, fits into metadata, and seldom takes another for one of them', () => {
    for (const [count, mistaken] of [
      [1, 0.01],
      [300, 0.01],
      [5_000, 0.01],
      [9_000, 0.05],
    ] as const) {
      const memory = rememberTexts(texts(count, 'Ждали'), LETTERS_OF_ANNOTATIONS);
      expect(memory.length).toBeLessThanOrEqual(LETTERS_OF_ANNOTATIONS);
      expect(texts(count, 'Ждали').every((text) => isRemembered(memory, text))).toBe(true);
      expect(texts(5_000, 'Написали').filter((text) => isRemembered(memory, text)).length / 5_000).toBeLessThan(mistaken);
    }
  });

  it('of all tabs that a file may have of us fits into the metadata of a file', () => {
    const ownTabs = ['summary', 'report', 'copy', 'copy', 'copy', 'copy'];
    expect(LETTERS_OF_ANNOTATIONS + ownTabs.length * LETTERS_OF_OWN_TAB).toBeLessThan(30_000);
  });

  it('of nothing knows nothing', () => {
    expect(rememberTexts([], 100)).toBe('');
    expect(isRemembered('', '')).toBe(false);
  });
});
