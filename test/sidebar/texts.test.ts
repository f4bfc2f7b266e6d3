import { describe, expect, it } from 'vitest';
import { patterns } from '../../src/patterns/index.ts';
import { texts } from '../../src/sidebar/texts.ts';

const own = Object.entries(texts).map(([id, { en, ru }]) => [id, en, ru] as const);
const ofSignals = patterns.flatMap(({ id, title, why, signals }) => [
  [`${id} title`, title.en, title.ru] as const,
  [`${id} why`, why.en, why.ru] as const,
  ...signals.flatMap((signal) => [
    [`${signal.id} title`, signal.texts.en.title, signal.texts.ru.title] as const,
    [`${signal.id} fix`, signal.texts.en.fix, signal.texts.ru.fix] as const,
  ]),
]);

describe('texts that a person reads', () => {
  it.each([...own, ...ofSignals])('%s has the quotation marks of its language', (_, english, russian) => {
    expect(english).not.toMatch(/[«»„]|[а-яё]/i);
    expect(russian).not.toMatch(/[“”]/);
    expect(english).not.toBe('');
    expect(russian).not.toBe('');
  });
});
