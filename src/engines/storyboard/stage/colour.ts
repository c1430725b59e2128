/** The channels of `#rrggbb`, 0 to 255. */
export function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A colour between two, as `#rrggbb`: 0 is the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const [from, to] = [channels(first), channels(second)];
  return hexOf(from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * share));
}

/** `#rrggbb` of channels from 0 to 255. */
export function hexOf(all: readonly number[]): string {
  return `#${all.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** A colour with an opacity from 0 to 1. */
export function fade(hex: string, opacity: number): string {
  return `rgba(${channels(hex).join(', ')}, ${opacity})`;
}

/** How light a colour looks, 0 to 1. */
export function lightness(hex: string): number {
  const [red, green, blue] = channels(hex);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** One colour in the shades that a figure is painted with. */
export interface Tones {
  readonly main: string;
  /** In shadow: far legs, stripes. */
  readonly dark: string;
  /** In light. */
  readonly light: string;
  /** Bellies and muzzles. */
  readonly pale: string;
}

export function tonesOf(hex: string): Tones {
  // Black fur in shadow would vanish, so its shadow is a lighter violet instead.
  const isBlack = lightness(hex) < 0.25;
  return {
    main: hex,
    dark: isBlack ? mix(hex, '#0c0c18', 0.45) : mix(hex, '#4a2340', 0.32),
    light: mix(hex, '#fff6dc', isBlack ? 0.22 : 0.38),
    pale: mix(hex, '#fffaf0', isBlack ? 0.5 : 0.82),
  };
}
