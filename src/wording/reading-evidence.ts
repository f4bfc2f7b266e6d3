/** On what the decision about a column's decimal mark or date order rests: counted here, said in words by `evidenceText`. */

import type { Language } from '../i18n/language.ts';
import { wordsOf } from '../i18n/words.ts';

/** ` (12 cells can only be read so, 3 either way)`; empty where nothing was counted. */
export function evidenceText(value: string, language: Language): string {
  const [, only = 0, against = 0, either = 0] = value.split(' ').map(Number);
  if (!(only + against + either > 0)) return '';
  const words = wordsOf(language);
  const count = (cells: number) => words.number(cells, 0);
  if (language === 'ru') {
    const cells = `${count(only)} ${words.plural(only, 'ячейка читается', 'ячейки читаются', 'ячеек читаются')} только так`;
    const parts = [only > 0 ? cells : 'ни одна ячейка не решает: взято из настроек или языка таблицы'];
    if (either > 0) parts.push(`двояко ${words.plural(either, 'читается', 'читаются')} ${count(either)}`);
    if (against > 0) parts.push(`${words.plural(against, 'противоречит и не прочитана', 'противоречат и не прочитаны')} ${count(against)}`);
    return ` (${parts.join(', ')})`;
  }
  const parts = [
    only > 0
      ? `${count(only)} ${words.plural(only, 'cell', 'cells')} can only be read so`
      : 'no cell decides: taken from the settings or the language of the sheet',
  ];
  if (either > 0) parts.push(`${count(either)} either way`);
  if (against > 0) parts.push(`${count(against)} ${words.plural(against, 'contradicts it and was', 'contradict it and were')} not read`);
  return ` (${parts.join(', ')})`;
}
