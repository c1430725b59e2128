/**
 * Gives the focus back to what opened an overlay that is closed now. Where somebody has put it elsewhere meanwhile, it stays
 * there: what closes takes a moment, and a letter may be typed in it.
 */
export function returnFocus(opener: HTMLElement): void {
  const focused = document.activeElement;
  const isHomeless =
    focused === null || focused === document.body || focused.closest('.cdk-overlay-container') !== null;
  if (isHomeless) opener.focus();
}
