import { expect, it } from 'vitest';
import { lazily } from '../../src/base/lazily.ts';

it.each([[7], [undefined], [null]])('work that gives %j is done when first asked for, and once', (value) => {
  let times = 0;
  const get = lazily(() => {
    times++;
    return value;
  });
  expect(times).toBe(0);
  expect([get(), get(), times]).toEqual([value, value, 1]);
});
