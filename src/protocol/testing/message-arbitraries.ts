import * as fc from 'fast-check';
import type { ClientMessage } from '../client-messages.ts';
import { MAX_WAIT_MS } from '../limits.ts';
import type { ServerMessage } from '../messages.ts';

/** Some text that is not empty. */
const filled = fc.string({ unit: 'binary', minLength: 1 });
const seq = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const natural = fc.nat();
const pixels = fc.integer({ min: 1 });
/** Times from 1e9 on are read as seconds. */
const time = fc.double({ min: 0, max: 1e9, maxExcluded: true, noNaN: true }).map((ms) => ms + 0);
const wait = fc.double({ min: 1, max: MAX_WAIT_MS, noNaN: true });
const duration = fc.double({ min: 0, max: 1e9, noNaN: true }).map((ms) => ms + 0);
const flag = fc.constant(true as const);
const base64 = fc.uint8Array({ minLength: 1, maxLength: 48 }).map((bytes) => btoa(String.fromCharCode(...bytes)));

const url = fc.oneof(
  fc.webUrl(),
  fc.uuid().map((name) => `/media/${name}`),
  fc.uuid().map((name) => `blob:https://app.example/${name}`),
);

const envelope = {
  required: { id: filled, ts: time },
  optional: { seq, jobId: filled, replyTo: filled },
};

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** A server's message with these fields: the first always there, the second at times. */
function serverRecord(required: Fields, optional: Fields = {}): fc.Arbitrary<ServerMessage> {
  const fields: Fields = { ...envelope.required, ...required, ...envelope.optional, ...optional };
  const requiredKeys = [...Object.keys(envelope.required), ...Object.keys(required)];
  return fc.record(fields, { requiredKeys }) as unknown as fc.Arbitrary<ServerMessage>;
}

function systemRecord(event: string, required: Fields = {}, optional: Fields = {}): fc.Arbitrary<ServerMessage> {
  const named = { type: fc.constant('system'), event: fc.constant(event), ...required };
  return serverRecord(named, { content: filled, ...optional });
}

function mediaRecord(kind: 'video' | 'image', extra: Fields): readonly fc.Arbitrary<ServerMessage>[] {
  const always = { type: fc.constant(kind), mimeType: fc.constantFrom(`${kind}/mp4`, `${kind}/x-any`) };
  const optional = { name: filled, width: pixels, height: pixels, bytes: natural, ...extra };
  return [serverRecord({ ...always, url }, optional), serverRecord({ ...always, data: base64 }, optional)];
}

const limits = fc.record({ maxContentLength: pixels, maxFrameBytes: pixels });
const engine = fc.record({ name: filled, isModel: fc.boolean() });
const size = fc
  .tuple(fc.integer({ min: 10, max: 9999 }), fc.integer({ min: 10, max: 9999 }))
  .map((sides) => sides.join('x'));
const seconds = fc.double({ min: 0.001, max: 1e6, noNaN: true });
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const engineId = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const price = fc.record(
  { amount: duration, currency: fc.stringMatching(/^[A-Z]{3}$/), per: fc.constantFrom('clip', 'second') },
  { noNullPrototype: true },
);
const word = fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/);
const name = fc.string({ minLength: 1, maxLength: 30 });
const names = fc.record({ zh: name, en: name }, { requiredKeys: ['zh'], noNullPrototype: true });
const subject = fc.record(
  {
    subject: word,
    names,
    count: fc.integer({ min: 1, max: 99 }),
    colour: word,
    size: word,
    action: word,
  },
  { requiredKeys: ['subject'], noNullPrototype: true },
);
/** The second stands at the first, where there is a first. */
const subjects = fc
  .array(subject, { maxLength: 8 })
  .map((all) => all.map((each, index) => (index === 1 ? { ...each, side: 'on', of: 0 } : each)));
