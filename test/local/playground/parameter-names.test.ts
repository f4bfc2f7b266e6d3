import { describe, expect, it } from 'vitest';
import { formulas } from '../../../src/addon/entry/formulas.ts';
import { parameterName } from '../../../src/local/playground/page/parameter-names.ts';

const names = [...new Set(formulas.flatMap(({ params }) => params.map(({ name }) => name)))];

describe('parameterName', () => {
  it.each(names)('%s has a Russian name, and its own in English', (name) => {
    expect(parameterName(name, 'ru')).toMatch(/^[а-яё_]+$/);
    expect(parameterName(name, 'en')).toBe(name);
  });
});
