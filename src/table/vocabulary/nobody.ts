import { cleanText } from '../../base/cells.ts';
import { remembered } from '../../base/remembered.ts';

const nobody =
  /^(\?+|tbd|tba|tbc|to be (decided|determined|assigned|confirmed)|unassigned|not (yet )?(assigned|set|chosen|decided|known)|no ?(owner|one|body|assignee|person)( yet| assigned)?|nobody|none|empty|не ?(назначен|указан|выбран|определ[её]н|решено|назначено|указано|задан)[аоы]?|никто|нет|нет ответственного|без ответственного|уточняется|уточнить|пока не ?(назначен|решено|ясно)[аоы]?|\(?(blank|пусто)\)?)[\s.!…]*$/i;

/** Whether a cell where a name is expected says that there is none: `Unassigned`, `TBD`, `не назначен`, `?`. */
export const isNobody = (cell: unknown): boolean => meansNobody(cleanText(cell));

const meansNobody = remembered((text) => nobody.test(text));
