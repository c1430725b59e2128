import type { TextStorage } from '../index.ts';

/** A storage like `localStorage`, for one spec. */
export function memoryStorage(): TextStorage {
  const texts = new Map<string, string>();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
}
