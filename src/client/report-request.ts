import type { ClientCopyRequest, ReportRequest } from '../api/requests.ts';
import { factsOf } from '../audit/client-report/facts.ts';
import type { AuditSettings } from '../audit/settings.ts';
import type { Language } from '../i18n/language.ts';
import { patterns } from '../patterns/index.ts';
import { fieldById } from '../table/fields.ts';
import { isOfLeads } from '../table/row-facts.ts';
import { type Judged, tabsAtScan } from './scan.ts';

/** Who decides is a delicate matter: the first pattern goes in only when it is asked for. */
export const usualPatterns: readonly number[] = patterns.flatMap(({ isAboutPeople }, index) => (isAboutPeople ? [] : [index + 1]));

/** What the report for the client is made of, and what is compared with the sheet before it is written. */
export function reportRequest(
  judged: Judged,
  chosen: readonly number[],
  language: Language,
  now: number,
  settings: AuditSettings = {},
  isNumbered = false,
): ReportRequest {
  const facts = factsOf(judged.prepared, judged.report, { patterns: chosen, settings, isNumbered, language, now });
  const scans = new Map(tabsAtScan(judged).map(([, scanned]) => [scanned.table, scanned]));
  const sheets = facts.sheets.flatMap((tab) => {
    const scanned = scans.get(tab.table);
    return scanned ? [{ ...scanned, ...tab }] : [];
  });
  return { ...facts, sheets };
}

/** What a client's copy of a table leaves out: who people are, and notes to oneself. */
const privateFields = new Set(['decider', 'approver', 'responsible', 'note', 'parameter', 'value']);

/** The client's copy of each audited table in which the chosen patterns were found: recognised columns that tell of no person. */
export function clientCopies(judged: Judged, chosen: readonly number[], language: Language): readonly ClientCopyRequest[] {
  return tabsAtScan(judged).flatMap(([{ sheet, results }, scanned]): readonly ClientCopyRequest[] => {
    const layout = judged.prepared.sheets.find((one) => one.layout.sheet === sheet)?.layout;
    const isFound = results.some(({ pattern, findings }) => chosen.includes(pattern) && findings.length > 0);
    if (!layout || !isFound) return [];
    const ofLeads = isOfLeads(new Set(layout.columns.flatMap(({ field }) => field ?? [])));
    const shown = layout.columns
      .filter(({ field }) => field !== null && !privateFields.has(field) && !(ofLeads && kindOf(field) === 'text'))
      .map(({ index }) => index);
    if (shown.length === 0) return [];
    return [{ ...scanned, shown: [...shown].sort((one, other) => one - other), ...(ofLeads ? { isOfLeads: true } : {}), language }];
  });
}

const kindOf = (fieldId: string) => fieldById(fieldId)?.kind;

/** Names of bloggers and accounts that a copy of this table shows. */
export function namesIn({ prepared }: Pick<Judged, 'prepared'>, { table, shown }: ClientCopyRequest): readonly string[] {
  const one = prepared.sheets.find(({ layout }) => layout.sheet === table);
  const named = one?.layout.columns.filter(({ index, field }) => shown.includes(index) && (field === 'placement' || field === 'account'));
  return [...new Set((named ?? []).flatMap(({ field }) => one?.read?.table.columns.get(field ?? '')?.texts ?? []))].filter(Boolean);
}

/** Tabs and row numbers that a report names, for the person who is about to send it: `Заявки: 8, 14`. */
export function namedRows({ examples }: Pick<ReportRequest, 'examples'>): readonly string[] {
  const rows = new Map<string, Set<number>>();
  for (const { sheet, row } of examples)
    if (sheet !== undefined && row !== undefined) rows.set(sheet, (rows.get(sheet) ?? new Set()).add(row));
  return [...rows].map(([sheet, own]) => `${sheet}: ${[...own].sort((one, other) => one - other).join(', ')}`);
}

/** Titles of posts and kinds of placements that a report shows. */
export const topicsIn = ({ examples }: Pick<ReportRequest, 'examples'>): readonly string[] => [
  ...new Set(examples.flatMap(({ topic, kind }) => topic ?? kind ?? [])),
];
