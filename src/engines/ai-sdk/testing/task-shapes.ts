import { json } from './service-shapes.ts';
import { taskProvider } from './task-provider.ts';
import type { TestShape } from './test-engine.ts';

/** What Kling answers with; its texts stand beside a number that is 0 where all is well. */
interface KlingAnswer {
  readonly data: {
    readonly task_id: string;
    readonly task_status: 'submitted' | 'processing' | 'succeed' | 'failed';
    readonly task_status_msg?: string;
    readonly task_result?: { readonly videos: readonly { readonly url: string }[] };
  };
}

const klingTask = (fields: object): Response =>
  json({ code: 0, message: 'SUCCEED', request_id: 'r', data: { task_id: 'task-1', ...fields } });

/** Kling's own service. Its package can't be had here: what stands for it asks as the service's description says. */
export const KLING: TestShape = {
  model: 'klingai/kling-v2.6-t2v',
  baseUrl: 'https://kling.example',
  isStart: ({ method }) => method === 'POST',
  started: () => klingTask({ task_status: 'submitted' }),
  pending: () => klingTask({ task_status: 'processing' }),
  completed: (url) =>
    klingTask({ task_status: 'succeed', task_result: { videos: [{ id: '1', url, duration: '5.1' }] } }),
  failed: (message) => klingTask({ task_status: 'failed', task_status_msg: message }),
  standIn: taskProvider('createKlingAI', {
    path: '/v1/videos/text2video',
    bodyOf: (modelId, { prompt, aspectRatio, duration }) => ({
      model_name: modelId.replace(/-t2v$/, ''),
      prompt,
      aspect_ratio: aspectRatio,
      ...(duration !== undefined && { duration: `${duration}` }),
    }),
    taskIn: (answer) => (answer as KlingAnswer).data.task_id,
    stateIn: (answer) => {
      const { task_status: status, task_status_msg: error = '', task_result: result } = (answer as KlingAnswer).data;
      if (status === 'failed') return { status: 'error', error };
      return status === 'succeed' ? { clipUrl: result?.videos[0]?.url ?? '' } : { status: 'pending' };
    },
  }),
};

/** What ByteDance's Ark answers with. */
interface ArkAnswer {
  readonly id: string;
  readonly status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  readonly content?: { readonly video_url: string };
  readonly error?: { readonly code: string; readonly message: string };
}

/** ByteDance's Seedance at Ark. Of its package there is only one that can't be asked about a video later. */
export const BYTEDANCE: TestShape = {
  model: 'bytedance/seedance-1-0-lite-t2v-250428',
  baseUrl: 'https://ark.example/api/v3',
  isStart: ({ method }) => method === 'POST',
  started: () => json({ id: 'cgt-1' }),
  pending: () => json({ id: 'cgt-1', status: 'running' }),
  completed: (url) => json({ id: 'cgt-1', status: 'succeeded', content: { video_url: url } }),
  failed: (message) =>
    json({ id: 'cgt-1', status: 'failed', error: { code: 'OutputVideoSensitiveContentDetected', message } }),
  standIn: taskProvider('createByteDance', {
    path: '/contents/generations/tasks',
    bodyOf: (modelId, { prompt, aspectRatio: ratio, duration, seed }) => ({
      model: modelId,
      content: [{ type: 'text', text: prompt }],
      ratio,
      duration,
      seed,
    }),
    taskIn: (answer) => (answer as ArkAnswer).id,
    stateIn: (answer) => {
      const { status, content, error } = answer as ArkAnswer;
      if (status === 'failed' || status === 'cancelled') return { status: 'error', error: error?.message ?? status };
      return status === 'succeeded' ? { clipUrl: content?.video_url ?? '' } : { status: 'pending' };
    },
  }),
};
