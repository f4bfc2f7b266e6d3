import { requestChecks } from '../../api/checks.ts';
import type { Api, ApiMethod, Envelope } from '../../api/messages.ts';
import { chunk, start, tabByName, top } from '../reading/read.ts';
import { saveSettings } from '../services/document-settings.ts';
import { badRequest, sentenceFor, UserProblem, userText } from '../services/problems.ts';
import { annotate } from '../writing/annotate.ts';
import { clientCopy } from '../writing/client-copy.ts';
import { report } from '../writing/client-report.ts';
import { remove } from '../writing/remove.ts';
import { share } from '../writing/share.ts';

const handlers: { readonly [M in ApiMethod]: (argument: Api[M]['argument']) => Api[M]['answer'] } = {
  start,
  top,
  chunk,
  annotate,
  report,
  clientCopy,
  share,
  remove,
  saveSettings,
  showRow,
};

function showRow({ sheet, row }: Api['showRow']['argument']): Record<string, never> {
  const tab = tabByName(sheet);
  tab.activate();
  tab.setActiveRange(tab.getRange(`${row}:${row}`));
  return {};
}

const isMethod = (method: unknown): method is ApiMethod => typeof method === 'string' && Object.keys(handlers).indexOf(method) >= 0;

/** The page's one door: JSON text in, JSON text out, a sentence instead of an exception. */
export function callApi(method: unknown, argument: unknown): string {
  try {
    return envelope({ ok: true, answer: handle(method, argument) });
  } catch (problem) {
    return envelope({ ok: false, problem: userText(sentenceFor(problem)) });
  }
}

const envelope = (content: Envelope<unknown>) => JSON.stringify(content);

function handle(method: unknown, argument: unknown): unknown {
  if (!isMethod(method) || typeof argument !== 'string') throw new UserProblem(badRequest);
  const request = parse(argument);
  if (requestChecks[method](request, '').length > 0) throw new UserProblem(badRequest);
  // The check above has just established the argument's shape.
  return (handlers[method] as (argument: unknown) => unknown)(request);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserProblem(badRequest);
  }
}
