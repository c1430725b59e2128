import type { CountTextSource } from './texts.ts';

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the unit that makes it a small number: `354 B`, `1.2 MB`. */
export function byteText(bytes: number, language: string): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = BYTE_UNITS[power] ?? 'byte';
  const options = { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 1 } as const;
  const text = new Intl.NumberFormat(language, options).format(bytes / 1_000 ** power);
  // English has the narrow form without a space; its short form says `354 byte`.
  return text.replace(/(\d)(\p{L})/u, '$1 $2');
}

/** Below this, seconds are told. */
export const SECONDS_END = 90;

/** Below this, minutes are told. */
const MINUTES_END = 120;

/** How long to wait, rounded up: whoever comes a moment early is turned away again. */
export function waitText(milliseconds: number, countText: CountTextSource): string {
  return durationText(Math.ceil(milliseconds / 1_000) * 1_000, countText);
}

/** A length of time as people say it, at least a second: whole seconds, minutes or hours. */
export function durationText(milliseconds: number, countText: CountTextSource): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  if (seconds < SECONDS_END) return countText('units.seconds', seconds);
  const minutes = Math.round(seconds / 60);
  if (minutes < MINUTES_END) return countText('units.minutes', minutes);
  return countText('units.hours', Math.round(minutes / 60));
}
