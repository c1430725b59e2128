import type { Canvas } from '@napi-rs/canvas';

/** Changes the pixels of a finished frame into another hand. */
export type StyleFilter = (frame: Canvas, index: number) => void;
