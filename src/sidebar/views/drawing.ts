import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { Drawing, Shape } from '../../wording/charts/drawing.ts';

/** What a shape stands for, and what happens at it. */
export interface Dot {
  readonly text: string;
  readonly show: (text: string) => void;
  readonly go: () => void;
}

/** So many shapes can be reached by keyboard; the list below the chart has them all. */
const MOST_STOPS = 40;

/** A drawing as the page shows it; the report draws the same shapes. @param dotOf what the point at this place is, where it is to be told */
export function picture(
  { width, height, shapes, label }: Drawing,
  dotOf: (at: number) => Dot | undefined = () => undefined,
): TemplateResult {
  let stops = 0;
  const view = (shape: Shape) => {
    const at = shape.kind === 'bar' || shape.kind === 'mark' ? shape.at : undefined;
    const dot = at === undefined ? undefined : dotOf(at);
    if (!dot) return shapeView(shape);
    const isStop = (shape.kind === 'mark' || (shape.kind === 'bar' && shape.tone === 'question')) && stops++ < MOST_STOPS;
    const title = svg`<title>${dot.text}</title>`;
    if (!isStop) return svg`<g>${title}${shapeView(shape)}</g>`;
    const pressed = (event: KeyboardEvent) => event.key === 'Enter' && dot.go();
    return svg`<g class="stop" tabindex="0" role="button" aria-label=${dot.text} @click=${dot.go} @keydown=${pressed} @focus=${() => dot.show(dot.text)} @mouseenter=${() => dot.show(dot.text)}>${title}${shapeView(shape)}</g>`;
  };
  const content = shapes.map(view);
  return html`<svg viewBox="0 -10 ${width} ${height + 16}" role=${stops > 0 ? 'group' : 'img'} aria-label=${label || nothing}>${content}</svg>`;
}

function shapeView(shape: Shape): TemplateResult {
  switch (shape.kind) {
    case 'bar':
      return svg`<rect class=${`tone-${shape.tone}`} x=${shape.x} y=${shape.y} width=${shape.width} height=${shape.height} />`;
    case 'line':
      return svg`<polyline class=${`line-${shape.tone}`} points=${shape.points.map((point) => point.join(',')).join(' ')} />`;
    case 'mark':
      return svg`<path class=${`tone-${shape.tone}`} d=${`M${shape.x} ${shape.y - 10} l6 10 h-12 z`} />`;
    case 'text':
      return svg`<text x=${shape.x} y=${shape.y} text-anchor=${shape.anchor}>${shape.text}</text>`;
  }
}
