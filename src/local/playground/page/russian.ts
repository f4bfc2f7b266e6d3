import { CellValueType, type Injector, InterceptorEffectEnum } from '@univerjs/core';
import { AFTER_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { plainContent } from './separators.ts';

/** Before the grid's own reading of what was typed. */
const FIRST = 1000;

/** Makes the grid read and show numbers and dates as a spreadsheet with a Russian locale does; on its own it knows American ones only. */
export function followRussian(injector: Injector): void {
  const service = injector.get(SheetInterceptorService);
  service.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, _, next) => next(typeof cell?.v === 'string' && !cell.f && !cell.p ? { ...cell, v: plainContent(cell.v) } : cell),
  });
  service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    // What has a number format is text by now, with a comma already.
    handler: (cell, _, next) =>
      next(
        typeof cell?.v === 'number' && !Number.isInteger(cell.v)
          ? { ...cell, v: String(cell.v).replace('.', ','), t: CellValueType.NUMBER }
          : cell,
      ),
  });
}
