import { Directive, input } from '@angular/core';

/** Names a control that shows an icon alone: to screen readers, and to a pointer that rests on it. */
@Directive({
  selector: '[kittenLabel]',
  host: { '[attr.aria-label]': 'kittenLabel()', '[title]': 'kittenLabel()' },
})
export class Label {
  readonly kittenLabel = input.required<string>();
}
