import { html, svg, type TemplateResult } from 'lit-html';
import type { Drawing, Shape } from '../../wording/charts/drawing.ts';

/** A drawing as the page shows it; the report draws the same shapes. @param more what else to say to those who do not see it */
export const picture = ({ width, height, shapes, label }: Drawing, more = ''): TemplateResult =>
  html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${`${label} ${more}`.trim()}>${shapes.map(shapeView)}</svg>`;

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
