import { Component, input } from '@angular/core';

/** A decorative icon: one path of Material Design Icons in the colour of the text around it. */
@Component({
  selector: 'kitten-icon',
  template: `<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25em;
      height: 1.25em;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: currentColor;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Icon {
  /** The `d` of the path, on a grid of 24 by 24. */
  readonly path = input.required<string>();
}
