import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';

import {
  type EngineProfile,
  type ImageMessage,
  type PromptMessage,
  type SceneData,
  WebSocketService,
} from '../../../services/index.ts';
import { Language } from '../../language/language.ts';
import { injectCountText, injectText } from '../../language/text.ts';
import { Engines } from '../../engines/engines.ts';
import type { VariationCount } from '../../clip-options/variations.ts';
import { type AskedClip, injectCostText, labelWithCost } from '../../engines/cost-text.ts';
import { clipSeconds } from '../../engines/price.ts';
import { promptFor, takesImagesOf } from '../../engines/prompt-for-engine.ts';
import { OpenConversation } from '../../history/open-conversation.ts';
import { Variations } from '../../history/variations.ts';
import {
  awaitsVideo,
  activeJobOf,
  isActive,
  isTalk,
  jobStill,
  promptToChange,
  promptToRepeat,
  type Reply,
  sceneOf,
  shotCountOf,
  type Turn,
  visibleReplies,
} from '../../conversation-model/turn.ts';
import { JobCard } from '../job/job-card.ts';
import { endText } from '../job/job-text.ts';
import { durationText } from '../../language/quantity-text.ts';
import { Attachments } from '../prompt/attachments.ts';
import { CopyText } from '../actions/copy-text.ts';
import { DayDivider } from '../messages/day-divider.ts';
import { DeliveryState } from '../prompt/delivery-state.ts';
import { ErrorMessageView } from '../messages/error-message.ts';
import { GapMessageView } from '../messages/gap-message.ts';
import { ImageMessageView } from '../messages/image-message.ts';
import { MessageTime } from '../messages/message-time.ts';
import { PromptOptionsView } from '../prompt/prompt-options.ts';
import { SceneView } from '../scene/scene-view.ts';
import { SystemMessageView, systemText } from '../messages/system-message.ts';
import { TextMessageView } from '../messages/text-message.ts';
import { TurnActions } from '../actions/turn-actions.ts';
import { VideoMessageView } from '../messages/video-message.ts';
import { VariationGrid } from './variation-grid.ts';

/** A turn: what was asked, and everything that answers it. */
@Component({
  selector: 'kitten-turn',
  imports: [
    Attachments,
    CopyText,
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
    VariationGrid,
    VideoMessageView,
  ],
  templateUrl: './turn-view.html',
  styleUrl: './turn-view.scss',
})
export class TurnView {
  private readonly socket = inject(WebSocketService);
  private readonly engines = inject(Engines);
  private readonly variations = inject(Variations);
  private readonly countText = injectCountText();
  private readonly costText = injectCostText();
  protected readonly conversation = inject(OpenConversation);
  protected readonly language = inject(Language);

  readonly turn = input.required<Turn>();
  /** What was asked for together with it, and stands beside it. */
  readonly beside = input<readonly Turn[]>();
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
  /** The clip goes first: the words are about it. */
  protected readonly replies = computed(() =>
    visibleReplies(this.turn()).toSorted((one, other) => Number(other.kind === 'video') - Number(one.kind === 'video')),
  );
  protected readonly group = computed(() => {
    const beside = this.beside();
    return beside === undefined ? null : [this.turn(), ...beside];
  });
  /** In a group each member shows its own clip and errors; texts are shown once, for all of it. */
  protected readonly shown = computed(() =>
    this.group() === null ? this.replies() : this.replies().filter(({ kind }) => kind === 'text'),
  );
  protected readonly hasFrame = computed(() => awaitsVideo(this.turn()));
  protected readonly activeJob = computed(() => activeJobOf(this.turn()));
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
  /** All that the bot says, once it has said it. */
  protected readonly answerText = computed(() => {
    const texts = this.replies().filter((reply) => reply.kind === 'text');
    return texts.some((reply) => this.isGrowing(reply)) ? '' : texts.map(({ content }) => content).join('\n\n');
  });
  /** Which button sends the prompt again, if any. Before there is a job, the delivery has that button, so this has none. */
  protected readonly repeat = computed(() => {
    const { job, prompt } = this.turn();
    if (job === undefined || prompt === undefined || isActive(job) || isTalk(this.turn())) return null;
    return job.status === 'completed' ? 'again' : 'retry';
  });
  protected readonly promptAgain = computed(() => promptToRepeat(this.turn()));
  /** What is asked again, as far as it costs: from the same engine, a clip as long as this one. */
  protected readonly askedAgain = computed<AskedClip | undefined>(() => {
    const { madeWith, replies } = this.turn();
    const prompt = this.promptAgain();
    if (prompt === undefined) return undefined;
    const { options = {}, verbatim } = prompt;
    const engine = this.engines.makerOf(options.engine);
    const clip = replies.find((reply) => reply.kind === 'video');
    const isSame = clip !== undefined && engine?.id === madeWith?.id;
    return { engine, seconds: options.seconds ?? (isSame ? clipSeconds(clip.message) : undefined), verbatim };
  });
  private readonly costAgain = computed(() => {
    const asked = this.askedAgain();
    return asked === undefined ? null : this.costText(asked);
  });
  /** What all shots of a story cost, as soon as the bot has said how many they are; null where nothing is taken. */
  protected readonly costOfShots = computed(() => {
    const { prompt, madeWith } = this.turn();
    const count = shotCountOf(this.turn());
    const engine = this.engines.makerOf(this.engineId());
    const seconds = (madeWith ?? prompt)?.options?.seconds;
    const cost = count === 0 ? null : this.costText({ engine, seconds, verbatim: true }, count);
    return cost === null ? null : labelWithCost(this.countText('engines.shots', count), cost);
  });
  /** What a prompt may be asked of instead, once its job is over. */
  protected readonly otherEngines = computed(() =>
    this.repeat() === null ? [] : this.engines.othersThan(this.engineId()),
  );
  /** What was read, with the words that there are instead; null where nobody could draw it otherwise. */
  protected readonly readScene = computed(() => {
    const scene = sceneOf(this.turn());
    const words = (this.engines.find(this.engineId()) ?? this.engines.offered()[0])?.scene;
    return scene === undefined || words === undefined || this.turn().prompt === undefined
      ? null
      : { scene, words, engine: this.engineId(), cost: this.costAgain() };
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
    const prompt = this.promptAgain();
    if (prompt === undefined) return;
    if (this.engines.isGone(prompt.options?.engine)) this.edited.emit(prompt);
    else if (this.repeat() === 'retry') this.conversation.resend(prompt);
    else this.variations.ask(prompt);
  }

  /** Another try of some at once, to be compared. */
  protected vary(count: VariationCount): void {
    const prompt = this.promptAgain();
    if (prompt !== undefined) this.variations.ask(prompt, count);
  }

  /** What is being drawn is not wanted any more. */
  protected drawScene(scene: SceneData): void {
    const prompt = this.promptAgain();
    if (prompt === undefined) return;
    if (this.activeJob() !== null) this.cancel();
    const { group: _, ...options } = prompt.options ?? {};
    this.conversation.resend({ ...prompt, options: { ...options, scene } });
  }

  /** What the engine does not take of it the composer says, before anything is sent. */
  protected repeatWith(engine: EngineProfile): void {
    const prompt = this.promptAgain();
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
