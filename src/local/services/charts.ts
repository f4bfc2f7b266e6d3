import type { Area, Chart } from '../book/parts.ts';
import type { SheetModel } from '../book/sheet.ts';
import { enumOf, labelOf } from './enums.ts';
import type { RangeFake } from './range.ts';
import { fakeOf, type Runtime } from './runtime.ts';

type Official = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type OfficialBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** A built chart, as a script hands it to `insertChart`. */
interface ChartFake {
  readonly chart: Chart;
}

export const chartOf = (exposed: Official): Chart => fakeOf<ChartFake>(exposed).chart;

class ChartBuilderFake
  implements
    Pick<
      OfficialBuilder,
      'setChartType' | 'addRange' | 'setNumHeaders' | 'setHiddenDimensionStrategy' | 'setPosition' | 'setOption' | 'build'
    >
{
  private type = '';
  private area: Area | undefined;
  private place = { row: 0, column: 0 };
  private options: Readonly<Record<string, unknown>> = {};

  constructor(
    private readonly runtime: Runtime,
    private readonly sheet: SheetModel,
  ) {}

  setChartType(type: GoogleAppsScript.Charts.ChartType): OfficialBuilder {
    this.type = labelOf(type, 'ChartType', 'EmbeddedChartBuilder.setChartType');
    return this.exposed();
  }

  addRange(range: GoogleAppsScript.Spreadsheet.Range): OfficialBuilder {
    const { sheet, area } = fakeOf<RangeFake>(range);
    if (sheet !== this.sheet || this.area) throw new Error('A chart over several ranges or another sheet is not in the local services');
    this.area = area;
    return this.exposed();
  }

  setNumHeaders(headers: number): OfficialBuilder {
    if (headers !== 1) throw new Error('A chart without one heading row is not in the local services');
    return this.exposed();
  }

  /** Drawn from hidden cells too; the file writer always does so. */
  setHiddenDimensionStrategy(strategy: GoogleAppsScript.Charts.ChartHiddenDimensionStrategy): OfficialBuilder {
    const wanted = labelOf(strategy, 'ChartHiddenDimensionStrategy', 'EmbeddedChartBuilder.setHiddenDimensionStrategy');
    if (wanted !== 'SHOW_BOTH') throw new Error(`The strategy ${wanted} is not in the local services`);
    return this.exposed();
  }

  setPosition(row: number, column: number): OfficialBuilder {
    this.place = { row, column };
    return this.exposed();
  }

  setOption(key: string, value: unknown): OfficialBuilder {
    this.options = { ...this.options, [key]: value };
    return this.exposed();
  }

  build(): Official {
    if (!this.area || this.place.row < 1 || this.place.column < 1) throw new Error('Exception: The chart needs a range and a position.');
    const chart: Chart = { ...this.place, description: { type: this.type, area: this.area, options: this.options } };
    return this.runtime.expose<Official>('EmbeddedChart', { chart });
  }

  private exposed = () => this.runtime.expose<OfficialBuilder>('EmbeddedChartBuilder', this);
}

export const chartBuilder = (runtime: Runtime, sheet: SheetModel) =>
  runtime.expose<OfficialBuilder>('EmbeddedChartBuilder', new ChartBuilderFake(runtime, sheet));

/** The global `Charts`. */
export const chartsService = {
  ChartType: enumOf('ChartType', ['COMBO', 'COLUMN']),
  ChartHiddenDimensionStrategy: enumOf('ChartHiddenDimensionStrategy', ['SHOW_BOTH']),
};
