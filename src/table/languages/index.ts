import { bulgarian } from './bg.ts';
import { german } from './de.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { indonesian } from './id.ts';
import { italian } from './it.ts';
import type { ExportLanguage } from './language.ts';
import { dutch } from './nl.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';

/** Interface languages whose exports are read besides English and Russian; what the product says stays in those two. */
export const exportLanguages: readonly ExportLanguage[] = [
  spanish,
  portuguese,
  german,
  french,
  italian,
  polish,
  turkish,
  ukrainian,
  bulgarian,
  indonesian,
  dutch,
];

/** A header without the mark that nobody has seen it in a file yet. */
export const spellingOf = (header: string): string => header.replace(/^\?/, '');
