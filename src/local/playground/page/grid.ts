import {
  type ICellData,
  type ICommandInfo,
  type Injector,
  LifecycleStages,
  mergeLocales,
  Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import type { ISetArrayFormulaDataMutationParams } from '@univerjs/engine-formula';
import { type ISetSelectionsOperationParams, SetSelectionsOperation, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import english from '@univerjs/preset-sheets-core/locales/en-US';
import russian from '@univerjs/preset-sheets-core/locales/ru-RU';
import '@univerjs/preset-sheets-core/lib/index.css';
import type { Edit, Place, SpilledCell } from '../session.ts';
import type { BookView } from '../view.ts';
import { gridLocales, sheetId, workbookData } from './cells.ts';
import {
  cellsOf,
  FORMATS_MUTATION,
  formattedCells,
  type Matrix,
  placesOf,
  refusedCommands,
  SPILL_MUTATION,
  VALUES_MUTATION,
} from './commands.ts';
import { registerFormulas } from './formulas.ts';
import { followRussian } from './russian.ts';
import { argumentSeparator, plainSeparators, tabNames } from './separators.ts';

/** What the grid tells the page around it. */
export interface GridEvents {
  edited(edits: readonly Edit[]): void;
  /** All that the formulas of a tab fill besides their own cells. */
  spilled(sheet: string, cells: readonly SpilledCell[]): void;
  /** Somebody has typed something. */
  typed(): void;
  /** A function threw, or its cell was selected again; Google shows its sentence in a bubble at the cell. */
  complained(sentence: string): void;
  /** A change of the table's shape or looks was asked for, which the playground does not do. */
  refused(): void;
  activated(sheet: string): void;
}

/** The grid over the server's workbook: shows it, and says what the user changed. The workbook itself stays on the server. */
export class Grid {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private view: BookView;
  private workbook: Workbook;
  /** While true the grid changes by our own hand. */
  private isShowing = false;
  /** What was last told of each tab's spilled cells, as JSON. */
  private readonly spilled = new Map<string, string>();

  /** The sentences of the cells that show an error, by place. */
  private readonly complaints = new Map<string, string>();

  /** Resolves once the grid can be used: before that it refuses what it is asked. */
  readonly ready: Promise<void>;

  constructor(
    container: string,
    view: BookView,
    private readonly events: GridEvents,
  ) {
    Object.assign(globalThis, { argumentSeparator: argumentSeparator(view.locale) });
    const locale = gridLocales[view.language];
    this.univer = new Univer({ locale, locales: { [locale]: mergeLocales({ en: english, ru: russian }[view.language]) } });
    // Of the line below the grid the tabs alone: sums and a zoom would push them out of a narrow window.
    const footer = { statisticBar: false, menus: false, zoomSlider: false };
    for (const plugin of UniverSheetsCorePreset({ container, toolbar: false, header: true, footer }).plugins) {
      if (Array.isArray(plugin)) this.univer.registerPlugin(plugin[0], plugin[1]);
      else this.univer.registerPlugin(plugin);
    }
    this.api = FUniver.newAPI(this.univer);
    this.ready = new Promise((resolve) => {
      this.api.addEvent(this.api.Event.LifeCycleChanged, ({ stage }) => {
        if (stage >= LifecycleStages.Rendered) resolve();
      });
    });
    // The grid knows functions only once it has a workbook, and calculates a workbook as soon as it has it.
    this.view = view;
    this.workbook = this.create({ ...view, sheets: [] });
    registerFormulas(this.injector, view, (tab, row, column, sentence) => {
      if (sentence === undefined) this.complaints.delete(placeKey(tab, row, column));
      else this.complaints.set(placeKey(tab, row, column), sentence);
      if (sentence !== undefined) events.complained(sentence);
    });
    if (view.locale.startsWith('ru')) followRussian(this.injector);
    this.api.addEvent(this.api.Event.BeforeCommandExecute, (event) => this.beforeCommand(event));
    this.api.addEvent(this.api.Event.CommandExecuted, (event) => this.afterCommand(event));
    this.api.addEvent(this.api.Event.ActiveSheetChanged, ({ activeSheet }) => {
      if (!this.isShowing) events.activated(activeSheet.getSheetName());
    });
    this.show(view);
  }

  /** Shows another state of the workbook; the user stays where they were. */
  show(view: BookView): void {
    const place = this.place();
    this.isShowing = true;
    this.view = view;
    this.api.disposeUnit(this.workbook.getUnitId());
    this.workbook = this.create(view);
    this.isShowing = false;
    if (place && view.activeSheet === place.sheet) this.go(place);
  }

  /** The active cell. */
  place(): Place | undefined {
    const range = this.api.getActiveWorkbook()?.getActiveSheet()?.getActiveRange();
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet()?.getSheetName();
    return range && sheet ? { sheet, row: range.getRow(), column: range.getColumn() } : undefined;
  }

  /** Selects a cell and brings it into view. */
  go({ sheet, row, column }: Place): void {
    const workbook = this.api.getActiveWorkbook();
    const target = workbook?.getSheetByName(sheet);
    if (!workbook || !target) return;
    this.isShowing = true;
    workbook.setActiveSheet(target);
    target.getRange(row, column).activate();
    target.scrollToCell(Math.max(0, row - 5), 0);
    this.isShowing = false;
  }

  private get injector(): Injector {
    return this.univer.__getInjector();
  }

  private create(view: BookView): Workbook {
    const workbook = this.api.createWorkbook(workbookData(view));
    if (view.locale.startsWith('ru')) workbook.setNumfmtLocal('ru');
    const active = workbook.getSheetByName(view.activeSheet);
    if (active) workbook.setActiveSheet(active);
    return workbook.getWorkbook();
  }

  private beforeCommand(event: { id: string; params?: unknown; cancel?: boolean }): void {
    if (refusedCommands.test(event.id)) {
      event.cancel = true;
      this.events.refused();
    } else if (event.id.endsWith('set-range-values')) {
      if (event.id.includes('command')) this.events.typed();
      for (const cell of cellsOf(event)) if (cell.data?.f) cell.data.f = this.understood(cell.data.f);
    }
  }

  private understood(formula: string): string {
    return tabNames(
      plainSeparators(formula),
      this.view.sheets.map(({ name }) => name),
    );
  }

  private afterCommand(event: ICommandInfo): void {
    if (event.id === SetSelectionsOperation.id) this.afterSelection(event.params as ISetSelectionsOperationParams);
    if (event.id === SPILL_MUTATION) this.afterSpill(event.params as ISetArrayFormulaDataMutationParams);
    if (this.isShowing || (event.id !== VALUES_MUTATION && event.id !== FORMATS_MUTATION)) return;
    const { subUnitId } = event.params as { subUnitId: string };
    const worksheet = this.workbook.getSheetBySheetId(subUnitId);
    const sheet = this.view.sheets.find((_, index) => sheetId(index) === subUnitId)?.name;
    if (!worksheet || sheet === undefined) return;
    const changed = event.id === FORMATS_MUTATION ? formattedCells(event) : cellsOf(event);
    const edits = changed.map(({ row, column }) => this.editAt(worksheet, sheet, row, column));
    if (edits.length > 0) this.events.edited(edits);
  }

  /** Whoever comes back to a cell with an error is told again. The grid's own event for this comes late or never. */
  private afterSelection({ subUnitId, selections }: ISetSelectionsOperationParams): void {
    const range = selections.at(-1)?.range;
    const sentence = range && this.complaints.get(placeKey(subUnitId, range.startRow, range.startColumn));
    if (sentence !== undefined) this.events.complained(sentence);
  }

  private afterSpill({ arrayFormulaCellData, arrayFormulaRange }: ISetArrayFormulaDataMutationParams): void {
    const unit = this.workbook.getUnitId();
    this.view.sheets.forEach(({ name }, index) => {
      const id = sheetId(index);
      const anchors = arrayFormulaRange[unit]?.[id] as Matrix<unknown> | undefined;
      const cells = [...placesOf(arrayFormulaCellData[unit]?.[id] as Matrix<ICellData> | undefined)]
        .filter(({ row, column }) => anchors?.[row]?.[column] === undefined)
        .map(({ row, column, data }) => ({ row, column, value: data?.v ?? null }));
      const sent = JSON.stringify(cells);
      if (sent === (this.spilled.get(name) ?? '[]')) return;
      this.spilled.set(name, sent);
      this.events.spilled(name, cells);
    });
  }

  /** The cell's raw content: what a cell shows is not what it holds. */
  private editAt(worksheet: Worksheet, sheet: string, row: number, column: number): Edit {
    const cell = worksheet.getCellRaw(row, column);
    const pattern = this.workbook.getStyles().getStyleByCell(cell)?.n?.pattern;
    const value = cell?.t === 3 ? Boolean(cell.v) : (cell?.v ?? null);
    return {
      sheet,
      row,
      column,
      value,
      ...(cell?.f ? { formula: cell.f } : {}),
      ...(typeof value === 'number' && pattern !== undefined
        ? isDatePattern(pattern)
          ? { isDate: true }
          : { numberFormat: pattern }
        : {}),
    };
  }
}

const placeKey = (tab: string, row: number, column: number) => `${tab} ${row} ${column}`;

const isDatePattern = (pattern: string) => /[dmyhs]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
