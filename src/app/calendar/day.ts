/** The first moment of the day of a moment, in the device's time zone; both in milliseconds since the Unix epoch. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The first moment of the day that is `days` after the one of a moment. Days may have 23 or 25 hours. */
export function startOfDayAfter(at: number, days: number): number {
  const day = new Date(startOfDay(at));
  return day.setDate(day.getDate() + days);
}

/** Writes moments, in milliseconds since the Unix epoch, as times of this device's day, with seconds: `14:03:27`. */
export function timeOfDayFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium', hour12: false });
}
