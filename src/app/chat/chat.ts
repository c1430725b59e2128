import { Component, inject, linkedSignal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';

import type { PromptMessage } from '../../services/index.ts';
import { Composer } from './composer/composer.ts';
import { Draft } from '../drafts/draft.ts';
import { DraftReplacement } from '../drafts/draft-replacement.ts';
import { OpenConversation } from '../history/open-conversation.ts';
import { EmptyState } from './empty-state.ts';
import { MessageLog } from './log/message-log.ts';
import { injectText } from '../language/text.ts';
import type { Turn } from '../conversation-model/turn.ts';
import { injectShortcut } from '../shortcuts/shortcuts.ts';

/** The page 聊天: the conversation, and under it the composer. */
@Component({
  selector: 'kitten-chat',
  imports: [Composer, EmptyState, MessageLog],
  template: `
    <h1 class="cdk-visually-hidden">{{ text('shell.chat') }}</h1>
    <div class="log">
      @if (turns(); as turns) {
        <!-- Another conversation has a log of its own, which begins at its end. -->
        @for (opening of [conversation.opening()]; track opening) {
          <kitten-message-log [turns]="turns" [target]="target()" (reached)="forgetTarget()" (edited)="edit($event)">
            <kitten-empty-state (picked)="write($event)" />
          </kitten-message-log>
        }
      }
    </div>
    <kitten-composer />
  `,
  styles: `
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
    .log {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }
  `,
})
export class Chat {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly draft = inject(Draft);
  private readonly replacement = inject(DraftReplacement);
  private readonly composer = viewChild.required(Composer);

  protected readonly conversation = inject(OpenConversation);
  /** While another conversation is read, the log stays as it is. */
  protected readonly turns = linkedSignal<readonly Turn[] | null, readonly Turn[] | null>({
    source: this.conversation.turns,
    computation: (turns, before) => turns ?? before?.value ?? null,
  });
  /** The turn that a link into the conversation leads to. */
  protected readonly target = toSignal(this.route.queryParamMap.pipe(map((query) => query.get('turn'))), {
    initialValue: null,
  });
  protected readonly text = injectText();

  constructor() {
    injectShortcut({ keys: ['/'], description: 'shell.focusComposer', run: () => this.composer().focus() });
    // The log listens for these itself.
    injectShortcut({ keys: ['Home', 'End'], description: 'shell.logEnds' });
    injectShortcut({ keys: ['PageUp', 'PageDown'], description: 'shell.logPages' });
  }

  /** A reload stays where the person is by then, and the same link leads here again. */
  protected forgetTarget(): void {
    void this.router.navigate([], { relativeTo: this.route, replaceUrl: true });
  }

  protected write(text: string): void {
    this.replacement.replace({ ...this.draft.content(), text });
    this.composer().focus();
  }

  protected edit({ content: text, options = {}, attachments = [] }: PromptMessage): void {
    this.replacement.replace({ text, options, attachments });
    this.composer().focus();
  }
}
