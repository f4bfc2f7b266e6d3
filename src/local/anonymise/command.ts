import { dirname, extname, join } from 'node:path';
import type { Language, Text } from '../../i18n/language.ts';
import type { Book } from '../book/book.ts';
import { createCommand, machineLanguage, parseCommand } from '../command.ts';
import { openFile } from '../files/open.ts';
import { writeWhole } from '../files/write-whole.ts';
import { writeSheets } from '../files/xlsx.ts';
import { sentenceOf } from '../problem.ts';
import { anonymised } from './anonymise.ts';

/** Reads the command's arguments, writes the file, and says where. @returns the exit code */
export async function main(argv: readonly string[], language: Language = machineLanguage()): Promise<number> {
  try {
    const command = createCommand('npm run anonymise --', texts.command, language)
      .argument('<file>', texts.file[language])
      .option('--out <file>', texts.out[language]);
    if (!parseCommand(command, argv)) return 0;
    const [path = ''] = command.args;
    const { out } = command.opts<{ readonly out?: string }>();
    const { book, reading } = await openFile(path);
    const copy = anonymised(book);
    // The name of a file may be a client's.
    const wanted = out ?? join(dirname(path), `anonymised${reading ? extname(path).toLowerCase() : '.xlsx'}`);
    const bytes = reading ? Buffer.from(textTable(copy, reading.delimiter)) : await writeSheets(copy.sheets);
    const written = writeWhole(wanted, bytes);
    process.stdout.write(`${texts.written[language].replace('%', written)}\n`);
    return 0;
  } catch (problem) {
    process.stderr.write(`${sentenceOf(problem, language)}\n`);
    return 2;
  }
}

/** The first tab as text; what a delimiter or a mark would break is quoted. */
function textTable({ sheets: [sheet] }: Book, delimiter: string): string {
  const quoted = (cell: string) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replace(/"/g, '""')}"` : cell);
  const lines = sheet?.rows.map(({ values }) => Array.from(values, (value) => quoted(String(value ?? ''))).join(delimiter)) ?? [];
  return `${lines.join('\r\n')}\r\n`;
}

const texts = {
  command: {
    en: 'Writes a copy to show to strangers: headers, shapes, numbers and dates stay; names, texts, links, ids, phones and e-mails are replaced.',
    ru: 'Записывает копию, которую можно показать чужим: шапка, форма, числа и даты остаются; имена, тексты, ссылки, номера, телефоны и почта заменены.',
  },
  file: { en: 'an .xlsx, .csv or .tsv; it stays as it is', ru: '.xlsx, .csv или .tsv; сам файл не меняется' },
  out: {
    en: 'where the copy goes (by default beside the file); an existing file is never overwritten',
    ru: 'куда записать копию (обычно рядом с файлом); готовый файл не перезаписывается',
  },
  written: {
    en: 'Written: %. Headers and words such as formats and roles are as they were: look through it before you send it.',
    ru: 'Записано: %. Шапка и слова вроде форматов и ролей остались: просмотрите файл, прежде чем отправить.',
  },
} as const satisfies Record<string, Text>;
