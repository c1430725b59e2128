import { Component, computed, input } from '@angular/core';

/** A line across the conversation where something of it is missing. */
@Component({
  selector: 'kitten-gap-message',
  template: `<span>{{ text() }}</span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 12px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      text-align: center;
    }
    :host::before,
    :host::after {
      flex: 1;
      min-width: 12px;
      border-top: 1px dashed var(--mat-sys-outline);
      content: '';
    }
  `,
  host: { role: 'article', 'aria-label': '系统消息' },
})
export class GapMessageView {
  /** How many of the server's messages are gone; null where nobody knows. */
  readonly missing = input.required<number | null>();

  protected readonly text = computed(() => {
    const missing = this.missing();
    return missing === null ? '服务器的记录不完整，较早的消息可能有缺失' : `有 ${missing} 条较早的消息已不在服务器上`;
  });
}
