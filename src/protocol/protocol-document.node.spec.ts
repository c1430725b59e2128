import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  type ClientMessage,
  CloseCode,
  closeMeaning,
  decodeClientFrame,
  decodeServerFrame,
  decodeUpload,
  DEFAULT_LIMITS,
  DEFAULT_PORT,
  encode,
  ENDPOINT_PATH,
  type ErrorCode,
  type FrameFault,
  MESSAGE_TYPES,
  type Result,
  type ServerMessage,
  type SystemMessage,
  UPLOAD_LIMITS,
  UPLOAD_TYPES,
  UPLOADS_PATH,
  USER_CODE_HEADER,
} from './index.ts';
import { joinBinaryFrame } from './binary-frame.ts';
import { type Example, examples } from './testing/document-examples.ts';

const document = readFileSync(new URL('PROTOCOL.md', import.meta.url), 'utf8');
const context = { newId: () => 'aaaaaaaa-0000-4000-8000-000000000000', now: () => 1 };
const ID = '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21';
const BODY = Uint8Array.of(1, 2, 3);

/** Every code and event by name, kept whole by the compiler. */
const ERROR_CODES = {
  bad_frame: true,
  too_large: true,
  unsupported: true,
  rate_limited: true,
  queue_full: true,
  storage_full: true,
  quota_used: true,
  intake_paused: true,
  not_found: true,
  engine_unknown: true,
  engine_failed: true,
  engine_unavailable: true,
  engine_timeout: true,
  engine_uncertain: true,
  engine_unauthorized: true,
  engine_no_credit: true,
  model_not_found: true,
  content_refused: true,
  prompt_too_long: true,
  options_refused: true,
  result_unusable: true,
  internal: true,
} satisfies Record<ErrorCode, true>;
const EVENTS = {
  welcome: true,
  gap: true,
  accepted: true,
  queued: true,
  started: true,
  progress: true,
  completed: true,
  cancelled: true,
  pong: true,
  notice: true,
} satisfies Record<SystemMessage['event'], true>;

type Results = readonly Result<ClientMessage | ServerMessage, FrameFault>[];

/** What an example that answers an upload claims and does not keep; undefined where it is true. */
function untrueUpload({ source, fault }: Example): string | undefined {
  const written: unknown = JSON.parse(source);
  const read = decodeUpload(written);
  const expected = fault === undefined ? written : undefined;
  return isDeepStrictEqual(read, expected) ? undefined : `it reads as ${JSON.stringify(read)}`;
}

function decode({ direction, source, words }: Example): Results {
  if (direction === 'client') return decodeClientFrame(source, context);
  return decodeServerFrame(words.includes('binary') ? joinBinaryFrame(source, BODY).buffer : source, context);
}

function messagesOf(results: Results): readonly (ClientMessage | ServerMessage)[] {
  return results.flatMap((result) => (result.ok ? [result.value] : []));
}

/** What an example claims and does not keep; undefined where it is true. */
function untruth(example: Example): string | undefined {
  if (example.direction === 'upload') return untrueUpload(example);
  const results = decode(example);
  const faults = results.flatMap((result) => (result.ok ? [] : [result.fault.code]));
  const expected = example.fault === undefined ? [] : [example.fault];
  if (results.length === 0) return 'it holds no message';
  if (!isDeepStrictEqual(faults, expected)) return `its faults are [${faults.join()}]`;
  return example.fault === undefined ? misreading(example, messagesOf(results)) : undefined;
}

/** How what was read differs from what is written: a misspelt field, say, that is ignored. */
function misreading(example: Example, messages: ReturnType<typeof messagesOf>): string | undefined {
  const { source, words } = example;
  const isUnknown = messages.some(({ type }) => type === 'unknown');
  if (isUnknown !== words.includes('unknown')) return isUnknown ? 'its type is unknown' : 'its type is known';
  if (isUnknown || words.includes('basic')) return undefined;
  const written: unknown = JSON.parse(source);
  const body = words.includes('binary') ? { body: BODY } : {};
  const expected = (Array.isArray(written) ? written : [written]).map((message: object) => ({ ...message, ...body }));
  if (!isDeepStrictEqual(messages, expected)) return `it reads as ${JSON.stringify(messages)}`;
  if (words.includes('binary')) return undefined;
  const again = encode(messages);
  const isStable = again.ok && isDeepStrictEqual(decode({ ...example, source: again.value }), decode(example));
  return isStable ? undefined : 'it reads otherwise once it has been written again';
}

