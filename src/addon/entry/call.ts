import type { Answers, Envelope, Handlers } from '../../api/messages.ts';
import { type ApiMethod, type RequestChecks, type Requests, requestChecks } from '../../api/requests.ts';
import { type Check, isAccepted } from '../../audit/shape.ts';
import { chunk, start, tabByName, tabs, top } from '../reading/read.ts';
import { showRow } from '../reading/show-row.ts';
import { saveSettings } from '../services/document-settings.ts';
import { badRequest, sentenceFor, UserProblem, userText } from '../services/problems.ts';
import { forgetTaught, teachColumn } from '../services/user-memory.ts';
import { annotate } from '../writing/annotate.ts';
import { clientCopy } from '../writing/client-copy.ts';
import { report } from '../writing/client-report.ts';
import { remove } from '../writing/remove.ts';
import { share } from '../writing/share.ts';
import { addTemplates } from '../writing/templates.ts';

const handlers: Handlers = {
  start,
  tabs,
  top,
  chunk,
  annotate,
  report,
  clientCopy,
  share,
  remove,
  saveSettings,
  teachColumn,
  forgetTaught,
  showRow,
  showTab,
  templates: () => ({ added: addTemplates() }),
};

function showTab({ sheet }: Requests['showTab']): Record<string, never> {
  tabByName(sheet).activate();
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
  if (!isMethod(method) || typeof argument !== 'string' || isInCell()) throw new UserProblem(badRequest);
  return answer(method, parse(argument));
}

/** Whether somebody typed it as a formula: there is no window to talk to then. */
function isInCell(): boolean {
  try {
    SpreadsheetApp.getUi();
    return false;
  } catch {
    return true;
  }
}

function answer<Method extends ApiMethod>(method: Method, request: unknown): Answers[Method] {
  const checks: RequestChecks = requestChecks;
  const check: Check<Requests[Method]> = checks[method];
  if (!isAccepted(check, request)) throw new UserProblem(badRequest);
  return handlers[method](request);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserProblem(badRequest);
  }
}
