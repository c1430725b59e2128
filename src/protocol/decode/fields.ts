import { filledText, integer, type JsonObject, number, text, type Writable } from './decoding.ts';
import { MAX_WAIT_MS } from '../limits.ts';
import type { Envelope } from '../messages.ts';

/**
 * Reads the value of a field; undefined where it has the wrong shape, and the field counts as absent. Relative addresses
 * belong to `origin`.
 */
export type FieldReader<Value> = (value: unknown, origin: string | undefined) => Value | undefined;

/** What an object may have, by name, and how each is read. */
export type FieldReaders<Shape> = { readonly [Name in keyof Shape]-?: FieldReader<Shape[Name]> };

/** The same for the many objects that it reads. */
export class Fields<Shape extends object> {
  readonly #readers: ReadonlyMap<string, FieldReader<unknown>>;

  constructor(readers: FieldReaders<Shape>) {
    this.#readers = new Map(Object.entries<FieldReader<unknown>>(readers));
  }

  /**
   * Leaves in an object what it may have. Each message of a server passes here, and nearly all of it is as it should be:
   * what was parsed becomes the message, and nothing is copied. An object that has something else is left behind.
   */
  read(json: JsonObject, origin?: string): Partial<Writable<Shape>> {
    const object: Record<string, unknown> = json;
    let isWhole = true;
    for (const name in object) {
      const given = object[name];
      const value = this.#readers.get(name)?.(given, origin);
      if (value === given) continue;
      object[name] = value;
      if (value === undefined) isWhole = false;
    }
    const known = isWhole ? object : withoutUndefined(object);
    return known as Partial<Writable<Shape>>;
  }
}

function withoutUndefined(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** A flag that is there where it is set, and otherwise absent. */
export function flag(value: unknown): true | undefined {
  return value === true ? value : undefined;
}

/** A number from 0 on. */
export function amount(value: unknown): number | undefined {
  return number(value, 0);
}

/** How long to wait, in milliseconds from 0 on; longer than a day is a day. */
export function wait(value: unknown): number | undefined {
  const milliseconds = amount(value);
  return milliseconds === undefined ? undefined : Math.min(milliseconds, MAX_WAIT_MS);
}

/** A whole number from 0 on. */
export function count(value: unknown): number | undefined {
  return integer(value);
}

/** A whole number from 1 on. */
export function ordinal(value: unknown): number | undefined {
  return integer(value, 1);
}

/** The texts of a list; undefined where it holds none. */
export function texts(value: unknown): readonly string[] | undefined {
  const known = Array.isArray(value) ? value.filter((each) => typeof each === 'string' && each !== '') : [];
  return known.length === 0 ? undefined : known;
}

/** What every message carries. */
export const ENVELOPE: FieldReaders<Envelope & { readonly type: never }> = {
  // It is known by then, or other fields would be read.
  type: (value) => value as never,
  id: filledText,
  ts: timeOf,
  seq: ordinal,
  jobId: filledText,
  replyTo: filledText,
};

const MICROSECONDS_FROM = 1e14;
const MILLISECONDS_FROM = 1e11;

/** From where on a time counts in other units than milliseconds: as such it would be of 1970, or thousands of years off. */
const UNITS: readonly { readonly from: number; readonly milliseconds: number }[] = [
  { from: 1e17, milliseconds: 1e-6 },
  { from: MICROSECONDS_FROM, milliseconds: 1e-3 },
  { from: MILLISECONDS_FROM, milliseconds: 1 },
  { from: 1e9, milliseconds: 1_000 },
];

/** When a message was made, in milliseconds; many a server counts in seconds or finer, or writes a date. */
function timeOf(value: unknown): number | undefined {
  const ts = number(value, 0) ?? dateOf(text(value));
  // Nearly every time is one in milliseconds.
  if (ts === undefined || (ts >= MILLISECONDS_FROM && ts < MICROSECONDS_FROM)) return ts;
  const unit = UNITS.find(({ from }) => ts >= from);
  return unit === undefined ? ts : ts * unit.milliseconds;
}

const ISO_DATE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

function dateOf(date: string | undefined): number | undefined {
  return date !== undefined && ISO_DATE.test(date) ? Date.parse(date) || undefined : undefined;
}
