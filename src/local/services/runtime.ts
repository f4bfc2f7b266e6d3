import { createZone, type Zone } from '../../base/zone.ts';
import type { Book } from '../book/book.ts';
import type { SheetModel } from '../book/sheet.ts';

export const isProtected =
  'Exception: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** What a range hands out although it is made of ranges itself; the spreadsheet service tells how. */
interface Made {
  sheet(model: SheetModel): GoogleAppsScript.Spreadsheet.Sheet;
  filter(model: SheetModel): GoogleAppsScript.Spreadsheet.Filter | null;
}

/** What a script may do at the moment; see Google's table of authorisation modes. */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

export interface RuntimeOptions {
  /** Locale of the person at the keyboard. */
  readonly userLocale?: string;
  /** False for a view-only user: writing throws. */
  readonly canEdit?: boolean;
  /** True where Google would not let the add-on copy the file. */
  readonly refusesCopies?: boolean;
  /** True where nobody may be let in, as where an organisation does not share outside. */
  readonly refusesViewers?: boolean;
  /** True where the page belongs to one Google account and is answered for another. */
  readonly isOtherAccount?: boolean;
  /** False where the document has no property store. */
  readonly hasStore?: boolean;
  /** Answers an `Ui.alert` that leaves a choice; by default it agrees. */
  readonly answer?: (question: string) => 'YES' | 'NO';
  /** Runs before each counted call; may throw to play a fault. `index` counts from 0. */
  readonly beforeCall?: (method: string, index: number) => void;
  /** Milliseconds that pass, by default those of this machine: what runs for too long is ended. */
  readonly elapsed?: () => number;
  /** The moment `now`, for services that have a clock of their own. */
  readonly now?: () => number;
}

/**
 * Every method of a Google object counts as one call, but for three kinds that can be no round trip:
 * - a handle hands out the object to ask or to change, or tells which one it is: a tab by its name, a range and its coordinates;
 * - a builder puts together what a later call sends, and that call counts;
 * - an object in hand was fetched whole by a call that counted (a metadata entry by `find`, a rule by `getConditionalFormatRules`, a
 *   column's criteria by `getColumnFilterCriteria`) and is asked for what it holds.
 * These are counted apart: they are quick, but there must not be more of them where there are more rows.
 */
const free: readonly RegExp[] = [
  /^SpreadsheetApp\.(getActiveSpreadsheet|getUi|new\w+)$/,
  /^LockService\.getDocumentLock$/,
  /^ScriptApp\./,
  /^PropertiesService\.get(Document|User)Properties$/,
  /^Spreadsheet\.(getSheetByName|createDeveloperMetadataFinder|createTextFinder)$/,
  /^Sheet\.(getRange|createDeveloperMetadataFinder|newChart)$/,
  /^Range\.(getSheet|getGridId|getRow|getColumn|getLastColumn|getNumRows|getNumColumns|getA1Notation)$/,
  /^DeveloperMetadataLocation\.(getSheet|getColumn)$/,
  /^DeveloperMetadataFinder\.withKey$/,
  /^TextFinder\.(useRegularExpression|matchCase)$/,
  /^(Menu\.add(Item|Separator)|Ui\.createAddonMenu|HtmlOutput\.set\w+)$/,
  /^\w+Builder\./,
  /^DeveloperMetadata\.(getLocation|getKey|getValue)$/,
  /^ConditionalFormatRule\.getBooleanCondition$/,
  /^BooleanCondition\.getCriteriaValues$/,
  /^FilterCriteria\.(copy|getCriteriaType|getCriteriaValues|getHiddenValues)$/,
];
const isFree = (method: string) => free.some((pattern) => pattern.test(method));

/** After so many milliseconds Google ends a run. */
const longest = (mode: AuthMode) => (mode === 'CUSTOM_FUNCTION' ? 30_000 : 360_000);

