/** The five types, which follow each other in this order. */
export const TYPES = ['text', 'video', 'image', 'system', 'error'];

const JOB = 'c0ffee00-0000-4000-8000-000000000001';
const PROMPT = '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21';

/** What each type has beside the envelope, so that all of them are about 350 bytes as JSON. */
const FIELDS = {
  text: (id) => ({ content: `${id}: 一只橘猫在雨夜的霓虹街头散步，路灯的光落在积水里，它停下来看了看自己的影子。` }),
  video: (id) => ({
    url: `/media/${id}.mp4`,
    mimeType: 'video/mp4',
    width: 640,
    height: 360,
    bytes: 151_552,
    durationMs: 4_000,
    posterUrl: `/media/${id}.jpg`,
  }),
  image: (id) => ({
    url: `/media/${id}.jpg`,
    mimeType: 'image/jpeg',
    name: `橘猫在雨夜-${id}.jpg`,
    width: 640,
    height: 360,
  }),
  system: () => ({
    event: 'started',
    content: '正在生成：画面一共四段，先画街道和雨，再画橘猫，最后合成；请稍候片刻，通常不到十秒。',
  }),
  error: () => ({
    code: 'engine_failed',
    content: '视频生成失败：引擎没有在限定的时间内给出画面。请稍后重试。',
    retryable: true,
  }),
};

/**
 * The message at one place of a stream, the same for every client. It is made from its place alone, so that a million
 * of them need no memory.
 * @param {number} index from 0
 * @param {{ isDurable: boolean }} options a durable message has a `seq`
 */
export function messageAt(index, { isDurable }) {
  const type = TYPES[index % TYPES.length];
  const id = `6b01c0de-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
  return {
    type,
    id,
    ts: 1_790_000_000_000 + index,
    ...(isDurable && { seq: index + 1 }),
    jobId: JOB,
    replyTo: PROMPT,
    ...FIELDS[type](id),
  };
}

/** A text of that size as a basic server sends it, with nothing but its words. */
export function plainTextAt(index) {
  return {
    type: 'text',
    content: `${labelOf(index)}${'一只橘猫在雨夜的霓虹街头散步，路灯的光落在积水里。'.repeat(4)}`,
  };
}

/** How {@link plainTextAt} begins, for whoever looks for it on the screen. */
export function labelOf(index) {
  return `第${index + 1}条：`;
}
