import { AsyncPipe } from '@angular/common';
import { Component, inject, viewChild } from '@angular/core';

import { Composer } from './composer/composer.ts';
import { Draft } from './composer/draft.ts';
import { Conversation } from './conversation/conversation.ts';
import { EmptyState } from './empty-state/empty-state.ts';
import { MessageLog } from './log/message-log.ts';

/** The page 聊天: the conversation, and under it the composer. */
@Component({
  selector: 'kitten-chat',
  imports: [AsyncPipe, Composer, EmptyState, MessageLog],
  template: `
    <h1 class="cdk-visually-hidden">聊天</h1>
    <kitten-message-log [turns]="(turns$ | async) ?? []">
      <kitten-empty-state (picked)="write($event)" />
    </kitten-message-log>
    <kitten-composer />
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
  `,
})
export class Chat {
  private readonly draft = inject(Draft);
  private readonly composer = viewChild.required(Composer);

  protected readonly turns$ = inject(Conversation).turns$;

  protected write(example: string): void {
    this.draft.text.set(example);
    this.composer().focus();
  }
}
