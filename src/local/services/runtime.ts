import { createZone, type Zone } from '../../base/zone.ts';
import type { Book } from '../book/book.ts';

/** What a script may do at the moment; see Google's table of authorisation modes. */
export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

export interface RuntimeOptions {
  /** Locale of the person at the keyboard. */
  readonly userLocale?: string;
  /** False for a view-only user: writing throws. */
  readonly canEdit?: boolean;
  /** True where Google would not let the add-on copy the file. */
  readonly refusesCopies?: boolean;
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
 * Calls that are not counted: they only build or hand out an object, and cost no round trip to the spreadsheet.
 * Everything else that is asked of a Google object counts as one call.
 */
const uncounted = new Set([
  'SpreadsheetApp.getActiveSpreadsheet',
  'SpreadsheetApp.getUi',
  'SpreadsheetApp.newConditionalFormatRule',
  'Spreadsheet.getSheetByName',
  'Spreadsheet.createDeveloperMetadataFinder',
  'Spreadsheet.createTextFinder',
  'TextFinder.useRegularExpression',
  'TextFinder.matchCase',
  'Sheet.getRange',
  'Sheet.getDataRange',
  'Sheet.createDeveloperMetadataFinder',
  'DeveloperMetadataFinder.withKey',
  'DeveloperMetadata.getLocation',
  'DeveloperMetadata.getValue',
  'DeveloperMetadataLocation.getColumn',
  'DeveloperMetadataLocation.getSheet',
  'Range.getSheet',
  'Range.getRow',
  'Range.getColumn',
  'Range.getLastColumn',
  'Range.getNumRows',
  'Range.getNumColumns',
  'ConditionalFormatRuleBuilder.whenFormulaSatisfied',
  'ConditionalFormatRuleBuilder.setBackground',
  'ConditionalFormatRuleBuilder.setBold',
  'ConditionalFormatRuleBuilder.setRanges',
  'ConditionalFormatRuleBuilder.build',
  'ConditionalFormatRule.getBooleanCondition',
  'BooleanCondition.getCriteriaValues',
  'SpreadsheetApp.newFilterCriteria',
  'FilterCriteria.copy',
  'FilterCriteria.getCriteriaType',
  'FilterCriteria.getCriteriaValues',
  'FilterCriteria.getHiddenValues',
  'FilterCriteriaBuilder.withCriteria',
  'FilterCriteriaBuilder.setHiddenValues',
  'FilterCriteriaBuilder.build',
  'Sheet.newChart',
  'EmbeddedChartBuilder.setChartType',
  'EmbeddedChartBuilder.addRange',
  'EmbeddedChartBuilder.setNumHeaders',
  'EmbeddedChartBuilder.setPosition',
  'EmbeddedChartBuilder.setHiddenDimensionStrategy',
  'EmbeddedChartBuilder.setOption',
  'EmbeddedChartBuilder.build',
  'LockService.getDocumentLock',
  'PropertiesService.getDocumentProperties',
]);

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
  readonly properties = new Map<string, string>();
  readonly sidebars: { title: string; html: string }[] = [];
  readonly alerts: string[] = [];
  /** Files that the script made, and who was let in. */
  readonly copies: { readonly name: string; readonly book: Book; readonly viewers: readonly string[] }[] = [];
  menu: { label: string; functionName: string }[] = [];
  /** True while somebody else holds the document lock. */
  isLockedByOther = false;
  holdsLock = false;
  private startedAt = 0;
  private index = 0;
  private zoneOfBook: Zone | undefined;

  constructor(
    readonly book: Book,
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
    if (uncounted.has(method)) return;
    this.options.beforeCall?.(method, this.index);
    this.index++;
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
  }

  private mayCall(method: string): boolean {
    if (this.mode === 'FULL') return true;
    if (this.mode === 'NONE') return allowedInNone.has(method) || isMenu(method);
    if (this.mode === 'LIMITED') return !opensWindow(method);
    return !method.startsWith('Ui.') && !writes(method);
  }
}

/** What stands behind an exposed object: services that are handed one of their own back look inside. */
export function fakeOf<Fake>(exposed: unknown): Fake {
  return (exposed as { fake: Fake }).fake;
}
