import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';

import {
  type EngineProfile,
  type ImageMessage,
  type PromptMessage,
  type SceneData,
  WebSocketService,
} from '../../../services/index.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { Engines } from '../../engines/engines.ts';
import { promptFor, takesImagesOf } from '../../engines/prompt-for-engine.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import {
  awaitsVideo,
  isActive,
  isTalk,
  jobStill,
  promptToChange,
  promptToRepeat,
  type Reply,
  sceneOf,
  type Turn,
  visibleReplies,
} from '../../conversation-model/turn.ts';
import { JobCard } from '../job/job-card.ts';
import { endText } from '../job/job-text.ts';
import { durationText } from '../../language/quantity-text.ts';
import { Attachments } from '../messages/attachments.ts';
import { DayDivider } from '../messages/day-divider.ts';
import { DeliveryState } from '../messages/delivery-state.ts';
import { ErrorMessageView } from '../messages/error-message.ts';
import { GapMessageView } from '../messages/gap-message.ts';
import { ImageMessageView } from '../messages/image-message.ts';
import { MessageTime } from '../messages/message-time.ts';
import { PromptOptionsView } from '../messages/prompt-options.ts';
import { SceneView } from '../messages/scene-view.ts';
import { SystemMessageView, systemText } from '../messages/system-message.ts';
import { TextMessageView } from '../messages/text-message.ts';
import { TurnActions } from '../messages/turn-actions.ts';
import { VideoMessageView } from '../messages/video-message.ts';

/** A turn: what was asked, and everything that answers it. */
@Component({
  selector: 'kitten-turn',
  imports: [
    Attachments,
    DayDivider,
    DeliveryState,
    ErrorMessageView,
    GapMessageView,
    ImageMessageView,
    JobCard,
    MessageTime,
    PromptOptionsView,
    SceneView,
    SystemMessageView,
    TextMessageView,
    TurnActions,
    VideoMessageView,
  ],
  templateUrl: './turn-view.html',
  styleUrl: './turn-view.scss',
})
export class TurnView {
  private readonly socket = inject(WebSocketService);
  private readonly engines = inject(Engines);
  private readonly countText = injectCountText();
  protected readonly conversation = inject(OpenConversation);

  readonly turn = input.required<Turn>();
  /** The first moment of the day that begins with it, in milliseconds since the Unix epoch; else absent. */
  readonly day = input<number>();
  /** The person wants to change the prompt; emits its text. */
  readonly edited = output<PromptMessage>();

  protected readonly text = injectText();
  protected readonly systemText = systemText;
  /** A gap is a turn of its own. */
  protected readonly gap = computed(() => this.turn().replies.find((reply) => reply.kind === 'gap'));
  protected readonly still = computed(() => jobStill(this.turn()));
  /** The last still that was seen here: it stands where the clip will be until that can be drawn. */
  protected readonly cover = linkedSignal<ImageMessage | undefined, ImageMessage | undefined>({
    source: this.still,
    computation: (still, before) => still ?? before?.value,
  });
  protected readonly replies = computed(() => visibleReplies(this.turn()));
  protected readonly hasFrame = computed(() => awaitsVideo(this.turn()));
  protected readonly activeJob = computed(() => {
    const { job } = this.turn();
    return job !== undefined && isActive(job) ? job : null;
  });
  protected readonly end = computed(() => {
    const { job } = this.turn();
    return job === undefined || isTalk(this.turn())
      ? null
      : endText(job, this.text, (ms) => durationText(ms, this.countText));
  });
  protected readonly hasError = computed(() => this.turn().replies.some(({ kind }) => kind === 'error'));
  /** Errors aside: a prompt that never left the device has one too. */
  protected readonly isDelivered = computed(() => {
    const { job, replies } = this.turn();
    return job !== undefined || replies.some(({ kind }) => kind !== 'error');
  });
  protected readonly isAnswered = computed(
    () => this.replies().length > 0 || this.activeJob() !== null || this.end() !== null,
  );
  protected readonly answeredAt = computed(() => {
    const [reply] = this.replies();
    if (reply === undefined) return this.turn().job?.startedAt ?? null;
    if (reply.kind === 'gap') return null;
    return reply.kind === 'text' ? reply.at : reply.message.ts;
  });
  /** Which button sends the prompt again, if any. Before there is a job, the delivery has that button, so this has none. */
  protected readonly repeat = computed(() => {
    const { job, prompt } = this.turn();
    if (job === undefined || prompt === undefined || isActive(job) || isTalk(this.turn())) return null;
    return job.status === 'completed' ? 'again' : 'retry';
  });
  /** What a prompt may be asked of instead, once its job is over. */
  protected readonly otherEngines = computed(() =>
    this.repeat() === null ? [] : this.engines.othersThan(this.engineId()),
  );
  /** What was read, with the words that there are instead; null where nobody could draw it otherwise. */
  protected readonly readScene = computed(() => {
    const scene = sceneOf(this.turn());
    const words = (this.engines.find(this.engineId()) ?? this.engines.offered()[0])?.scene;
    return scene === undefined || words === undefined || this.turn().prompt === undefined ? null : { scene, words };
  });
  protected readonly canEdit = computed(
    () => this.turn().prompt !== undefined && (this.repeat() !== null || this.hasError()),
  );
  protected readonly diagnosticId = computed(() => {
    const { jobId, promptId } = this.turn();
    const error = this.turn().replies.findLast((reply) => reply.kind === 'error');
    if (error?.kind !== 'error') return null;
    return [error.message.code, jobId ?? promptId ?? error.id].join(' ');
  });

  private engineId(): string | undefined {
    const { madeWith, prompt } = this.turn();
    return madeWith?.id ?? prompt?.options?.engine;
  }

  protected isGrowing(reply: Reply): boolean {
    const { job } = this.turn();
    return reply.kind === 'text' && reply.isGrowing && (job === undefined || isActive(job));
  }

  protected cancel(): void {
    const { promptId } = this.turn();
    if (promptId !== undefined) this.socket.cancel(promptId);
  }

  /** Where the engine is gone, another one would do it: the composer says so before anything is sent. */
  protected repeatPrompt(): void {
    const prompt = promptToRepeat(this.turn());
    if (prompt === undefined) return;
    if (this.engines.isGone(prompt.options?.engine)) this.edited.emit(prompt);
    else this.conversation.resend(prompt);
  }

  /** What is being drawn is not wanted any more. */
  protected drawScene(scene: SceneData): void {
    const prompt = promptToRepeat(this.turn());
    if (prompt === undefined) return;
    if (this.activeJob() !== null) this.cancel();
    this.conversation.resend({ ...prompt, options: { ...prompt.options, scene } });
  }

  /** What the engine does not take of it the composer says, before anything is sent. */
  protected repeatWith(engine: EngineProfile): void {
    const prompt = promptToRepeat(this.turn());
    if (prompt === undefined) return;
    const asked = promptFor(engine, prompt);
    if (takesImagesOf(engine, prompt)) this.conversation.resend(asked);
    else this.edited.emit(asked);
  }

  protected editPrompt(): void {
    const prompt = promptToChange(this.turn());
    if (prompt !== undefined) this.edited.emit(prompt);
  }
}