/** The first cell and the third of each row of a table whose first cell matches. */
function rows(firstCell: RegExp): ReadonlyMap<string, string> {
  const cells = document.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const matching = cells.filter(([, first]) => first !== undefined && firstCell.test(first));
  return new Map(matching.map(([, first = '', , third = '']) => [first.replaceAll('`', ''), third]));
}

describe('PROTOCOL.md', () => {
  const all = examples(document);
  const frames = all.filter(({ direction }) => direction !== 'upload');

  for (const example of all) {
    it(`has a true example in line ${example.line} (${example.title})`, () => {
      expect(untruth(example)).toBeUndefined();
    });
  }

  it('shows every kind of message, and faults in both directions', () => {
    const shown = messagesOf(frames.flatMap(decode)).map(({ type }) => type);
    expect(new Set<string>(shown)).toEqual(new Set([...MESSAGE_TYPES, 'unknown', 'cancel', 'ping']));
    const invalid = frames.filter(({ fault }) => fault !== undefined);
    expect(new Set(invalid.map(({ direction }) => direction))).toEqual(new Set(['client', 'server'] as const));
  });

  it('shows every event', () => {
    const shown = messagesOf(frames.flatMap(decode)).flatMap((message) => ('event' in message ? [message.event] : []));
    expect([...new Set<string>(shown)].sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it('says of every close code what closeMeaning does', () => {
    const told = rows(/^\d{4}$/);
    expect([...told.keys()].map(Number)).toEqual(Object.values(CloseCode));
    for (const [code, action] of told)
      expect(action.split(/[;:]/)[0])
        .withContext(code)
        .toBe(closeMeaning(Number(code)));
  });

  it('lists every error code', () => {
    const section = document.slice(document.indexOf('## 7.'), document.indexOf('## 8.'));
    const listed = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, code = '']) => code);
    expect(listed.sort()).toEqual(Object.keys(ERROR_CODES).sort());
  });

  it('names the endpoint and the limits as the code does', () => {
    expect(document).toContain(`ws://HOST[:PORT]${ENDPOINT_PATH}?code=CODE`);
    expect(document).toContain(`default port of our gateway is ${DEFAULT_PORT}`);
    expect(document).toContain(`| \`maxContentLength\` | ${DEFAULT_LIMITS.maxContentLength} Unicode`);
    expect(document).toContain(`| \`maxFrameBytes\` | ${DEFAULT_LIMITS.maxFrameBytes} bytes`);
  });

  it('says of uploads what the code does', () => {
    expect(document).toContain(`\`POST ${UPLOADS_PATH}\``);
    expect(document.toLowerCase()).toContain(`\`${USER_CODE_HEADER}: code\``);
    for (const type of UPLOAD_TYPES) expect(document).toContain(`\`${type}\``);
    const { bytes, pixels } = UPLOAD_LIMITS;
    expect(document).toContain(`| a reference image | ${bytes / 2 ** 20} MiB, ${pixels / 1e6} million pixels |`);
  });
});

describe("the document's examples", () => {
  const untrue: readonly (readonly [string, string, string])[] = [
    ['has a field that nobody reads', 'client', `{ "type": "ping", "id": "${ID}", "idd": "" }`],
    ['leaves out what is required', 'client', '{ "type": "ping" }'],
    ['leaves out what a full server sends', 'server', '{ "type": "text", "content": "hi" }'],
    ['is valid and claims not to be', 'client invalid=bad_frame', `{ "type": "ping", "id": "${ID}" }`],
    ['has another fault than it claims', 'client invalid=too_large', '{ "type": "ping" }'],
    ['has an unknown type', 'server', '{ "type": "dance", "id": "1", "ts": 1 }'],
    ['has a known type and claims not to', 'server unknown', '{ "type": "text", "id": "1", "ts": 1, "content": "" }'],
    ['holds nothing', 'client', '[]'],
    ['answers an upload without its size', 'upload', '{ "url": "/media/8b1d", "mimeType": "image/png" }'],
    [
      'answers an upload and claims that it does not',
      'upload invalid',
      '{ "url": "/a.png", "mimeType": "image/png", "width": 1, "height": 1, "bytes": 1 }',
    ],
  ];

  for (const [name, info, source] of untrue) {
    it(`are found out where one ${name}`, () => {
      const [example] = examples(`\`\`\`json ${info}\n${source}\n\`\`\``);
      expect(example && untruth(example)).toBeDefined();
    });
  }

  it('must say what they are', () => {
    expect(() => examples('```json\n{}\n```')).toThrowError(/line 1/);
    expect(() => examples('```json server wrong\n{}\n```')).toThrowError(/line 1/);
    expect(() => examples('```json server\n{}')).toThrowError(/line 1/);
  });
});
