/** Public holidays of article 112 of the Labour Code of the Russian Federation, as month-day. */
const statutory = [
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
] as const;

/**
 * Further days off of a year: where a holiday falls on a weekend, and what the government moves by its yearly decree.
 * 2024: decree of 10 August 2023 No. 1314; 2025: of 4 October 2024 No. 1335; 2026: of 24 September 2025 No. 1466.
 */
const moved: Readonly<Record<number, readonly string[]>> = {
  2024: ['04-29', '04-30', '05-10', '12-30', '12-31'],
  2025: ['05-02', '05-08', '06-13', '11-03', '12-31'],
  2026: ['01-09', '03-09', '05-11', '12-31'],
};

/** Days off of a year in Russia as ISO days; `isComplete` is false where the moved days of that year are not known here. */
export function russianHolidays(year: number): { readonly days: readonly string[]; readonly isComplete: boolean } {
  const days = [...statutory, ...(moved[year] ?? [])].map((day) => `${year}-${day}`).sort();
  return { days, isComplete: year in moved };
}
