import type { DrawingPath } from '../../library/library.ts';
import WRITTEN from './drawings.json' with { type: 'json' };

/** Outlines that several places have, by their names. */
export const DRAWINGS = WRITTEN as unknown as Readonly<Record<keyof typeof WRITTEN, readonly DrawingPath[]>>;
