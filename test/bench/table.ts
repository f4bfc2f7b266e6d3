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
