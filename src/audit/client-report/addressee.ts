import { anyWord } from '../../patterns/shared/word-matching.ts';
import { parameter, parameterValue } from '../../table/fields.ts';
import type { PreparedAudit } from '../engine/prepare.ts';
import type { AuditSettings } from '../settings.ts';

const isClient = anyWord(['клиент', 'заказчик', 'компания', 'бренд', 'client', 'customer', 'company', 'brand']);
const isName = anyWord(['название', 'имя', 'наименование', 'name']);
/** `Client`, `Client name`; what begins `Client’s city` is no name. */
function namesClient(label: string): boolean {
  const words = label.trim().split(/\s+/).length;
  return isClient(label) && (words === 1 || (words === 2 && isName(label)));
}

/** What a program calls a file that nobody has named. */
const unnamed = /^(untitled|новая таблица|таблица без названия|без названия|книга ?\d|book ?\d|input$)/i;
const copied = /^(copy of|копия)\s+|\s*\(\d+\)$|\.(xlsx|xls|csv|tsv|ods)$/gi;

/** Settings with somebody the report is for: whom they name, else whom the workbook names, else whom its file is called after. */
export function addressed(settings: AuditSettings, prepared: PreparedAudit, fileName: string): AuditSettings {
  return { ...settings, report: { ...settings.report, client: settings.report?.client ?? proposedClient(prepared, fileName) } };
}

/** For whom the report seems to be; empty where nothing tells. */
export function proposedClient(prepared: PreparedAudit, fileName: string): string {
  const name = fileName.replace(copied, '').replace(/_+/g, ' ').trim();
  return statedClient(prepared) ?? (unnamed.test(name) ? '' : name);
}

/** Whom the workbook names as the client: a row of a tab of parameters and values. */
function statedClient({ sheets }: PreparedAudit): string | undefined {
  for (const { read } of sheets) {
    const labels = read?.table.columns.get(parameter.id)?.texts ?? [];
    const values = read?.table.columns.get(parameterValue.id)?.texts ?? [];
    const row = labels.findIndex((label, index) => namesClient(label) && values[index]);
    if (row >= 0) return values[row];
  }
  return undefined;
}
