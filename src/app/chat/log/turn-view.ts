import { Component, computed, inject, input } from '@angular/core';

import { WebSocketService } from '../../../services/index.ts';
import { Conversation } from '../conversation/conversation.ts';
import { type Reply, isActive, type Turn } from '../conversation/turn.ts';
import { awaitsVideo, jobStill, visibleReplies } from '../conversation/turn-view.ts';
import { DeliveryState } from '../messages/delivery-state.ts';
import { ErrorMessageView } from '../messages/error-message.ts';
import { GapMessageView } from '../messages/gap-message.ts';
import { ImageMessageView } from '../messages/image-message.ts';
import { JobMessageView } from '../messages/job-message.ts';
import { SystemMessageView } from '../messages/system-message.ts';
import { endText, systemText } from '../messages/system-text.ts';
import { TextMessageView } from '../messages/text-message.ts';
import { VideoMessageView } from '../messages/video-message.ts';

/** A turn: what was asked, and everything that answers it. */
@Component({
  selector: 'kitten-turn',
  imports: [
    DeliveryState,
    ErrorMessageView,
    GapMessageView,
    ImageMessageView,
    JobMessageView,
    SystemMessageView,
    TextMessageView,
    VideoMessageView,
  ],
  templateUrl: './turn-view.html',
  styleUrl: './turn-view.scss',
})
export class TurnView {
  private readonly socket = inject(WebSocketService);
  protected readonly conversation = inject(Conversation);

  readonly turn = input.required<Turn>();

  protected readonly systemText = systemText;
  /** A gap is a turn of its own. */
  protected readonly gap = computed(() => this.turn().replies.find((reply) => reply.kind === 'gap'));
  protected readonly still = computed(() => jobStill(this.turn()));
  protected readonly replies = computed(() => visibleReplies(this.turn()));
  protected readonly hasFrame = computed(() => awaitsVideo(this.turn()));
  protected readonly activeJob = computed(() => {
    const { job } = this.turn();
    return job !== undefined && isActive(job) ? job : null;
  });
  protected readonly end = computed(() => {
    const { job } = this.turn();
    return job === undefined ? null : endText(job);
  });
  protected readonly hasError = computed(() => this.turn().replies.some(({ kind }) => kind === 'error'));
  protected readonly isAnswered = computed(
    () => this.replies().length > 0 || this.activeJob() !== null || this.end() !== null,
  );

  protected isGrowing(reply: Reply): boolean {
    const { job } = this.turn();
    return reply.kind === 'text' && reply.isGrowing && (job === undefined || isActive(job));
  }

  protected cancel(): void {
    const { promptId } = this.turn();
    if (promptId !== undefined) this.socket.cancel(promptId);
  }
}
