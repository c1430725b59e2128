import type { Provider } from '@angular/core';

import type { WebSocketConfig } from '../config/config.ts';
import { withPreset } from '../features/with-preset.ts';
import { backendProviders } from '../backend-providers.ts';

/** The parts of the stream layer, for specs of one of them; nothing connects by itself. */
export function provideLayer(config: Partial<WebSocketConfig> = {}, storagePrefix = 'ask-kitten'): Provider[] {
  return backendProviders({ config, storagePrefix: () => storagePrefix, features: withPreset() });
}
