import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { reportRequest } from '../../../src/client/report-request.ts';
import { writeSheets } from '../../../src/local/files/xlsx.ts';
import { patterns } from '../../../src/patterns/index.ts';
import { fullBook, people, phones, tab } from '../../addon/full-book.ts';
import { openHost, scanAndAudit } from '../../addon/open-book.ts';

it('a report written as a file holds no formula, note, id, name or phone in any of its parts', async () => {
  const book = fullBook();
  tab(book).setExtra(4, 6, { formula: '=ER(A4,B4)' });
  const host = openHost(book);
  const judged = await scanAndAudit(host);
  const result = await host.callApi('report', reportRequest(judged, [1, 2, 3, 4, 5], 'ru', judged.start.now));
  const parts = unzipSync(await writeSheets([tab(book, result.outcome === 'written' ? result.tab : '')]));
  const names = Object.keys(parts);
  expect(names.filter((name) => /comment|notes|customXml|vmlDrawing|externalLink|vbaProject/i.test(name))).toEqual([]);
  const all = names.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join('\n');
  expect(all).toContain('Скорость согласования');
  expect(all).not.toMatch(/<f>|<f /);
  expect(all).not.toContain('definedName name="лайки"');
  const ids = patterns.flatMap(({ id, signals }) => [id, ...signals.map((signal) => signal.id)]);
  for (const secret of [...people, ...phones, ...ids, 'Лена', 'Инна', 'перезвонить', 'Клиент просил', 'Из договора', 'smm-audit'])
    expect(all).not.toContain(secret);
});
