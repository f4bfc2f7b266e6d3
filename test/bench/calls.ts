import { scan } from '../../src/client/scan.ts';
import type { Book } from '../../src/local/book/book.ts';
import { openHost, postsBook, scanAndAudit } from '../addon/open-book.ts';

const steps = ['open', 'scan', 'highlight', 'highlight again', 'open again', 'remove'] as const;
type Step = (typeof steps)[number];

/** What a step may ask beyond one call a chunk: the tests hold it to this. */
export const mostBeyondChunks = { open: 17, scan: 6, highlight: 35, 'highlight again': 35, 'open again': 27, remove: 18 } as const;

/** Service calls of one step by method; chunks are those it read; `free` are handles, builders and objects in hand. */
export interface StepCalls {
  readonly byMethod: ReadonlyMap<string, number>;
  readonly total: number;
  readonly chunks: number;
  readonly free: number;
}

/** A tab's way through the add-on, step by step, and what each asks of Google. */
export async function callsOf(book: Book, sheet = 'Посты'): Promise<Readonly<Record<Step, StepCalls>>> {
  const host = openHost(book);
  const { runtime } = host;
  const counted = async (work: () => Promise<unknown>, chunks = 0): Promise<StepCalls> => {
    runtime.resetCalls();
    await work();
    const free = [...runtime.freeCalls.values()].reduce((sum, count) => sum + count, 0);
    return { byMethod: new Map(runtime.calls), total: runtime.total, chunks, free };
  };
  const { request } = await scanAndAudit(host);
  const chunks = request.sheets.reduce((sum, { chunks }) => sum + chunks.length, 0);
  return {
    open: await counted(() => host.callApi('start', {})),
    scan: await counted(() => scan(host.callApi, [sheet], {}), chunks),
    highlight: await counted(() => host.callApi('annotate', request), chunks),
    'highlight again': await counted(() => host.callApi('annotate', request), chunks),
    'open again': await counted(() => host.callApi('start', {})),
    remove: await counted(() => host.callApi('remove', {})),
  };
}

/** Service calls by method for one tab of so many rows, as a markdown table. */
export async function callsTable(rows: number): Promise<string> {
  const calls = await callsOf(postsBook(rows));
  const methods = [...new Set(steps.flatMap((step) => [...calls[step].byMethod.keys()]))];
  const sum = (method: string) => steps.reduce((all, step) => all + (calls[step].byMethod.get(method) ?? 0), 0);
  methods.sort((one, other) => sum(other) - sum(one) || one.localeCompare(other));
  const line = (name: string, cell: (step: StepCalls) => number | string) =>
    `| ${[name, ...steps.map((step) => cell(calls[step]))].join(' | ')} |`;
  return [
    `| ${['method', ...steps].join(' | ')} |`,
    `|---|${steps.map(() => '---').join('|')}|`,
    line(`**all**, ${rows.toLocaleString('en')} rows`, ({ total }) => `**${total}**`),
    line('… of which one a chunk', ({ chunks }) => chunks || ''),
    `| … limit | ${steps.map((step) => `≤ ${calls[step].chunks + mostBeyondChunks[step]}`).join(' | ')} |`,
    line('handles, builders, objects in hand (no round trip)', ({ free }) => free),
    ...methods.map((method) => line(`\`${method}\``, ({ byMethod }) => byMethod.get(method) ?? '')),
  ].join('\n');
}
