import { describe, expect, it } from 'vitest';
import { missingText } from '../../src/wording/render.ts';

describe('missingText', () => {
  it.each([
    [[['goal']], 'needs a column such as “Goal”'],
    [[['leadAt', 'answeredAt']], 'needs columns such as “Lead time” and “First response”'],
    [[['geoShare'], ['ageShare']], 'needs a column such as “Geo share” or “Age share”'],
    [[['decider'], ['decider'], ['decider']], 'needs a column such as “Decided by”'],
  ])('%j: %s', (missing, text) => {
    expect(missingText(missing, 'en')).toBe(text);
  });
});
