import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';

import {
  decodeClientFrame,
  decodeServerFrame,
  type EnginePrice,
  type EngineProfile,
  type MadeWith,
  type PromptOptions,
  type SceneData,
  type SceneShot,
  type SceneSubject,
  type ServerMessage,
} from './index.ts';
import { examples } from './testing/document-examples.ts';
import { almostMessages, clientMessages, serverMessages } from './testing/message-arbitraries.ts';
import { vectors } from './testing/vectors.ts';

const document = read('PROTOCOL.md');
const schema = JSON.parse(read('schema.json')) as object;
const context = { newId: () => 'aaaaaaaa-0000-4000-8000-000000000000', now: () => 1 };

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** Checks a message, or each of a batch, by a definition of the schema. */
function validator(definition: string): (value: unknown) => readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false });
  ajv.addSchema(schema, 'protocol');
  const validate = ajv.getSchema(`protocol#/$defs/${definition}`) as ValidateFunction;
  const faultsOf = (value: unknown): readonly string[] =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return (value) => (Array.isArray(value) ? value.flatMap(faultsOf) : faultsOf(value));
}

const faultsOf = {
  server: validator('serverMessage'),
  client: validator('clientMessage'),
  upload: validator('uploadedImage'),
};

describe('schema.json, for clients in other languages', () => {
  it('takes every message that the types allow', () => {
    fc.assert(fc.property(serverMessages, (message) => expect(faultsOf.server(message)).toEqual([])));
    fc.assert(fc.property(clientMessages, (message) => expect(faultsOf.client(message)).toEqual([])));
  });

  it('takes nothing that the decoders refuse', () => {
    fc.assert(
      fc.property(fc.oneof(almostMessages, serverMessages, clientMessages), (message) => {
        const text = JSON.stringify(message);
        const isForClients = decodeServerFrame(text, context).every(({ ok }) => ok);
        const isForServers = decodeClientFrame(text, context).every(({ ok }) => ok);
        if (faultsOf.server(JSON.parse(text)).length === 0) expect(isForClients).withContext(text).toBeTrue();
        if (faultsOf.client(JSON.parse(text)).length === 0) expect(isForServers).withContext(text).toBeTrue();
      }),
    );
  });

  it('names every field that the types have', () => {
    const { $defs } = schema as { $defs: Record<string, { properties?: object }> };
    for (const [definition, fields] of Object.entries(FIELDS)) {
      expect(Object.keys($defs[definition]?.properties ?? {}).sort())
        .withContext(definition)
        .toEqual(Object.keys(fields).sort());
    }
  });

  for (const { direction, line, title, words, fault, source } of examples(document)) {
    const isText = title.startsWith('text');
    if (isText || words.length > 0) continue;
    it(`agrees with the example in line ${line} of the document (${title})`, () => {
      const faults = faultsOf[direction](JSON.parse(source.replaceAll('…', '')));
      if (fault === undefined) expect(faults).toEqual([]);
      else expect(faults).not.toEqual([]);
    });
  }
});

describe('vectors.json, for clients in other languages', () => {
  it('has the examples of the document, with whole ids (npm run goldens)', () => {
    expect(JSON.parse(read('vectors.json'))).toEqual(JSON.parse(JSON.stringify(vectors(document))));
  });

  it('cuts nothing short', () => {
    expect(read('vectors.json')).not.toContain('…"');
  });
});

type Fields<Message> = Readonly<Record<Exclude<keyof Message, 'body'>, true>>;
type System<Event extends string> = Fields<Extract<ServerMessage, { readonly event: Event }>>;

const ENVELOPE = { type: true, id: true, ts: true, seq: true, jobId: true, replyTo: true } as const;
const SYSTEM = { ...ENVELOPE, event: true, content: true } as const;
const MEDIUM = {
  ...ENVELOPE,
  url: true,
  data: true,
  mimeType: true,
  name: true,
  width: true,
  height: true,
  bytes: true,
} as const;

const SHOT = {
  subjects: true,
  place: true,
  weather: true,
  time: true,
  camera: true,
  style: true,
  slow: true,
  props: true,
  enter: true,
} as const satisfies Readonly<Record<keyof SceneShot, true>>;

/** Every field by name, kept whole by the compiler. */
const FIELDS = {
  text: { ...ENVELOPE, content: true, append: true, prompt: true, shots: true, scene: true } satisfies Fields<
    Extract<ServerMessage, { type: 'text' }>
  >,
  video: { ...MEDIUM, durationMs: true, posterUrl: true, madeWith: true } satisfies Fields<
    Extract<ServerMessage, { type: 'video' }>
  >,
  image: { ...MEDIUM, preview: true } satisfies Fields<Extract<ServerMessage, { type: 'image' }>>,
  error: { ...ENVELOPE, code: true, content: true, retryable: true, retryAfterMs: true, detail: true } satisfies Fields<
    Extract<ServerMessage, { type: 'error' }>
  >,
  welcome: {
    ...SYSTEM,
    epoch: true,
    lastSeq: true,
    recovered: true,
    heartbeatMs: true,
    version: true,
    reconnectJitterMs: true,
    features: true,
    limits: true,
    engine: true,
    engines: true,
  } satisfies System<'welcome'>,
  accepted: { ...SYSTEM, prompt: true, attachments: true, madeWith: true, follows: true } satisfies System<'accepted'>,
  queued: { ...SYSTEM, position: true } satisfies System<'queued'>,
  started: SYSTEM satisfies System<'started'>,
  progress: { ...SYSTEM, progress: true, stage: true, etaMs: true } satisfies System<'progress'>,
  completed: SYSTEM satisfies System<'completed'>,
  cancelled: SYSTEM satisfies System<'cancelled'>,
  gap: { ...SYSTEM, fromSeq: true } satisfies System<'gap'>,
  pong: SYSTEM satisfies System<'pong'>,
  engineProfile: {
    id: true,
    name: true,
    isModel: true,
    model: true,
    seconds: true,
    sizes: true,
    seed: true,
    images: true,
    frames: true,
    sound: true,
    price: true,
    scene: true,
    subjects: true,
  } satisfies Readonly<Record<keyof EngineProfile, true>>,
  enginePrice: { amount: true, currency: true, per: true } satisfies Readonly<Record<keyof EnginePrice, true>>,
  madeWith: {
    id: true,
    name: true,
    isModel: true,
    model: true,
    price: true,
    prompt: true,
    options: true,
  } satisfies Readonly<Record<keyof MadeWith, true>>,
  promptOptions: { seconds: true, size: true, seed: true, group: true, engine: true, scene: true } satisfies Readonly<
    Record<keyof PromptOptions, true>
  >,
  scene: { ...SHOT, unknown: true, shots: true } satisfies Readonly<Record<keyof SceneData, true>>,
  sceneShot: SHOT,
  sceneSubject: {
    subject: true,
    names: true,
    count: true,
    colour: true,
    size: true,
    action: true,
    side: true,
    of: true,
  } satisfies Readonly<Record<keyof SceneSubject, true>>,
  notice: { ...SYSTEM, sourceEvent: true } satisfies System<'notice'>,
};
