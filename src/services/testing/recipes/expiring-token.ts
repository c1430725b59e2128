import { type EnvironmentProviders, inject, InjectionToken } from '@angular/core';

import { provideWebSocket, withPreset } from '../../index.ts';

/** How the application gets a token: the one that it has, or a new one where that was refused. */
export const ACCESS_TOKEN = new InjectionToken<(wish: 'known' | 'new') => Promise<string>>('ACCESS_TOKEN');

/** The address is made for each attempt, where `inject` may be called. One that can't be made is a failed attempt. */
async function signedUrl(attempt: number): Promise<string> {
  const accessToken = inject(ACCESS_TOKEN);
  // What a refused handshake answers, no browser tells: after a failure the token may be what was wrong.
  const token = await accessToken(attempt === 0 ? 'known' : 'new');
  return `wss://video.example.com/socket?token=${encodeURIComponent(token)}`;
}

export function provideVideo(): EnvironmentProviders {
  return provideWebSocket({ url: signedUrl }, ...withPreset());
}
