import type { EnvironmentProviders } from '@angular/core';

import { GATEWAY_CODEC } from './codec/gateway-codec.ts';
import type { WebSocketConfig } from './config/config.ts';
import type { WebSocketFeature } from './features/feature.ts';
import { withCodec } from './features/with-codec.ts';
import { withPreset } from './features/with-preset.ts';
import { withTexts } from './features/with-texts.ts';
import { describeBackend, type BackendParameters, provideBackend } from './provide-backend.ts';
import { CHINESE } from './texts/chinese.ts';

/**
 * Configures {@link WebSocketService}, and has it connect when the application has started, but not while it is rendered
 * on a server. At a route it connects when the route is first entered, and is a backend of its own beside the
 * application's: another connection, user code and outbox.
 *
 * Without features it has all of `withPreset()`; with some it has those and only those. Frames follow the gateway's
 * protocol where `withCodec` does not say otherwise, and sentences are Chinese where `withTexts` does not.
 *
 * The streams do not replay. What has to receive every message subscribes in an initializer of the application or in a
 * component that it starts with: the connection begins after all of them, wherever this stands among the providers.
 * @throws in development, where a value can't be meant (a count below zero) or features contradict one another.
 */
export function provideWebSocket(
  config?: Partial<WebSocketConfig>,
  ...features: readonly WebSocketFeature[]
): EnvironmentProviders;
/**
 * Configures a further backend, which `injectWebSocket(name)` returns. It has a connection, a user code, an outbox, a
 * place in its server's log and channels of its own, stored under its name.
 * @throws in development, also where the name is used twice.
 */
export function provideWebSocket(
  name: string,
  config?: Partial<WebSocketConfig>,
  ...features: readonly WebSocketFeature[]
): EnvironmentProviders;
export function provideWebSocket(...parameters: BackendParameters): EnvironmentProviders {
  const backend = describeBackend(parameters);
  return provideBackend({ ...backend, features: completed(backend.features) });
}

function completed(features: readonly WebSocketFeature[]): readonly WebSocketFeature[] {
  if (features.length === 0) return withPreset();
  const defaults = [withCodec(GATEWAY_CODEC), withTexts(CHINESE)];
  return [...defaults.filter(({ kind }) => features.every((feature) => feature.kind !== kind)), ...features];
}
