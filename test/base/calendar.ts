import { isUnreadable, readWorkingHours } from '../../src/base/working-hours.ts';
import type { Calendar } from '../../src/base/working-time.ts';

/** The calendar of working hours that can be read. */
export function calendarOf(workingHours: string): Calendar {
  const calendar = readWorkingHours(workingHours);
  if (isUnreadable(calendar)) throw new Error(`no working hours: ${calendar.unreadable}`);
  return calendar;
}
