import { DatePipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';

/** A text of either side, as plain text: nothing in it is ever HTML. */
@Component({
  selector: 'kitten-text-message',
  imports: [DatePipe],
  template: `
    <p>{{ content() }}@if (isGrowing()) {<span class="caret" aria-hidden="true"></span>}</p>
    <footer>
      <time [attr.datetime]="at() | date: 'yyyy-MM-ddTHH:mm:ssZZZZZ'">{{ at() | date: 'HH:mm' }}</time>
      <ng-content />
    </footer>
  `,
  styleUrl: './text-message.scss',
  host: { role: 'article', '[attr.aria-label]': 'label()', '[attr.data-author]': 'author()' },
})
export class TextMessageView {
  readonly content = input.required<string>();
  /** In milliseconds since the Unix epoch. */
  readonly at = input.required<number>();
  readonly author = input.required<'user' | 'bot'>();
  /** Whether more of it is to come. */
  readonly isGrowing = input(false);

  protected readonly label = computed(() => (this.author() === 'user' ? '我的消息' : '小猫的消息'));
}
