import type { Language, Text } from '../../i18n/language.ts';
import { wordsOf } from '../../i18n/words.ts';

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How often something is said, in milliseconds: a terminal shows it in place, a log would fill. */
const [ON_TERMINAL, ELSEWHERE] = [200, 10_000];
/** The time left is a guess until so many clients are done. */
const FEWEST_TO_GUESS = 3;

/** Says how far the run is and how long it still takes: on a terminal in one line that is written over, elsewhere in plain lines. */
export function createProgress(
  all: number,
  language: Language,
  screen: Screen,
  now: () => number,
): { readonly done: (count: number, fromCache: number) => void; readonly end: () => void } {
  const started = now();
  const isInPlace = screen.isTTY === true;
  let last = started;
  let shown = 0;
  const wipe = () => {
    if (shown > 0) screen.write(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  return {
    done: (count, fromCache) => {
      const time = now();
      if (time - last < (isInPlace ? ON_TERMINAL : ELSEWHERE) && count < all) return;
      last = time;
      const text = progressText(count, all, fromCache, time - started, language);
      if (!isInPlace) screen.write(`${text}\n`);
      else {
        wipe();
        screen.write(text);
        shown = text.length;
      }
    },
    end: wipe,
  };
}

/** `37 of 1,000 clients, 12 of them unchanged; about 40 s left`. What came from the cache took no time and foretells none. */
function progressText(done: number, all: number, fromCache: number, elapsed: number, language: Language): string {
  const { number, plural } = wordsOf(language);
  const audited = done - fromCache;
  const left = audited >= FEWEST_TO_GUESS && done < all ? (elapsed / audited) * (all - done) : undefined;
  const time = left === undefined ? '' : duration(left, language);
  const texts: Text = {
    en: `${number(done, 0)} of ${number(all, 0)} ${plural(all, 'client', 'clients')}${fromCache === 0 ? '' : `, ${number(fromCache, 0)} unchanged`}${time && `; about ${time} left`}`,
    ru: `Клиентов: ${number(done, 0)} из ${number(all, 0)}${fromCache === 0 ? '' : `, без изменений ${number(fromCache, 0)}`}${time && `; осталось около ${time}`}`,
  };
  return texts[language];
}

function duration(milliseconds: number, language: Language): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 100) return { en: `${seconds} s`, ru: `${seconds} с` }[language];
  const minutes = Math.round(seconds / 60);
  return { en: `${minutes} min`, ru: `${minutes} мин` }[language];
}
