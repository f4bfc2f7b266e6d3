import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What the grid's source writes between arguments and behind those that may be repeated, what we make of it, and how often it stands there. */
const written: readonly (readonly [own: string, ours: string, times: number])[] = [
  ['? "" : ","]', '? "" : argumentSeparator]', 2],
  ['.map((item) => item.example).join(",")', '.map((item) => item.example).join(argumentSeparator)', 2],
  ['name},...`', 'name}…`', 1],
  ['name},...]`', 'name}…]`', 1],
];

/** The grid's hints know commas only: in its source what stands between arguments becomes `argumentSeparator`, which the page sets. */
export const hintSeparators: Plugin = {
  name: 'hint-separators',
  setup: ({ onLoad }) => {
    onLoad({ filter: /sheets-formula-ui[\\/]lib[\\/]es[\\/]index\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [own, ours, times] of written) {
        const parts = contents.split(own);
        // Another version of the grid must not lose this unnoticed.
        if (parts.length !== times + 1) throw new Error(`${own} stands ${parts.length - 1} times in ${path}, not ${times}`);
        contents = parts.join(ours);
      }
      return { contents, loader: 'js' };
    });
  },
};
