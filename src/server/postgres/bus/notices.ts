/** A payload for a channel; a number stands for a long one, which is stored under it. */
export type Notice = readonly [channel: string, payload: string | number];

/** What one notification holds. */
export interface NoticeBatch {
  /** Who sent it. */
  readonly node: string;
  /** Counts the sender's, from 1: a missing one was lost. */
  readonly count: number;
  readonly notices: readonly Notice[];
}

/** PostgreSQL takes payloads below 8,000 bytes. */
const MAX_BYTES = 7_900;
/** Around the notices: the sender, the count, brackets. */
const FRAME_BYTES = 100;
/** Longer ones are stored, and a number is sent in their place. */
const LONG_BYTES = 4_000;

/** Whether a payload is too long for a notification, by what it is there: a quotation mark or a line's end takes several bytes. */
export function isLong(payload: string): boolean {
  return payload.length > LONG_BYTES || Buffer.byteLength(JSON.stringify(payload)) > LONG_BYTES;
}

/** Packs notices into as few notifications as hold them, in order. `nextCount` is called once for each. */
export function packNotices(node: string, notices: readonly Notice[], nextCount: () => number): readonly string[] {
  const batches: string[][] = [];
  let room = 0;
  for (const notice of notices) {
    const text = JSON.stringify(notice);
    const bytes = Buffer.byteLength(text) + 1;
    if (bytes > room) {
      batches.push([]);
      room = MAX_BYTES - FRAME_BYTES;
    }
    batches.at(-1)?.push(text);
    room -= bytes;
  }
  return batches.map((texts) => `[${JSON.stringify(node)},${nextCount()},[${texts.join()}]]`);
}

/** Reads a notification; undefined for what no gateway has sent. */
export function unpackNotices(text: string): NoticeBatch | undefined {
  try {
    const [node, count, notices] = JSON.parse(text) as [unknown, unknown, unknown];
    if (typeof node !== 'string' || typeof count !== 'number' || !Array.isArray(notices)) return undefined;
    return { node, count, notices: notices as readonly Notice[] };
  } catch {
    return undefined;
  }
}
