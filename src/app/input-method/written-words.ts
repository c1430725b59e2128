import { Directive, output } from '@angular/core';

/**
 * What is written into a field, as soon as it is words: half a word of an input method (xiao'mao for 小猫) is nothing
 * to look for.
 */
@Directive({
  selector: 'input[kittenWrittenWords]',
  host: { '(input)': 'write($event)', '(compositionend)': 'write($event)' },
})
export class WrittenWords {
  /** All that stands in the field. */
  readonly kittenWrittenWords = output<string>();

  protected write(event: Event): void {
    const isHalfWritten = event instanceof InputEvent && event.isComposing;
    if (!isHalfWritten && event.target instanceof HTMLInputElement) this.kittenWrittenWords.emit(event.target.value);
  }
}
