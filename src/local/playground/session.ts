import { basename } from 'node:path';
import { DAY } from '../../base/dates.ts';
import { createZone } from '../../base/zone.ts';
import { type Language, localeOf } from '../../i18n/language.ts';
import type { Book } from '../book/book.ts';
import { columnLetters } from '../book/references.ts';
import type { SheetModel } from '../book/sheet.ts';
import { type NamedFile, type OpenedFile, openFile } from '../files/open.ts';
import { openTogether } from '../files/together.ts';
import { Host } from '../host.ts';
import { SAMPLE_NOW, samples } from '../sample/sample.ts';
import { showAllRows, showRowsLike, sortRows } from './rows.ts';
import { type BookView, viewOf } from './view.ts';

/** How many posts the sample's formula of ER covers. */
const SAMPLE_POSTS = 12;

/** A cell as the user left it in the grid; rows and columns count from 0. */
export interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
  readonly formula?: string;
  /** The number is a date, as days since 30 December 1899. */
  readonly isDate?: boolean;
  /** How the grid shows the number. */
  readonly numberFormat?: string;
}

/** A cell; rows and columns count from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A cell that a formula elsewhere fills; rows and columns count from 0. */
export interface SpilledCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
}

/** What came of a menu item. */
export interface MenuOutcome {
  readonly opensSidebar: boolean;
  readonly said: readonly string[];
  /** Asked and not yet agreed to. */
  readonly question?: string;
}

/** One open workbook with the add-on at work on it: what a browser tab of Google Sheets would hold. */
export class Session {
  private constructor(
    readonly host: Host,
    private readonly file: OpenedFile,
    readonly fileName: string,
    readonly language: Language,
  ) {}

  static async sample(language: Language): Promise<Session> {
    const { path, timeZone } = samples[language];
    const file = await openFile(path, { isShown: true });
    addFormulas(file.book, language);
    const instant = createZone(timeZone).toInstant(SAMPLE_NOW);
    return Session.over(file, basename(path), language, timeZone, () => instant);
  }

  /** Several files are tabs of one workbook. */
  static async fromFiles(files: readonly NamedFile[], language: Language): Promise<Session> {
    return Session.over(await openTogether(files, { isShown: true }), files.map(({ name }) => name).join(' + '), language);
  }

  private static over(
    file: OpenedFile,
    name: string,
    language: Language,
    timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
    now?: () => number,
  ): Session {
    file.book.timeZone = timeZone;
    file.book.locale = localeOf[language];
    const host = new Host(file.book, { userLocale: language, ...(now ? { now } : {}) });
    host.run('onOpen', [{ authMode: 'LIMITED' }], 'LIMITED');
    return new Session(host, file, name, language);
  }

  view(): BookView {
    return viewOf(this.file.book, this.fileName, this.language);
  }

  /** What the user typed, or what a formula came to, goes into the model. */
  edit(edits: readonly Edit[]): void {
    for (const { sheet, row, column, value, formula, isDate, numberFormat } of edits) {
      const model = this.sheet(sheet);
      model.isEdited = true;
      model.setValue(row + 1, column + 1, isDate && typeof value === 'number' ? { wall: wallOfSerial(value) } : value);
      model.setExtra(row + 1, column + 1, { formula });
      if (numberFormat !== undefined) model.setStyle(row + 1, column + 1, { numberFormat });
    }
  }

  sort(sheet: string, column: number, isDescending: boolean): void {
    sortRows(this.sheet(sheet), column, isDescending);
  }

  /** What formulas of this tab spill into cells besides their own; replaces what they spilled before. */
  spill(name: string, cells: readonly SpilledCell[]): void {
    const sheet = this.sheet(name);
    sheet.rows.forEach(({ extras }, row) => {
      extras.forEach((extra, column) => {
        if (!extra?.isSpilled) return;
        sheet.setValue(row + 1, column + 1, null);
        sheet.setExtra(row + 1, column + 1, { isSpilled: undefined });
      });
    });
    for (const { row, column, value } of cells) {
      sheet.setValue(row + 1, column + 1, value);
      sheet.setExtra(row + 1, column + 1, { isSpilled: true });
    }
  }

