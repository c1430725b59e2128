const KILO = 1_000;

/** A size in the unit that fits it. */
export function byteText(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'narrow',
    maximumFractionDigits: step > 1 ? 1 : 0,
  });
  return spaced(format.format(bytes / KILO ** step));
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A time in the unit that fits it. */
export function durationText(milliseconds: number, language: string): string {
  const [unit, size, digits] =
    milliseconds < SECOND
      ? (['millisecond', 1, 0] as const)
      : milliseconds < 2 * MINUTE
        ? (['second', SECOND, 1] as const)
        : milliseconds < 2 * HOUR
          ? (['minute', MINUTE, 0] as const)
          : (['hour', HOUR, 0] as const);
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: digits,
  });
  return spaced(format.format(milliseconds / size));
}

/** A space between a number and its unit, as the texts have it in both languages; some formats go without. */
function spaced(quantity: string): string {
  return quantity.replace(/(\d)(\p{L})/u, '$1 $2');
}
