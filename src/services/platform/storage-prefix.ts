import { InjectionToken } from '@angular/core';

/**
 * What the names of storage keys, databases, channels and locks of one backend begin with, so that they are apart from
 * those of another: for the unnamed one the prefix of the configuration, for the others with their name behind it. Each
 * `provideWebSocket` provides its own.
 */
export const STORAGE_PREFIX = new InjectionToken<string>('STORAGE_PREFIX');
