/** Writes moments, in milliseconds since the Unix epoch, as times of this device's day, with seconds: `14:03:27`. */
export function timeOfDayFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium', hour12: false });
}
