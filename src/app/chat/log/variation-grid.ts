import { Component, inject, input } from '@angular/core';

import { WebSocketService } from '../../../services/index.ts';
import { activeJobOf, awaitsVideo, jobStill, type Turn } from '../../conversation-model/turn.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { durationText } from '../../language/quantity-text.ts';
import { CompareVariations } from '../actions/compare-variations.ts';
import { JobCard } from '../job/job-card.ts';
import { endText } from '../job/job-text.ts';
import { DeliveryState } from '../prompt/delivery-state.ts';
import { ErrorMessageView } from '../messages/error-message.ts';
import { SystemMessageView } from '../messages/system-message.ts';
import { VideoMessageView } from '../messages/video-message.ts';

/** What was asked for together, side by side: of each its clip, or how far it is. */
@Component({
  selector: 'kitten-variation-grid',
  imports: [CompareVariations, DeliveryState, ErrorMessageView, JobCard, SystemMessageView, VideoMessageView],
  template: `
    <ol [attr.aria-label]="text('chat.variations')">
      @for (turn of turns(); track turn.id) {
        <li>
          @for (reply of turn.replies; track reply.id) {
            @switch (reply.kind) {
              @case ('video') {
                <kitten-video-message
                  [message]="reply.message"
                  [poster]="reply.poster"
                  [prompt]="turn.prompt"
                  [group]="turn.prompt?.options?.group"
                />
              }
              @case ('error') {
                <kitten-error-message [message]="reply.message" />
              }
            }
          }
          @if (activeJobOf(turn); as job) {
            <kitten-job-card
              [job]="job"
              [prompt]="turn.prompt"
              [madeWith]="turn.madeWith"
              [still]="stillOf(turn)"
              [hasFrame]="hasFrame(turn)"
              [isCancellable]="turn.promptId !== undefined"
              (cancelled)="cancel(turn)"
            />
          } @else if (endOf(turn); as line) {
            <kitten-system-message [content]="line" />
          } @else if (turn.job === undefined && turn.prompt; as prompt) {
            <kitten-delivery-state
              [promptId]="turn.promptId"
              [setAside]="turn.setAside"
              [isAnswered]="false"
              [failure]="turn.failure"
              [isExplained]="false"
              (resent)="conversation.resend(prompt)"
              (withdrawn)="conversation.withdraw(prompt)"
            />
          }
        </li>
      }
    </ol>
    @if (language.hasAll()) {
      <kitten-compare-variations [turns]="turns()" />
    }
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    @media (width < 480px) {
      ol {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class VariationGrid {
  private readonly socket = inject(WebSocketService);
  private readonly countText = injectCountText();

  /** In the order in which they were asked for. */
  readonly turns = input.required<readonly Turn[]>();

  protected readonly conversation = inject(OpenConversation);
  protected readonly language = inject(Language);
  protected readonly text = injectText();
  protected readonly activeJobOf = activeJobOf;
  protected readonly stillOf = jobStill;
  protected readonly hasFrame = awaitsVideo;

  /** What stands where there is no clip: a clip says by itself that it is done. */
  protected endOf({ job }: Turn): string | null {
    return job === undefined ? null : endText(job, this.text, (ms) => durationText(ms, this.countText));
  }

  protected cancel({ promptId }: Turn): void {
    if (promptId !== undefined) this.socket.cancel(promptId);
  }
}
