import { escaped } from '../escaped.ts';
import type { Drawing, Shape } from './drawing.ts';

/** A drawing as SVG for a page that is written as text; colours come from the page's classes `tone-…`. */
export function svgOf({ width, height, shapes, label }: Drawing): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}">${shapes.map(shapeOf).join('')}</svg>`;
}

function shapeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'bar':
      return `<rect class="tone-${shape.tone}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`;
    case 'line':
      return `<polyline class="line-${shape.tone}" points="${shape.points.map((point) => point.join(',')).join(' ')}"/>`;
    case 'mark':
      return `<path class="tone-${shape.tone}" d="M${shape.x} ${shape.y - 10} l6 10 h-12 z"/>`;
    case 'text':
      return `<text x="${shape.x}" y="${shape.y}" text-anchor="${shape.anchor}">${escaped(shape.text)}</text>`;
  }
}