const shotFields = {
  subjects,
  place: word,
  weather: word,
  time: word,
  camera: word,
  style: word,
  slow: flag,
  props: fc.array(word, { maxLength: 8 }),
  enter: fc.constantFrom('cut', 'fade'),
};
const shot = fc.record(shotFields, { requiredKeys: [], noNullPrototype: true });
const scene = fc.record(
  {
    ...shotFields,
    unknown: fc.array(name, { minLength: 1, maxLength: 8 }),
    shots: fc.array(shot, { minLength: 2, maxLength: 4 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const sceneWords = fc.record(
  { action: fc.constant({}), place: fc.dictionary(word, names, { noNullPrototype: true }) },
  { requiredKeys: [], noNullPrototype: true },
);
const engineProfile = fc.record(
  {
    id: engineId,
    name: filled,
    isModel: fc.boolean(),
    model: filled,
    seconds: fc.oneof(
      fc.array(seconds, { minLength: 1 }),
      fc.tuple(seconds, seconds).map((ends) => ({ min: Math.min(...ends), max: Math.max(...ends) })),
    ),
    sizes: fc.array(size, { minLength: 1 }),
    seed: fc.boolean(),
    images: natural,
    frames: fc.constantFrom('first', 'first-last'),
    sound: fc.boolean(),
    price,
    scene: sceneWords,
  },
  { requiredKeys: ['id', 'name', 'isModel'], noNullPrototype: true },
);
const madeWith = fc.record(
  {
    id: engineId,
    name: filled,
    isModel: fc.boolean(),
    model: filled,
    options: fc.record({ seconds, size, seed, group: fc.uuid(), scene }, { requiredKeys: [], noNullPrototype: true }),
  },
  { requiredKeys: ['id', 'name', 'isModel'], noNullPrototype: true },
);
const welcome = {
  epoch: filled,
  lastSeq: natural,
  recovered: fc.boolean(),
  heartbeatMs: wait,
  version: fc.integer({ min: 1, max: 99 }),
  features: fc.array(filled),
  limits,
  engine,
};

/** Every message of a server that fits into JSON and means something to this version. */
export const serverMessages: fc.Arbitrary<ServerMessage> = fc.oneof(
  serverRecord(
    { type: fc.constant('text'), content: fc.string({ unit: 'binary' }) },
    { append: flag, prompt: filled, shots: fc.array(filled, { minLength: 1 }), scene },
  ),
  ...mediaRecord('video', { durationMs: duration, posterUrl: url, madeWith }),
  ...mediaRecord('image', { preview: flag }),
  serverRecord(
    { type: fc.constant('error'), code: filled, content: fc.string(), retryable: fc.boolean() },
    { retryAfterMs: wait, detail: filled },
  ),
  systemRecord('welcome', welcome, { engines: fc.array(engineProfile, { minLength: 1, maxLength: 3 }) }),
  systemRecord(
    'accepted',
    {},
    { prompt: filled, attachments: fc.array(url, { minLength: 1, maxLength: 8 }), madeWith, follows: filled },
  ),
  ...['started', 'completed', 'cancelled', 'pong'].map((event) => systemRecord(event)),
  systemRecord('queued', { position: pixels }),
  systemRecord(
    'progress',
    { progress: fc.double({ min: 0, max: 1, noNaN: true }).map((part) => part + 0) },
    {
      stage: filled,
      etaMs: duration,
    },
  ),
  systemRecord('gap', { fromSeq: seq }),
  systemRecord('notice', {}, { sourceEvent: filled }),
);

const options = fc.record({ seconds, size, seed, group: fc.uuid(), engine: engineId, scene }, { requiredKeys: [] });

const prompt = fc.record(
  {
    type: fc.constant('text' as const),
    id: fc.uuid(),
    content: fc.string({ unit: 'binary', minLength: 1 }).filter((content) => content.trim() !== ''),
    options,
    attachments: fc.array(url, { maxLength: 8 }),
    follows: fc.uuid(),
    verbatim: flag,
  },
  { requiredKeys: ['type', 'id', 'content'] },
);

/** Every message of a client. */
export const clientMessages = fc.oneof(
  prompt,
  fc.record({ type: fc.constant('cancel' as const), replyTo: fc.uuid() }),
  fc.record({ type: fc.constant('ping' as const), id: fc.uuid() }),
) as fc.Arbitrary<ClientMessage>;

/** JSON that comes near to messages: their types, events and fields, with anything in them. */
export const almostMessages = fc
  .dictionary(
    fc.constantFrom('id', 'ts', 'seq', 'content', 'url', 'data', 'mimeType', 'progress', 'epoch', 'limits', 'options'),
    fc.jsonValue(),
  )
  .chain((fields) =>
    fc
      .record({
        type: fc.constantFrom('text', 'video', 'image', 'system', 'error', 'cancel', 'ping', 'dance'),
        event: fc.constantFrom('welcome', 'queued', 'progress', 'gap', 'pong', 'dance', 7),
      })
      .map((names) => ({ ...fields, ...names })),
  );