/** In these modes only what is listed may be called. */
const allowedInNone = new Set(['SpreadsheetApp.getUi', 'Session.getActiveUserLocale', 'Utilities.formatDate', 'Utilities.formatString']);
const isMenu = (method: string) => /^(Ui\.createAddonMenu|Menu\.)/.test(method);
const opensWindow = (method: string) => /^Ui\.(showSidebar|showModalDialog|showModelessDialog|alert|prompt)$/.test(method);
const writes = (method: string) =>
  /^(Spreadsheet|Sheet|Range|Filter|DeveloperMetadata)\.(set|clear|insert|delete|add|remove|create(?!DeveloperMetadataFinder|TextFinder)|show|hide|activate|protect|sort)/.test(
    method,
  );

/** One running copy of the services over one book: who runs, what was called, what goes wrong. */
export class Runtime {
  mode: AuthMode = 'FULL';
  /** Counted calls by method. */
  readonly calls = new Map<string, number>();
  /** The others by method: handles, builders, objects in hand. */
  readonly freeCalls = new Map<string, number>();
  readonly properties = new Map<string, string>();
  /** The same of the user, whatever the document. */
  readonly userProperties = new Map<string, string>();
  readonly sidebars: { title: string; html: string }[] = [];
  readonly alerts: string[] = [];
  /** Files that the script made, and who was let in. */
  readonly copies: { readonly name: string; readonly book: Book; readonly viewers: readonly string[] }[] = [];
  menu: { label: string; functionName: string }[] = [];
  /** True while somebody else holds the document lock. */
  isLockedByOther = false;
  holdsLock = false;
  made: Made = { sheet: notYet, filter: notYet };
  private startedAt = 0;
  private index = 0;
  private zoneOfBook: Zone | undefined;

  constructor(
    /** The file at hand; another may take its place between two runs. */
    public book: Book,
    readonly files: ReadonlyMap<string, string>,
    public options: RuntimeOptions = {},
  ) {}

  get zone(): Zone {
    if (this.zoneOfBook?.id !== this.book.timeZone) this.zoneOfBook = createZone(this.book.timeZone);
    return this.zoneOfBook;
  }

  get total(): number {
    return [...this.calls.values()].reduce((sum, count) => sum + count, 0);
  }

  /** A run begins in a mode; its time is counted from here. */
  begin(mode: AuthMode): void {
    this.mode = mode;
    this.startedAt = this.elapsed();
  }

  /** Ends a run that takes too long: asked at every service call and at its end, since nothing else can stop a script here. */
  checkTime(): void {
    if (this.elapsed() - this.startedAt > longest(this.mode)) throw new Error('Exceeded maximum execution time');
  }

  private readonly elapsed = () => this.options.elapsed?.() ?? performance.now();

  resetCalls(): void {
    this.calls.clear();
    this.freeCalls.clear();
    this.index = 0;
  }

  /** A Google object as a script sees it: every call is checked and counted, and what is not there throws by name. */
  expose<Official>(service: string, fake: object): Official {
    const proxy = new Proxy(fake, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined;
        if (key === 'fake') return target;
        if (!(key in target)) throw new Error(`${service}.${key} is not in the local services`);
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          this.before(`${service}.${key}`);
          return member.apply(target, args);
        };
      },
    });
    // The fake has the members that we call, each checked against the official signature where it is declared.
    return proxy as unknown as Official;
  }

  private before(method: string): void {
    this.checkTime();
    if (!this.mayCall(method)) throw new Error(`Exception: You do not have permission to call ${method}`);
    if (this.options.canEdit === false && writes(method)) throw new Error('Exception: You do not have permission to perform that action.');
    if (isFree(method)) {
      increase(this.freeCalls, method);
      return;
    }
    increase(this.calls, method);
    this.options.beforeCall?.(method, this.index++);
  }

  private mayCall(method: string): boolean {
    if (this.mode === 'FULL') return true;
    if (this.mode === 'NONE') return allowedInNone.has(method) || isMenu(method);
    if (this.mode === 'LIMITED') return !opensWindow(method);
    return method !== 'SpreadsheetApp.getUi' && !method.startsWith('Ui.') && !writes(method);
  }
}

function notYet(): never {
  throw new Error('There is no spreadsheet service yet.');
}

const increase = (counts: Map<string, number>, method: string) => counts.set(method, (counts.get(method) ?? 0) + 1);

/** What stands behind an exposed object: services that are handed one of their own back look inside. */
export function fakeOf<Fake>(exposed: unknown): Fake {
  return (exposed as { fake: Fake }).fake;
}
