import type { CallApi, Changed, TypedOver, Unmarked } from '../api/messages.ts';
import type { AnnotateRequest } from '../api/requests.ts';
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

/** What the user may agree to after having been asked. */
export type Consent = Pick<AnnotateRequest, 'force' | 'acceptChangedValues'>;

/**
 * Why nothing was written, and the way forward: wait, scan again, go on with what was scanned where only results of formulas are others, or
 * agree to lose what was typed where we write.
 * @param again does the same once more, with what the user agrees to
 */
export function notWritten(
  { say, scan }: Desk,
  result: Changed | TypedOver | Unmarked | { readonly outcome: 'busy' },
  again: (more: Consent) => () => void,
  anyway: TextId = 'goOn',
): Notice {
  switch (result.outcome) {
    case 'busy':
      return { text: say('busy'), next: { label: 'again', run: again({}) } };
    case 'changed':
      return result.onlyFormulaValues
        ? { text: say('changedValues'), details: [result.sheet], next: { label: anyway, run: again({ acceptChangedValues: true }) } }
        : { text: say('changed'), details: [result.sheet], next: { label: 'scanAgain', run: scan } };
    case 'unmarked':
      return { text: say('unmarked'), details: result.tabs, next: { label: 'goOn', run: again({ force: true }) } };
    case 'typed-over':
      return {
        text: say('typedOver'),
        details: result.cells.map(({ sheet, row, text }) => `${sheet}, ${row}: ${text}`),
        next: { label: 'goOn', run: again({ force: true }) },
      };
  }
}

/** What is written into the sheet follows a setting, else the spreadsheet. */
export const sheetLanguage = ({ settings, start, language }: Model) => settings.language ?? start?.sheetLanguage ?? language;
