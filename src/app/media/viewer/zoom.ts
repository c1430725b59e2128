/** A place in pixels, from the middle of the stage. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A width and a height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a picture is shown: 1 is the whole of it; and where its middle is. */
export interface Zoom extends Point {
  readonly scale: number;
}

/** The room that there is, and what the picture takes of it at a scale of 1. */
export interface Extent {
  readonly stage: Size;
  readonly picture: Size;
}

/** The whole picture, in the middle. */
export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };

const LARGEST = 8;

/** Makes the picture larger or smaller by a factor, around a point that stays where it is. */
export function zoomAt(zoom: Zoom, factor: number, { x, y }: Point, extent: Extent): Zoom {
  const scale = Math.min(Math.max(zoom.scale * factor, 1), LARGEST);
  const grown = scale / zoom.scale;
  return within({ scale, x: x - (x - zoom.x) * grown, y: y - (y - zoom.y) * grown }, extent);
}

/** Moves the picture, as far as there is more of it to see. */
export function pan(zoom: Zoom, by: Point, extent: Extent): Zoom {
  return within({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, extent);
}

function within({ scale, x, y }: Zoom, { stage, picture }: Extent): Zoom {
  return {
    scale,
    x: between(x, (picture.width * scale - stage.width) / 2),
    y: between(y, (picture.height * scale - stage.height) / 2),
  };
}

function between(value: number, hidden: number): number {
  const most = Math.max(0, hidden);
  // Not `-0`, which is no place of its own.
  return Math.min(Math.max(value, -most), most) || 0;
}
