import type { ClipOptions } from '../client-messages.ts';
import { filledText, isJsonObject, isUuid, number, text, type Writable } from './decoding.ts';
import { sceneWords, toldScene } from './decode-scene.ts';
import {
  type EngineInfo,
  type EnginePrice,
  type EngineProfile,
  isEngineId,
  isSize,
  type MadeWith,
} from '../engines.ts';
import { amount, count, type FieldReaders, Fields } from './fields.ts';
import { mediaUrl } from '../media-url.ts';

const INFO: FieldReaders<EngineInfo> = {
  name: filledText,
  isModel: (value) => value !== false,
};

const ENGINE = new Fields<EngineInfo>(INFO);

const CLIP_OPTIONS = new Fields<ClipOptions>({
  seconds: length,
  size: (value) => (isSize(value) ? value : undefined),
  seed: count,
  group: (value) => (isUuid(value) ? value : undefined),
  scene: toldScene,
});

const MADE_WITH = new Fields<MadeWith>({
  ...INFO,
  id: text,
  model: filledText,
  price,
  prompt: filledText,
  options: (value) => (isJsonObject(value) ? CLIP_OPTIONS.read(value) : undefined),
});

const PROFILE = new Fields<EngineProfile>({
  ...INFO,
  id: text,
  model: filledText,
  seconds,
  sizes,
  seed: choice,
  images: count,
  frames: (value) => (value === 'first' || value === 'first-last' ? value : undefined),
  sound: choice,
  price,
  scene: sceneWords,
  subjects: (value, origin) => (typeof value === 'string' ? mediaUrl(value, 'image', origin) : undefined),
});

/** Reads the one engine that every full server tells. */
export function engineInfo(value: unknown): EngineInfo {
  return named(ENGINE.read(isJsonObject(value) ? value : {}));
}

/** Reads the engines that a prompt may choose; undefined where there is no list of them. One without an id is left out. */
export function engineProfiles(value: unknown, origin?: string): readonly EngineProfile[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const profiles = value.flatMap((element: unknown) => withId(PROFILE, element, origin) ?? []);
  return profiles.length === 0 ? undefined : profiles;
}

/** Reads what a clip is made with; undefined where it does not say which engine. */
export function madeWith(value: unknown): MadeWith | undefined {
  return withId(MADE_WITH, value);
}

function withId<Engine extends EngineInfo>(
  fields: Fields<Engine>,
  value: unknown,
  origin?: string,
): Engine | undefined {
  return isJsonObject(value) && isEngineId(text(value['id'])) ? named(fields.read(value, origin)) : undefined;
}

/** Fills in what a server leaves out: an engine of unknown name, which counts as a model. */
function named<Engine extends EngineInfo>(engine: Partial<Writable<Engine>>): Engine {
  engine.name ??= 'unknown';
  engine.isModel ??= true;
  return engine as Engine;
}

function choice(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The length of a clip in seconds. */
function length(value: unknown): number | undefined {
  return number(value, Number.MIN_VALUE);
}

function seconds(value: unknown): EngineProfile['seconds'] {
  if (Array.isArray(value)) {
    const lengths = value.filter((each) => length(each) !== undefined) as readonly number[];
    return lengths.length === 0 ? undefined : lengths;
  }
  if (!isJsonObject(value)) return undefined;
  const min = length(value['min']);
  const max = number(value['max'], min);
  return min === undefined || max === undefined ? undefined : { min, max };
}

function sizes(value: unknown): readonly string[] | undefined {
  const known = Array.isArray(value) ? value.filter(isSize) : [];
  return known.length === 0 ? undefined : known;
}

function price(value: unknown): EnginePrice | undefined {
  if (!isJsonObject(value)) return undefined;
  const cost = amount(value['amount']);
  const currency = text(value['currency']);
  const { per } = value;
  if (cost === undefined || currency === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return per === 'clip' || per === 'second' ? { amount: cost, currency, per } : undefined;
}
