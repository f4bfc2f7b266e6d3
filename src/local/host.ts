import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { Answers, CallApi, Envelope } from '../api/messages.ts';
import type { ApiMethod, Requests } from '../api/requests.ts';
import type { Book } from './book/book.ts';
import { chartsService } from './services/charts.ts';
import { type AuthMode, Runtime, type RuntimeOptions } from './services/runtime.ts';
import { lockService, propertiesService, scriptApp, sessionService, utilities } from './services/small.ts';
import { spreadsheetApp } from './services/spreadsheet.ts';
import { htmlService } from './services/ui.ts';

/** gas-local has no types of its own. */
const gas = createRequire(import.meta.url)('gas-local') as { require(folder: string, globals: object): Record<string, unknown> };

type Script = Record<string, (...args: unknown[]) => unknown>;

/** The built add-on at work on one book, without Google: the very `dist/` that is pushed. */
export class Host {
  readonly runtime: Runtime;
  private readonly script: Script;

  /** @param mode in which the global statements run, as they do in Google when a file opens */
  constructor(book: Book, options: RuntimeOptions = {}, dist = resolve('dist'), mode: AuthMode = 'NONE') {
    this.runtime = new Runtime(book, new Map([['sidebar', readFileSync(join(dist, 'sidebar.html'), 'utf8')]]), options);
    this.runtime.begin(mode);
    const context = createContext(this.globals());
    runInContext(quickNames, context);
    this.script = gas.require(dist, context) as Script;
  }

  /** Puts another file in the place of the one at hand, for a script that has written nothing: reading it anew takes longer than a small file. */
  turnTo(book: Book, options: RuntimeOptions): void {
    this.runtime.book = book;
    this.runtime.options = options;
  }

  /** A fresh set of globals: gas-local changes the object it is given. Dates are the host's own, so that both sides agree on them. */
  private globals(): object {
    const { runtime } = this;
    const beyond = (service: string) =>
      new Proxy(
        {},
        {
          get: (_, method) => {
            throw new Error(`Exception: Specified permissions are not sufficient to call ${service}.${String(method)}`);
          },
        },
      );
    return {
      Date: dateWithClock(runtime),
      ScriptApp: scriptApp(runtime),
      SpreadsheetApp: spreadsheetApp(runtime),
      HtmlService: htmlService(runtime),
      PropertiesService: propertiesService(runtime),
      LockService: lockService(runtime),
      Session: sessionService(runtime),
      Utilities: utilities(runtime),
      Charts: chartsService,
      DriveApp: beyond('DriveApp'),
      UrlFetchApp: beyond('UrlFetchApp'),
    };
  }

  /** Calls a global function of the script in a mode. */
  run(name: string, args: readonly unknown[] = [], mode: AuthMode = 'FULL'): unknown {
    const target = this.script[name];
    if (typeof target !== 'function' || name.endsWith('_')) throw new Error(`Script function not found: ${name}`);
    this.runtime.begin(mode);
    const result = target(...args);
    this.runtime.checkTime();
    return result;
  }

  /** A custom function as a cell calls it: anonymous, reading only. */
  formula(name: string, ...args: readonly unknown[]): unknown {
    return this.run(name, args, 'CUSTOM_FUNCTION');
  }

  /** `google.script.run` with its JSON bridge: what cannot cross arrives as `null`. */
  callFromPage(name: string, args: readonly unknown[]): unknown {
    const sent = JSON.stringify(args);
    if (sent.length > LARGEST_CALL) throw new Error('NetworkError: Connection failure due to HTTP 413');
    if (this.runtime.options.isOtherAccount)
      throw new Error(`PERMISSION_DENIED: the user does not have permission to run ${name} on this file`);
    const crossing = JSON.parse(sent) as unknown[];
    const result = this.run(name, crossing, 'FULL');
    // A text crosses as it is: the API's answers are megabytes of it.
    if (typeof result === 'string') return result;
    return canCross(result) ? (result === undefined ? null : (JSON.parse(JSON.stringify(result)) as unknown)) : null;
  }

  /** The add-on's API as the sidebar sees it. A problem is thrown as its sentence. */
  readonly callApi: CallApi = async <M extends ApiMethod>(method: M, argument: Requests[M]) => {
    const envelope = JSON.parse(String(this.callFromPage('callApi', [method, JSON.stringify(argument)]))) as Envelope<Answers[M]>;
    if (!envelope.ok) throw new Error(envelope.problem);
    return envelope.answer;
  };
}

/** Characters that a call from the page may carry: no limit is documented, so we keep far below the 50 MB of other Apps Script requests. */
const LARGEST_CALL = 10_000_000;

/**
 * What the script names for every cell. Node asks the object behind a context for each global each time, which takes thirty times as long
 * as the call; a constant of the context it finds at once.
 */
const quickNames = 'const { Array, Date, JSON, Map, Math, Number, Object, Set, String } = globalThis;';

/** The host's `Date` whose `now` the test may set. A proxy would do too, and make each date of a sheet ten times as dear. */
function dateWithClock(runtime: Runtime): unknown {
  function ClockedDate(...parts: []) {
    return new.target ? new Date(...parts) : Date();
  }
  const now = () => runtime.options.now?.() ?? Date.now();
  return Object.assign(Object.setPrototypeOf(ClockedDate, Date), { prototype: Date.prototype, now });
}

/** Dates, functions and circular structures do not survive `google.script.run`. */
function canCross(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value === 'function' || Object.prototype.toString.call(value) === '[object Date]') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (above.includes(value)) return false;
  return Object.values(value).every((part) => canCross(part, [...above, value]));
}