  /** Shows only the rows that hold the same as this cell in its column. */
  showRowsLike({ sheet, row, column }: Place): void {
    showRowsLike(this.sheet(sheet), row, column);
  }

  showAllRows(sheet: string): void {
    showAllRows(this.sheet(sheet));
  }

  /** The active cell, where the add-on has chosen one; counts from 0. */
  place(): Place | undefined {
    const sheet = this.file.book.activeSheet;
    const area = sheet?.activeArea;
    return sheet && area && { sheet: sheet.name, row: area.row - 1, column: area.column - 1 };
  }

  /** Runs an item of the add-on's menu. What it asks is answered with no, and told, until the user agrees. */
  runMenuItem(name: string, agrees: boolean): MenuOutcome {
    const { runtime } = this.host;
    if (!runtime.menu.some(({ functionName }) => functionName === name)) throw new Error('There is no such menu item');
    const [sidebars, alerts] = [runtime.sidebars.length, runtime.alerts.length];
    let question: string | undefined;
    runtime.options = {
      ...runtime.options,
      answer: (asked) => {
        question ??= asked;
        return agrees ? 'YES' : 'NO';
      },
    };
    this.host.run(name);
    const said = runtime.alerts.slice(alerts).filter((text) => text !== question);
    return { opensSidebar: runtime.sidebars.length > sidebars, said, ...(question === undefined || agrees ? {} : { question }) };
  }

  /** Plays what Google says when the report is shared: some organisations refuse it. */
  refuseSharing(isRefused: boolean): void {
    const { runtime } = this.host;
    runtime.options = { ...runtime.options, refusesCopies: isRefused };
  }

  activate(name: string): void {
    this.file.book.activeSheet = this.sheet(name);
  }

  /** The workbook as it stands, as a file. */
  download(): Promise<Uint8Array> {
    return this.file.write();
  }

  private sheet(name: string): SheetModel {
    const sheet = this.file.book.sheet(name);
    if (!sheet) throw new Error('There is no such tab');
    return sheet;
  }
}

const wallOfSerial = (serial: number) => Math.round((serial - 25_569) * DAY);

/** A tab with a few formulas to begin with, over the posts of the sample. */
function addFormulas(book: Book, language: Language): void {
  const { say } = samples[language];
  const posts = book.sheets[0];
  const headerRow = posts?.rows.findIndex(({ values }) => values.includes(say('Подписчики'))) ?? -1;
  const header = posts?.rows[headerRow]?.values ?? [];
  const range = (text: string) => {
    const letters = columnLetters(header.indexOf(say(text)) + 1);
    return `'${posts?.name}'!${letters}${headerRow + 2}:${letters}${headerRow + 1 + SAMPLE_POSTS}`;
  };
  const sheet = book.addSheet({ en: 'Formulas', ru: 'Формулы' }[language]);
  const lines = [
    [
      { en: 'Approval of a post, hours', ru: 'Согласование поста, часов' }[language],
      '=APPROVALLAG("2026-03-02 10:00","2026-03-04 15:00")',
      '0',
    ],
    [
      { en: 'Price of a thousand people who fit', ru: 'Цена тысячи людей, которым это подходит' }[language],
      '=RELEVANTCPM(60000,90000,0.05,0.6)',
      '#,##0',
    ],
    [
      { en: 'ER of the first posts', ru: 'ER первых постов' }[language],
      `=ER(${range('Лайки')},${range('Комментарии')},${range('Подписчики')})`,
      '0.0%',
    ],
  ] as const;
  lines.forEach(([label, formula], index) => {
    sheet.setValue(index + 1, 1, label);
    sheet.setExtra(index + 1, 2, { formula });
  });
  lines.forEach(([, , numberFormat], index) => {
    const rows = index === lines.length - 1 ? SAMPLE_POSTS : 1;
    for (let row = 0; row < rows; row++) sheet.setStyle(index + 1 + row, 2, { numberFormat });
  });
  sheet.setColumn(1, { width: 280 });
}
