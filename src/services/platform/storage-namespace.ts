import { InjectionToken } from '@angular/core';

/**
 * What keeps the stored data of one backend apart from those of another: part of the name of everything that is stored
 * or shared between tabs for it. Empty for the application's unnamed backend. Each `provideWebSocket` provides its own.
 */
export const STORAGE_NAMESPACE = new InjectionToken<string>('STORAGE_NAMESPACE');

/** What the names of storage keys, databases, channels and locks of a namespace begin with. */
export function storagePrefix(namespace: string): string {
  return namespace === '' ? 'ask-kitten' : `ask-kitten.${namespace}`;
}
