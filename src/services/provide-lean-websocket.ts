import type { EnvironmentProviders } from '@angular/core';

import type { WebSocketConfig } from './config/config.ts';
import type { WebSocketFeature } from './features/feature.ts';
import { describeBackend, type BackendParameters, provideBackend } from './provide-backend.ts';

/**
 * A connection with those features that are named, and no others: what is not named is not in the bundle either. Else it
 * is {@link provideWebSocket}. Messages are JSON objects with a `type` where `withCodec` does not say otherwise, and
 * `errorMessage$` has codes where `withTexts` gives no sentences.
 * @throws in development, where the configuration or the features contradict themselves.
 */
export function provideLeanWebSocket(
  config?: Partial<WebSocketConfig>,
  ...features: readonly WebSocketFeature[]
): EnvironmentProviders;
/**
 * The same for a further backend, which `injectWebSocket(name)` returns.
 * @throws in development, also where the name is used twice.
 */
export function provideLeanWebSocket(
  name: string,
  config?: Partial<WebSocketConfig>,
  ...features: readonly WebSocketFeature[]
): EnvironmentProviders;
export function provideLeanWebSocket(...parameters: BackendParameters): EnvironmentProviders {
  return provideBackend(describeBackend(parameters));
}
