import type { CallApi, Changed, TypedOver, Unmarked } from '../addon/api.ts';
import type { Model, Notice } from './model.ts';
import type { TextId } from './texts.ts';

/** What every part of the page's behaviour works with: the model, the server, and the ways to change and say something. */
export interface Desk {
  readonly model: () => Model;
  readonly callServer: CallApi;
  readonly say: (id: TextId) => string;
  readonly update: (change: Partial<Model>) => void;
  /** Says something and is ready for the user again. */
  readonly notify: (notice: Notice, change?: Partial<Model>) => void;
  /** Takes the message away without drawing. */
  readonly hush: () => void;
  /** Runs something that may fail; a failure is a sentence and a way forward, never an endless wait. */
  readonly attempt: (run: () => Promise<void>, again: () => void) => void;
  readonly scan: () => void;
}

/** The sheet is not as it was scanned: scan it again, or, where only results of formulas are others, go on with what was scanned. */
export function sheetChanged({ say, scan }: Desk, { sheet, onlyFormulaValues }: Changed, goOn: NonNullable<Notice['next']>): Notice {
  const details = [sheet];
  return onlyFormulaValues
    ? { text: say('changedValues'), details, next: goOn }
    : { text: say('changed'), details, next: { label: 'scanAgain', run: scan } };
}

/** What the user typed where we write, or what is not surely ours: shown, with a way to go on. */
export function wouldBeLost({ say }: Desk, result: TypedOver | Unmarked, run: () => void): Notice {
  const next = { label: 'goOn' as const, run };
  if (result.outcome === 'unmarked') return { text: say('unmarked'), details: result.tabs, next };
  return { text: say('typedOver'), details: result.cells.map(({ sheet, row, text }) => `${sheet}, ${row}: ${text}`), next };
}

/** What is written into the sheet follows a setting, else the spreadsheet. */
export const sheetLanguage = ({ settings, start, language }: Model) => settings.language ?? start?.sheetLanguage ?? language;
