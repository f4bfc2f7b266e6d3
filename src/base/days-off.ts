const twoDigits = (text = '') => `0${text}`.slice(-2);

/**
 * One day as people write it, `12.06.2026` or `2026-06-12`, or as a date crosses from the sheet, `2026-06-12T00:00:00`.
 * @returns the ISO day, or `undefined` where the text is no day of the calendar
 */
export function isoDayOf(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = year === undefined ? text.replace(/T00:00:00$/, '') : `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  // `2026-02-30` is read as 2 March.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && new Date(Date.parse(iso) || 0).toISOString().startsWith(iso);
  return isDay ? iso : undefined;
}

/** `01.05.2026, 2026-05-09` as ISO days; what is no day is left out. */
export const isoDaysIn = (text: string): readonly string[] => text.split(/[,;\s]+/).flatMap((day) => isoDayOf(day) ?? []);
