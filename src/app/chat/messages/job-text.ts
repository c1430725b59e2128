import type { Job } from '../conversation/turn.ts';

/** Words for the stages of engines that we know; another engine's stage is shown as it says it. */
const STAGE_TEXT: Readonly<Record<string, string>> = {
  read: '理解描述',
  draw: '绘制画面',
  encode: '编码视频',
  store: '保存视频',
};

/** What a job under way does, in a few words. */
export function stageText({ status, position, stage }: Job): string {
  if (status === 'queued') return position === undefined || position <= 1 ? '排队中，即将开始' : `排队中，第 ${position} 位`;
  if (status !== 'running') return '任务已接受';
  return stage === undefined ? '生成中' : (STAGE_TEXT[stage] ?? stage);
}

/** How long a job still takes by its engine's own estimate, in words; empty where the engine tells none. */
export function remainingText({ etaMs }: Job): string {
  if (etaMs === undefined) return '';
  const seconds = Math.ceil(etaMs / 1_000);
  if (seconds <= 1) return '即将完成';
  return seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`;
}
