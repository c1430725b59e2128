import type { TextSource } from '../../language/texts.ts';
import { isActive, type Job } from '../../conversation-model/turn.ts';

/** From here on a number would stand still: what is left is saving and sending, which no engine counts. */
const FINISHING = 0.97;

/** Words for the stages of engines that we know; another engine's stage is shown as it says it. */
const STAGES = {
  send: 'chat.stageSend',
  wait: 'chat.stageWait',
  retry: 'chat.stageRetry',
  load: 'chat.stageLoad',
  read: 'chat.stageRead',
  understand: 'chat.stageRead',
  draw: 'chat.stageDraw',
  generate: 'chat.stageDraw',
  decode: 'chat.stageDecode',
  encode: 'chat.stageEncode',
  download: 'chat.stageDownload',
  store: 'chat.stageStore',
} as const;

/** Whole percents; null where there is no number, or it would say nothing. */
export function percentOf({ status, progress }: Job): number | null {
  if (status !== 'running' || progress === undefined || progress >= FINISHING) return null;
  return Math.floor(progress * 100);
}

/** What a job under way does, in a few words. */
export function stageText({ status, position, stage, progress }: Job, text: TextSource): string {
  if (status === 'queued') {
    return position === undefined || position <= 1 ? text('chat.jobNext') : text('chat.jobQueued', { position });
  }
  if (status !== 'running') return text('chat.jobAccepted');
  if (progress !== undefined && progress >= FINISHING) return text('chat.jobFinishing');
  if (stage === undefined) return text('chat.jobRunning');
  return isStage(stage) ? text(STAGES[stage]) : stage;
}

/** What remains to be said of a job that is over, with its length in words; null where its error says it already. */
export function endText(job: Job, text: TextSource, duration: (milliseconds: number) => string): string | null {
  const { status, startedAt, endedAt } = job;
  if (isActive(job) || status === 'failed') return null;
  if (status === 'cancelled') return text('chat.jobCancelled');
  if (status === 'lost') return text('chat.jobLost');
  if (startedAt === undefined || endedAt === undefined) return text('chat.jobCompleted');
  return text('chat.jobCompletedIn', { time: duration(endedAt - startedAt) });
}

function isStage(stage: string): stage is keyof typeof STAGES {
  return Object.hasOwn(STAGES, stage);
}
