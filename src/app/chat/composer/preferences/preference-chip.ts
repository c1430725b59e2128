/** Something of a clip that can be chosen, and what is chosen. */
export interface PreferenceChip {
  readonly id: 'shape' | 'length' | 'quality' | 'style' | 'count';
  readonly name: string;
  /** What is in force. */
  readonly value: string;
  /** Whether that is the person's choice, and no engine's. */
  readonly isChosen: boolean;
  /** Of a shape, which is drawn: width by height. */
  readonly ratio?: string | undefined;
  readonly offers: readonly PreferenceOffer[];
}

/** A value that there is to choose. */
export interface PreferenceOffer {
  readonly id: string;
  readonly label: string;
  /** What choosing it means: pixels, or what it costs. */
  readonly detail?: string | undefined;
  readonly ratio?: string | undefined;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

/** For a style sheet: `1280 / 720`. */
export function ratioOf(size: string): string {
  return size.replace('x', ' / ');
}
