import { expect, it } from 'vitest';
import { remembered } from '../../src/base/remembered.ts';

/** A function that remembers, and the texts it had to work on. */
function observed<Answer>(answerOf: (text: string) => Answer) {
  const worked: string[] = [];
  const ask = remembered((text) => {
    worked.push(text);
    return answerOf(text);
  });
  return { ask, worked };
}

it('each text is worked on once', () => {
  const { ask, worked } = observed((text) => text.length);
  expect(['one', 'three', 'one', 'three', ''].map(ask)).toEqual([3, 5, 3, 5, 0]);
  expect(worked).toEqual(['one', 'three', '']);
});

it.each([[''], [0], [false], [null]])('the answer %j is an answer like any other', (answer) => {
  const { ask, worked } = observed(() => answer);
  expect([ask('x'), ask('x'), worked.length]).toEqual([answer, answer, 1]);
});

it('a thousand answers are kept, one more starts anew', () => {
  const { ask, worked } = observed((text) => text);
  for (let count = 0; count < 1000; count++) ask(`text ${count}`);
  ask('text 0');
  expect(worked.length).toBe(1000);
  expect(ask('one more')).toBe('one more');
  expect(ask('text 0')).toBe('text 0');
  expect(worked.slice(1000)).toEqual(['one more', 'text 0']);
  ask('one more');
  expect(worked.length).toBe(1002);
});
