/** What a file is by its content, whatever its name says: a table saved under another ending is read, another format is called by its name. */
import type { Text } from '../../i18n/language.ts';
import { fileProblems, LocalProblem } from '../problem.ts';
import type { Parts } from './parts/package.ts';

/**
 * @returns whether it is a package, as an .xlsx is, or else text
 * @throws LocalProblem naming a format that is neither
 */
export function contentKind(bytes: Uint8Array): 'package' | 'text' {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD)).toString('latin1');
  if (head.startsWith('PK')) return 'package';
  if (head.startsWith(OLE)) throw new LocalProblem(oleProblem(bytes));
  const known = heads.find(({ start }) => start.test(head));
  if (known) throw new LocalProblem(fileProblems.otherFormat(known.what));
  return 'text';
}

/** What a package without a workbook that can be read is. */
export function whatElse(parts: Parts): Text {
  const names = Object.keys(parts);
  const what = packages.find(({ part }) => names.some((name) => part.test(name)))?.what;
  return what ? fileProblems.otherFormat(what) : fileProblems.broken;
}

const HEAD = 1024;
/** An OLE container: old office files, and new ones behind a password. */
const OLE = '\xD0\xCF\x11\xE0';

function oleProblem(bytes: Uint8Array): Text {
  const has = (name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return fileProblems.encrypted;
  return has('Workbook') || has('Book') ? fileProblems.otherFormat(oldWorkbook) : fileProblems.binary;
}

const oldWorkbook: Text = { en: 'an old .xls workbook', ru: 'старая книга .xls' };

const heads: readonly { readonly start: RegExp; readonly what: Text }[] = [
  { start: /^%PDF-/, what: { en: 'a PDF', ru: 'файл PDF' } },
  {
    start: /^[^<]{0,3}\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|meta|table|style)\b/i,
    what: { en: 'a web page', ru: 'веб-страница' },
  },
  { start: /^[^<]{0,3}\s*<\?xml\s/, what: { en: 'an XML file', ru: 'файл XML' } },
];

const packages: readonly { readonly part: RegExp; readonly what: Text }[] = [
  { part: /^xl\/workbook\.bin$/, what: { en: 'a binary .xlsb workbook', ru: 'двоичная книга .xlsb' } },
  { part: /^content\.xml$/, what: { en: 'an OpenDocument file', ru: 'файл OpenDocument' } },
  { part: /^word\//, what: { en: 'a text document', ru: 'текстовый документ' } },
  { part: /^ppt\//, what: { en: 'a presentation', ru: 'презентация' } },
  { part: /^Index\/.*\.iwa$|^Index\.zip$/, what: { en: 'a Numbers or Pages file', ru: 'файл Numbers или Pages' } },
];
