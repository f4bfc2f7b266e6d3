import type { AnnotatedFinding } from '../../api/requests.ts';
import { addTo } from '../../base/groups.ts';
import type { Language } from '../../i18n/language.ts';
import { shared } from '../../i18n/words.ts';
import { signalById } from '../../patterns/index.ts';
import type { TableArea } from '../../table/column-report.ts';
import { patternsCell } from '../../wording/patterns-cell.ts';
import { findingText } from '../../wording/render.ts';
import { badRequest, UserProblem } from '../services/problems.ts';
import type { UnpackedSheet } from './unpacked-request.ts';

/**
 * The two columns' cells, heading first, one pair for each row of a tab's tables: patterns with their numbers ascending, and the sentences.
 * @param area all rows of the tables
 */
export function reasonCells(area: TableArea, tables: readonly UnpackedSheet[], language: Language): string[][] {
  const byRow = new Map<number, AnnotatedFinding[]>();
  for (const { area: own, findings } of tables)
    for (const finding of findings) {
      if (finding.row === null) continue;
      if (finding.row < own.headerRow + 2 || finding.row > own.endRow) throw new UserProblem(badRequest);
      addTo(byRow, finding.row, finding);
    }
  const cells: string[][] = [[shared.patternsHeading[language], shared.reasonsHeading[language]]];
  for (let row = area.headerRow + 2; row <= area.endRow; row++) {
    const found = byRow.get(row);
    cells.push(found ? pair(found, language) : ['', '']);
  }
  return cells;
}

function pair(findings: readonly AnnotatedFinding[], language: Language): string[] {
  const numbered = findings.map((finding) => ({ finding, number: signalById(finding.signal)?.number ?? 0 }));
  numbered.sort((one, other) => one.number - other.number);
  const numbers = new Set(numbered.map(({ number }) => number));
  const sentences = new Set(numbered.map(({ finding }) => sentence(finding, language)));
  return [patternsCell([...numbers], language), [...sentences].join(' ')];
}

/** The sentence of a finding; numbers that a sentence needs and did not get are a request of somebody else's making. */
export function sentence({ signal, evidence }: Pick<AnnotatedFinding, 'signal' | 'evidence'>, language: Language): string {
  const { message } = findingText(signal, evidence, language);
  if (message === '' || /NaN|undefined|Infinity/.test(message)) throw new UserProblem(badRequest);
  return message;
}
