import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { texts } from '../../src/sidebar/texts.ts';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Texts that stand on a button of the page, or are what it is called. */
const onButtons = filesIn('src/sidebar').flatMap((source) => [
  ...[...source.matchAll(/<button\b[\s\S]*?<\/button>/g)].flatMap(([button]) =>
    [...button.matchAll(/say\('(\w+)'\)/g)].map(([, id]) => id),
  ),
  // A button of `parts.ts`, an item of the menu, a way on below the page, what a notice offers.
  ...[
    ...source.matchAll(
      /\b(?:button\(view, |item\(|label: |text: say\((?='\w+'\), run)|ask\('\w+', [^']+, |TextId = |refuse\(.*, )'(\w+)'/g,
    ),
  ].map(([, id]) => id),
]);
/** Says of which row a button is, and is no name by itself. */
const names = [...new Set(onButtons)].filter((id): id is keyof typeof texts => id !== undefined && id in texts && id !== 'row');

/** What the tests press, in either language; `choose` presses an item of the menu. */
const presses = filesIn('test/sidebar').flatMap((source) => source.split('\n').filter((line) => /\.(click|press)\(|\bchoose\(/.test(line)));

it('finds the buttons', () => expect(names.length).toBeGreaterThan(15));

it.each(names)('the button “%s” is pressed by a test of the sidebar', (id) => {
  const { en, ru } = texts[id];
  expect(presses.some((line) => line.includes(en) || line.includes(ru))).toBe(true);
});
