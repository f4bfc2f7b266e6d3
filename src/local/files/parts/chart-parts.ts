import type { Chart, Value } from '../../book/parts.ts';
import { columnLetters } from '../../book/references.ts';
import type { SheetModel } from '../../book/sheet.ts';
import type { EditablePackage } from './package.ts';
import { escaped, partOf } from './sheet-part.ts';

/**
 * The add-on's charts as parts of an .xlsx. The library carries charts of the client's over and cannot make new ones, so that the parts
 * are added to what it wrote: for each sheet a drawing, and in it a chart per part.
 */
export function addCharts(file: EditablePackage, sheets: readonly SheetModel[]): void {
  const withCharts = sheets.filter(({ charts }) => charts.length > 0);
  const freeNumber = (stem: string) => {
    let number = 1;
    while (file.has(`${stem}${number}.xml`)) number++;
    return number;
  };
  for (const sheet of withCharts) {
    const path = partOf(sheet.name, file.text('xl/workbook.xml'), file.text('xl/_rels/workbook.xml.rels'));
    const relationsPath = path.replace(/([^/]+)$/, '_rels/$1.rels');
    const drawing = freeNumber('xl/drawings/drawing');
    const numbers = sheet.charts.map((chart) => {
      const number = freeNumber('xl/charts/chart');
      file.put(`xl/charts/chart${number}.xml`, chartPart(sheet, chart));
      return number;
    });
    file.put(`xl/drawings/drawing${drawing}.xml`, drawingPart(sheet.charts));
    file.put(
      `xl/drawings/_rels/drawing${drawing}.xml.rels`,
      relations(numbers.map((number) => `${OFFICE}/chart" Target="../charts/chart${number}.xml`)),
    );
    const target = `${OFFICE}/drawing" Target="../drawings/drawing${drawing}.xml`;
    const own = file.text(relationsPath);
    file.put(
      relationsPath,
      own === '' ? relations([target], 'drawing') : own.replace('</Relationships>', `${relation('drawing1', target)}</Relationships>`),
    );
    file.put(
      path,
      file
        .text(path)
        .replace(/(<legacyDrawing|<tableParts|<extLst|<\/worksheet>)/, `<drawing r:id="drawing1"/>$1`)
        .replace(/<worksheet (?![^>]*xmlns:r=)/, `<worksheet xmlns:r="${OFFICE}" `),
    );
    const types = [
      ...numbers.map((number) => override(`/xl/charts/chart${number}.xml`, 'drawingml.chart')),
      override(`/xl/drawings/drawing${drawing}.xml`, 'drawing'),
    ];
    file.put('[Content_Types].xml', file.text('[Content_Types].xml').replace('</Types>', `${types.join('')}</Types>`));
  }
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const override = (part: string, kind: string) =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`;
const relation = (id: string, typeAndTarget: string) => `<Relationship Id="${id}" Type="${typeAndTarget}"/>`;
const relations = (targets: readonly string[], id = 'chart') =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map((target, index) => relation(`${id}${index + 1}`, target))
    .join('')}</Relationships>`;

/** English Metric Units to a pixel. */
const EMU = 9525;

function drawingPart(charts: readonly Chart[]): string {
  const size = ({ description: { options } }: Chart, key: string, usual: number) => Number(options[key] ?? usual) * EMU;
  const anchors = charts.map(
    (chart, index) => `<xdr:oneCellAnchor>
<xdr:from><xdr:col>${chart.column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${chart.row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:ext cx="${size(chart, 'width', 600)}" cy="${size(chart, 'height', 371)}"/>
<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escaped(titleOf(chart))}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>
<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="chart${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>
<xdr:clientData/></xdr:oneCellAnchor>`,
  );
  return `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors.join('')}</xdr:wsDr>`;
}

const titleOf = ({ description }: Chart) => String(description.options.title ?? '');

/** How one column of numbers is drawn, as the option `series` of Google's charts says. */
interface SeriesOption {
  readonly type?: string;
  readonly targetAxisIndex?: number;
  readonly lineWidth?: number;
  readonly color?: string;
  /** `value`: the number stands at its bar. */
  readonly dataLabel?: string;
}

/** The value at each bar, and nothing else. */
const LABELS =
  '<c:dLbls><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

const colours = ['1A73E8', '9AA0A6', 'D93025'] as const;

function chartPart(sheet: SheetModel, chart: Chart): string {
  const { area, options, type } = chart.description;
  const given = (options.series ?? {}) as Readonly<Record<number, SeriesOption>>;
  const all = Array.from({ length: area.columns - 1 }, (_, index): SeriesOption & { readonly xml: string; readonly isLine: boolean } => {
    const option = given[index] ?? {};
    const isLine = option.type === 'line' || (option.type === undefined && type === 'LINE');
    return { ...option, isLine, xml: series(sheet, chart, index, isLine, option) };
  });
  const isStacked = options.isStacked === true;
  // One group per kind and axis; the left axes have the ids 1 and 2, the right ones 3 and 4.
  const group = (isLine: boolean, isRight: boolean) => {
    const own = all.filter((one) => one.isLine === isLine && (one.targetAxisIndex === 1) === isRight).map(({ xml }) => xml);
    if (own.length === 0) return '';
    const axes = isRight ? '<c:axId val="3"/><c:axId val="4"/>' : '<c:axId val="1"/><c:axId val="2"/>';
    return isLine
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${own.join('')}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="col"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${own.join('')}<c:gapWidth val="60"/>${isStacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`;
  };
  const { max } = (options.vAxis as { viewWindow?: { max?: number } } | undefined)?.viewWindow ?? {};
  const { showTextEvery = 1 } = (options.hAxis ?? {}) as { readonly showTextEvery?: number };
  const hasRight = all.some(({ targetAxisIndex }) => targetAxisIndex === 1);
  const legend = (options.legend as { position?: string } | undefined)?.position ?? 'right';
  return `${DECLARATION}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>
<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr sz="1100" b="1"/><a:t>${escaped(titleOf(chart))}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>
${group(false, true)}${group(false, false)}${group(true, false)}${group(true, true)}
${axes(1, 2, false, showTextEvery, max)}${hasRight ? axes(3, 4, true, showTextEvery) : ''}
</c:plotArea>${legend === 'none' ? '' : `<c:legend><c:legendPos val="${legend.slice(0, 1)}"/><c:overlay val="0"/></c:legend>`}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

function axes(category: number, value: number, isRight: boolean, every: number, max?: number): string {
  return `<c:catAx><c:axId val="${category}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${isRight ? 1 : 0}"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${every}"/><c:noMultiLvlLbl val="1"/></c:catAx>
<c:valAx><c:axId val="${value}"/><c:scaling><c:orientation val="minMax"/>${max === undefined ? '' : `<c:max val="${max}"/><c:min val="0"/>`}</c:scaling><c:delete val="0"/><c:axPos val="${isRight ? 'r' : 'l'}"/>${isRight ? '' : '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="DADCE0"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'}<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${category}"/><c:crosses val="${isRight ? 'max' : 'autoZero'}"/></c:valAx>`;
}

function series(sheet: SheetModel, { description: { area } }: Chart, index: number, isLine: boolean, option: SeriesOption): string {
  const isPoints = option.lineWidth === 0;
  const column = area.column + index + 1;
  const [first, last] = [area.row + 1, area.row + area.rows - 1];
  const name = `'${sheet.name.replace(/'/g, "''")}'`;
  const span = (at: number) => escaped(`${name}!$${columnLetters(at)}$${first}:$${columnLetters(at)}$${last}`);
  const rows = Array.from({ length: area.rows - 1 }, (_, down) => first + down);
  const colour = option.color?.replace('#', '') ?? colours[index % colours.length];
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const looks = isLine
    ? `<c:spPr><a:ln w="22225">${isPoints ? '<a:noFill/>' : fill}</a:ln></c:spPr><c:marker>${isPoints ? `<c:symbol val="triangle"/><c:size val="9"/><c:spPr>${fill}</c:spPr>` : '<c:symbol val="none"/>'}</c:marker>`
    : `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escaped(`${name}!$${columnLetters(column)}$${area.row}`)}</c:f>${cache('str', [sheet.value(area.row, column)])}</c:strRef></c:tx>${looks}${option.dataLabel === 'value' ? LABELS : ''}
<c:cat><c:strRef><c:f>${span(area.column)}</c:f>${cache(
    'str',
    rows.map((row) => sheet.value(row, area.column)),
  )}</c:strRef></c:cat><c:val><c:numRef><c:f>${span(column)}</c:f>${cache(
    'num',
    rows.map((row) => sheet.value(row, column)),
  )}</c:numRef></c:val>${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`;
}

/** The numbers as they were when the file was written: a viewer that calculates nothing draws from them. */
function cache(kind: 'str' | 'num', values: readonly Value[]): string {
  const points = values.flatMap((value, index) =>
    value === null || value === '' ? [] : [`<c:pt idx="${index}"><c:v>${escaped(String(value))}</c:v></c:pt>`],
  );
  return `<c:${kind}Cache>${kind === 'num' ? '<c:formatCode>General</c:formatCode>' : ''}<c:ptCount val="${values.length}"/>${points.join('')}</c:${kind}Cache>`;
}
