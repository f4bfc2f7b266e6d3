import type { Changed, TypedOver, Unmarked } from '../../api/messages.ts';
import type { AnnotateRequest } from '../../api/requests.ts';
import type { Model } from '../model.ts';
import type { Store } from '../store.ts';
import type { TextId } from '../texts.ts';

/** What the user may agree to after having been asked. */
export type Consent = Pick<AnnotateRequest, 'force' | 'acceptChangedValues'>;

/**
 * Says why nothing was written, and the way forward: wait, read again, go on with what was read where only results of formulas are others,
 * or agree to lose what was typed where we write.
 * @param again does the same once more, with what the user agrees to
 */
export function refuse(
  { say, notify }: Store,
  result: Changed | TypedOver | Unmarked | { readonly outcome: 'busy' },
  again: (more: Consent) => () => void,
  anyway: TextId = 'goOn',
): void {
  const ask = (text: TextId, details: readonly string[], label: TextId, more: Consent) =>
    notify({ text: say(text), details, next: [{ label, run: again(more) }] });
  switch (result.outcome) {
    case 'busy':
      ask('busy', [], 'again', {});
      break;
    case 'changed':
      if (result.onlyFormulaValues) ask('changedValues', [result.sheet], anyway, { acceptChangedValues: true });
      else notify({ text: say('changed'), details: [result.sheet] }, { isStale: true });
      break;
    case 'unmarked':
      ask('unmarked', result.tabs, 'goOn', { force: true });
      break;
    case 'typed-over': {
      const cells = result.cells.map(({ sheet, row, text }) => `${sheet}, ${say('row')} ${row}: ${text}`);
      ask('typedOver', cells, 'goOn', { force: true });
      break;
    }
  }
}

/** What is written into the sheet follows a setting, else the spreadsheet. */
export const sheetLanguage = ({ settings, start, language }: Model) => settings.language ?? start?.sheetLanguage ?? language;
