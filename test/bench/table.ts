/** A table of the performance page. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const milliseconds = (time: number): string => (time < 10 ? `${time.toFixed(1)} ms` : `${time.toFixed(0)} ms`);

/** A measured time beside a floor of the same run. */
export const ratioRow = (what: string, time: number, floorName: string, floor: number, goal: string): readonly string[] => [
  what,
  milliseconds(time),
  `${floorName}: ${milliseconds(floor)}`,
  (time / floor).toFixed(1),
  goal,
];

export const absoluteRow = (what: string, measured: string, goal: string): readonly string[] => [what, measured, '–', '–', goal];

/** Slope of the straight line through points, by least squares. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const products = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return products / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
