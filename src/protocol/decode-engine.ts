import type { ClipOptions } from './client-messages.ts';
import { filledText, integer, isJsonObject, type JsonObject, number, optional, text } from './decoding.ts';
import { sceneWords, toldScene } from './decode-scene.ts';
import { type EngineInfo, type EnginePrice, type EngineProfile, isEngineId, isSize, type MadeWith } from './engines.ts';

/** Reads the one engine that every full server tells. */
export function engineInfo(value: unknown): EngineInfo {
  const json = isJsonObject(value) ? value : {};
  return { name: filledText(json, 'name') ?? 'unknown', isModel: json['isModel'] !== false };
}

/** Reads the engines that a prompt may choose; undefined where there is no list of them. One without an id is left out. */
export function engineProfiles(value: unknown): readonly EngineProfile[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const profiles = value.flatMap((element: unknown) => engineProfile(element) ?? []);
  return profiles.length === 0 ? undefined : profiles;
}

/** Reads what a clip is made with; undefined where it does not say which engine. */
export function madeWith(value: unknown): MadeWith | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = text(value, 'id');
  if (!isEngineId(id)) return undefined;
  return {
    id,
    ...engineInfo(value),
    ...optional('model', filledText(value, 'model')),
    ...optional('price', price(value['price'])),
    ...optional('prompt', filledText(value, 'prompt')),
    ...optional('options', clipOptions(value['options'])),
  };
}

function engineProfile(value: unknown): EngineProfile | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = text(value, 'id');
  if (!isEngineId(id)) return undefined;
  return {
    id,
    ...engineInfo(value),
    ...optional('model', filledText(value, 'model')),
    ...optional('seconds', seconds(value['seconds'])),
    ...optional('sizes', sizes(value['sizes'])),
    ...optional('seed', flag(value, 'seed')),
    ...optional('images', integer(value, 'images')),
    ...optional('frames', frames(value['frames'])),
    ...optional('sound', flag(value, 'sound')),
    ...optional('price', price(value['price'])),
    ...optional('scene', sceneWords(value['scene'])),
  };
}

function flag(json: JsonObject, name: string): boolean | undefined {
  const value = json[name];
  return typeof value === 'boolean' ? value : undefined;
}

function seconds(value: unknown): EngineProfile['seconds'] {
  if (Array.isArray(value)) {
    const lengths = value.filter((length): length is number => Number.isFinite(length) && length > 0);
    return lengths.length === 0 ? undefined : lengths;
  }
  if (!isJsonObject(value)) return undefined;
  const min = number(value, 'min', Number.MIN_VALUE);
  const max = number(value, 'max', min);
  return min === undefined || max === undefined ? undefined : { min, max };
}

function sizes(value: unknown): readonly string[] | undefined {
  const known = Array.isArray(value) ? value.filter(isSize) : [];
  return known.length === 0 ? undefined : known;
}

function frames(value: unknown): EngineProfile['frames'] {
  return value === 'first' || value === 'first-last' ? value : undefined;
}

function price(value: unknown): EnginePrice | undefined {
  if (!isJsonObject(value)) return undefined;
  const amount = number(value, 'amount', 0);
  const currency = text(value, 'currency');
  const { per } = value;
  if (amount === undefined || currency === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return per === 'clip' || per === 'second' ? { amount, currency, per } : undefined;
}

function clipOptions(value: unknown): ClipOptions | undefined {
  if (!isJsonObject(value)) return undefined;
  const size = text(value, 'size');
  return {
    ...optional('seconds', number(value, 'seconds', Number.MIN_VALUE)),
    ...optional('size', isSize(size) ? size : undefined),
    ...optional('seed', integer(value, 'seed')),
    ...optional('scene', toldScene(value['scene'])),
  };
}
