import { Component, effect, inject, linkedSignal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';

import type { PromptMessage } from '../../services/index.ts';
import { FirstTry } from '../connection/first-try.ts';
import { Composer } from './composer/composer.ts';
import { Draft } from '../drafts/draft.ts';
import { isEmptyDraft } from '../drafts/stored-draft.ts';
import { DraftReplacement } from '../drafts/draft-replacement.ts';
import { OpenConversation } from '../history/open-conversation.ts';
import { DeletedNote } from './deleted-note.ts';
import { EmptyState } from './empty-state.ts';
import { MessageLog } from './log/message-log.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import type { Turn } from '../conversation-model/turn.ts';
import { injectShortcut } from '../shortcuts/shortcuts.ts';

/** The page 聊天: the conversation, and under it the composer. */
@Component({
  selector: 'kitten-chat',
  imports: [Composer, DeletedNote, EmptyState, MessageLog],
  template: `
    <h1 class="cdk-visually-hidden">{{ text('shell.chat') }}</h1>
    <div class="log">
      @if (turns(); as turns) {
        <!-- Another conversation has a log of its own, which begins at its end. -->
        @for (opening of [conversation.opening()]; track opening) {
          <!-- A first visit has no turn to show. Its first prompt may come when the network has gone. -->
          @defer (when turns.length > 0 || firstTry.isOver()) {
            <kitten-message-log [turns]="turns" [target]="target()" (reached)="forgetTarget()" (edited)="edit($event)">
              <kitten-empty-state (picked)="tryOut($event)" />
            </kitten-message-log>
          } @placeholder {
            <div class="empty" role="log" aria-live="off" [attr.aria-label]="text('chat.log')">
              @if (turns.length === 0) {
                <kitten-empty-state (picked)="tryOut($event)" />
              }
            </div>
          } @error {
            <!-- The server, or what was installed of it, has gone meanwhile. -->
            <p class="incomplete" role="alert">
              {{ text('shell.updateBroken') }} <a href="">{{ text('shell.reload') }}</a>
            </p>
          }
        }
      }
    </div>
    @defer (when firstTry.isOver()) {
      <kitten-deleted-note />
    }
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
    .empty {
      display: flex;
      flex: 1;
      flex-direction: column;
      overflow: hidden auto;
      padding: 24px 16px;
    }
    .incomplete {
      margin: auto;
      padding: 16px;
      font: var(--mat-sys-body-medium);
    }
    .empty > * {
      flex: 1 0 auto;
    }
  `,
})
export class Chat {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly draft = inject(Draft);
  private readonly replacement = inject(DraftReplacement);
  private readonly language = inject(Language);
  private readonly composer = viewChild.required(Composer);

  protected readonly firstTry = inject(FirstTry);
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
    // What comes when there is time has its texts with it; without a network they are tried again with another page.
    effect(() => {
      if (this.firstTry.isOver()) this.language.loadAll().catch(() => undefined);
    });
    injectShortcut({ keys: ['/'], description: 'settings.focusComposer', run: () => this.composer().focus() });
    // The log listens for these itself.
    injectShortcut({ keys: ['Home', 'End'], description: 'settings.logEnds' });
    injectShortcut({ keys: ['PageUp', 'PageDown'], description: 'settings.logPages' });
  }

  /** A reload stays where the person is by then, and the same link leads here again. */
  protected forgetTarget(): void {
    void this.router.navigate([], { relativeTo: this.route, replaceUrl: true });
  }

  /** An example is made at once and once, unless something else is being written, or it costs something. */
  protected tryOut(text: string): void {
    if (this.conversation.isRepeatedPress({ id: 'example' })) return;
    if (isEmptyDraft({ ...this.draft.content(), waiting: this.draft.waiting() }) && this.composer().isFree()) {
      this.draft.text.set(text);
      this.composer().send();
    } else this.write(text);
  }

  private write(text: string): void {
    this.composer().focus();
    this.replacement.replace({ ...this.draft.content(), text });
  }

  protected edit({ content: text, options = {}, attachments = [] }: PromptMessage): void {
    // In this order: what is put into a field that has the focus can be undone.
    this.composer().focus();
    this.replacement.replace({ text: this.composer().wordsOf(text), options, attachments });
  }
}
