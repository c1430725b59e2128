import { joinBinaryFrame } from '../binary-frame.ts';
import { decodeClientFrame, decodeServerFrame, decodeUpload, type FrameFault, type Result } from '../index.ts';
import { type Example, examples } from './document-examples.ts';

/** What a reader fills in where a basic server, or a simple client, leaves it out. */
const FILLED_ID = 'filled in by the reader';
const FILLED_TS = -1;

/** The medium of the binary frames. */
const BODY = Uint8Array.of(1, 2, 3);

/** An example of the protocol document for readers in any language. */
export interface Vector {
  /** The heading that it stands under. */
  readonly section: string;
  readonly from: 'client' | 'server' | 'upload';
  /** A text frame, or the body of an answer to an upload. */
  readonly text?: string;
  /** A binary frame, base64. */
  readonly base64?: string;
  /**
   * What it reads as: each message, or the code of its fault, empty for one without a code. An `id` or `ts` that the
   * reader fills in is left out, the bytes of a medium are base64.
   */
  readonly reads: readonly (Readonly<{ message: unknown }> | Readonly<{ fault: string }>)[];
}

/** Makes vectors of the examples of a protocol document, with whole ids in place of those cut short by `…`. */
export function vectors(document: string): readonly Vector[] {
  return examples(wholeIds(document)).map((example) => vector(example, sectionOf(document, example.line)));
}

function wholeIds(document: string): string {
  return document.replaceAll(/(?<=["/])([0-9a-f]{4,8})…/g, (_, start: string) => {
    return `${start.padEnd(8, '0')}-0000-4000-8000-000000000000`;
  });
}

function sectionOf(document: string, line: number): string {
  const before = document.split('\n').slice(0, line);
  return before.findLast((text) => text.startsWith('#'))?.replace(/^#+ /, '') ?? '';
}

function vector({ direction: from, source, words }: Example, section: string): Vector {
  const context = { newId: () => FILLED_ID, now: () => FILLED_TS };
  if (from === 'upload') {
    const message = decodeUpload(JSON.parse(source));
    return { section, from, text: source, reads: [message === undefined ? { fault: '' } : { message }] };
  }
  if (from === 'client') return { section, from, text: source, reads: reads(decodeClientFrame(source, context)) };
  if (!words.includes('binary')) {
    return { section, from, text: source, reads: reads(decodeServerFrame(source, context)) };
  }
  const frame = joinBinaryFrame(source, BODY);
  return { section, from, base64: base64(frame), reads: reads(decodeServerFrame(frame.buffer, context)) };
}

function reads(results: readonly Result<object, FrameFault>[]): Vector['reads'] {
  return results.map((result) => (result.ok ? { message: plain(result.value) } : { fault: result.fault.code }));
}

function plain(message: object): unknown {
  const fields = Object.entries(message)
    .filter(([, value]) => value !== FILLED_ID && value !== FILLED_TS)
    .map(([name, value]: [string, unknown]) => [name, value instanceof Uint8Array ? base64(value) : value]);
  return Object.fromEntries(fields);
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
