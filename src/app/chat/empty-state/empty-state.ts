import { Component, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** Prompts that show what can be asked for. */
const EXAMPLES = ['一只橘猫在雨夜的霓虹街头散步', '清晨的海边，一艘红色小船慢慢驶过', '雪后的森林里，一只白兔在月光下奔跑'];

/** What stands in a conversation that has not begun. */
@Component({
  selector: 'kitten-empty-state',
  imports: [MatButton],
  template: `
    <img src="favicon.svg" alt="" width="96" height="96" />
    <h2>想看点什么？</h2>
    <p>说一句话，小猫画成一段短视频。</p>
    <div class="examples">
      @for (example of examples; track example) {
        <button matButton="outlined" type="button" (click)="picked.emit(example)">{{ example }}</button>
      }
    </div>
  `,
  styleUrl: './empty-state.scss',
})
export class EmptyState {
  /** The person picks an example. */
  readonly picked = output<string>();

  protected readonly examples = EXAMPLES;
}
