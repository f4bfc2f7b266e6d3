import { expect, it } from 'vitest';
import { addTo, grouped } from '../../src/base/groups.ts';

it('items of one key stay in their order, keys in that of their first item', () => {
  const byParity = grouped([5, 2, 3, 2, 8], (item) => item % 2);
  expect([...byParity]).toEqual([
    [1, [5, 3]],
    [0, [2, 2, 8]],
  ]);
  expect(grouped([], () => 0).size).toBe(0);
});

it('a value joins the list of its key, or begins one', () => {
  const lists = new Map([['a', [1]]]);
  addTo(lists, 'a', 2);
  addTo(lists, 'b', 3);
  expect([...lists]).toEqual([
    ['a', [1, 2]],
    ['b', [3]],
  ]);
});
