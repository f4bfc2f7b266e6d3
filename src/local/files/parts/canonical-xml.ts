/** The XML of a workbook's part as the library reads it: without a prefix before the names, in the namespaces that Excel writes. */
import { constants } from 'node:buffer';
import { columnLetters, columnNumber } from '../../book/references.ts';
import { fileProblems, LocalProblem } from '../../problem.ts';

/** How much of a part is looked at to see how it is written: declarations stand on the first element, positions on the first cell. */
const HEAD = 8192;

/** @returns the very content where it is in that form already */
export function canonicalXml(content: Buffer, kind = ''): Buffer {
  const head = content.toString('latin1', 0, HEAD);
  const steps = stepsFor(head, kind);
  if (steps.length === 0) return content;
  if (content.length > constants.MAX_STRING_LENGTH) throw new LocalProblem(fileProblems.unpacksTooLarge);
  // Names and signs are ASCII, so that other letters pass through byte by byte.
  return Buffer.from(
    steps.reduce((xml, step) => step(xml), content.toString('latin1')),
    'latin1',
  );
}

type Step = (xml: string) => string;

/** Elements that parts of a workbook begin with. */
const ROOT = /<(\w+):(?:workbook|worksheet|sst|styleSheet|comments|table)[\s>]/;
const ANCHORS = /<wsDr\s[^>]*xmlns="/;

function stepsFor(head: string, kind: string): readonly Step[] {
  const prefix = ROOT.exec(head)?.[1];
  return [
    ...(head.includes('http://purl.oclc.org/ooxml/') ? [inUsualNamespaces] : []),
    ...(prefix === undefined ? [] : [withoutPrefix(prefix)]),
    ...(/xmlns:(?!r=)\w+="[^"]*officeDocument\/(?:2006\/)?relationships"/.test(head) ? [withUsualReferences] : []),
    ...(/\sdate1904="true"/.test(head) ? [(xml: string) => xml.replace(/(\sdate1904=")true"/, '$11"')] : []),
    ...(kind === 'drawing' && ANCHORS.test(head) ? [withAnchorPrefix] : []),
    ...(kind === 'worksheet' && /<(?:\w+:)?c(?![^>]*\sr=)[\s/>]/.test(head) ? [withPositions] : []),
  ];
}

const inUsualNamespaces: Step = (xml) =>
  xml
    .replace(/http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/extendedProperties/g, `${USUAL}officeDocument/2006/extended-properties`)
    .replace(/http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\//g, `${USUAL}$1/2006/`);

const USUAL = 'http://schemas.openxmlformats.org/';

const withoutPrefix =
  (prefix: string): Step =>
  (xml) =>
    xml.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1').replace(new RegExp(`\\sxmlns:${prefix}=`), ' xmlns=');

/** `r:id`, whatever the writer calls that namespace. */
const withUsualReferences: Step = (xml) => {
  const prefixes = new Set([...xml.matchAll(/xmlns:(\w+)="[^"]*officeDocument\/2006\/relationships"/g)].map(([, prefix]) => prefix ?? ''));
  return [...prefixes].reduce((text, prefix) => text.replace(new RegExp(`(\\s)${prefix}:(id|embed|link|pict)=`, 'g'), '$1r:$2='), xml);
};

/** The library knows the elements of a drawing by the prefix that Excel gives them. */
const withAnchorPrefix: Step = (xml) =>
  xml.replace(/<(\/?)(\w+)(?=[\s/>])/g, '<$1xdr:$2').replace(/(<xdr:wsDr\s[^>]*?)xmlns="/, '$1xmlns:xdr="');

/** Rows and cells that only stand one after the other get their places. */
const withPositions: Step = (xml) => {
  let row = 0;
  let column = 0;
  return xml.replace(/<(row|c)(?=[\s/>])([^>]*)/g, (tag, name: string, attributes: string) => {
    const given = /\sr="([A-Z]*)(\d*)"/.exec(attributes);
    if (name === 'row') {
      row = given ? Number(given[2]) : row + 1;
      column = 0;
      return given ? tag : `<row r="${row}"${attributes}`;
    }
    column = given ? columnNumber(given[1] ?? '') : column + 1;
    return given ? tag : `<c r="${columnLetters(column)}${row}"${attributes}`;
  });
};
