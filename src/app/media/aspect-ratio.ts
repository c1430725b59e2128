const DEFAULT_RATIO = '16 / 9';

/** The place that a medium will need, as a CSS ratio, so that nothing moves when it has loaded. */
export function aspectRatio(medium: { readonly width?: number; readonly height?: number } | undefined): string {
  return medium?.width && medium.height ? `${medium.width} / ${medium.height}` : DEFAULT_RATIO;
}
