import { html, nothing, type TemplateResult } from 'lit-html';
import { findingMark, markReasons } from '../../audit/marks.ts';
import { wordsOf } from '../../i18n/words.ts';
import { signalById } from '../../patterns/index.ts';
import { explainedText } from '../../wording/render.ts';
import type { Scan, View } from '../model.ts';
import { button, entries, rowButton, section } from './parts.ts';

/** What the sheet or the user explains: not counted, never silent; what the user marked can be taken back. @param id one signal's alone */
export function explainedList(view: View, scan: Scan, id?: string): TemplateResult | typeof nothing {
  const { model, actions, say } = view;
  const { language } = model;
  const all = scan.report.sheets.flatMap(({ sheet, results }) =>
    results
      .filter(({ signal }) => id === undefined || signal === id)
      .flatMap(({ signal, explained }) => explained.map(({ row, why }) => ({ sheet, row, why, signal }))),
  );
  if (all.length === 0) return nothing;
  const key = `explained ${id ?? ''}`;
  return section(view, key, `${say('explained')}: ${wordsOf(language).number(all.length, 0)}`, () =>
    entries(view, key, all, ({ sheet, row, why, signal }) => {
      const mark = findingMark(scan.prepared, sheet, signal, row)?.key ?? '';
      const isMarked = model.settings.marks?.[mark] !== undefined;
      const reason = markReasons.find((one) => one === why);
      const title = id === undefined ? `${signalById(signal)?.signal.texts[language].title ?? ''}: ` : '';
      return html`<li class="row">${rowButton(view, scan, { sheet, row, signal })}
        <span class="hint">${title}${isMarked && reason ? say(reason) : explainedText(why, language)}</span> ${isMarked ? button(view, 'undo', () => actions.unmark(mark)) : nothing}</li>`;
    }),
  );
}
