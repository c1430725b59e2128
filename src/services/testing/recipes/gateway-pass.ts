import { type EnvironmentProviders, Service, inject, InjectionToken } from '@angular/core';

import { ACCESS_PATH, PASS_NEEDED, provideWebSocket, type WebSocketService, withPreset } from '../../index.ts';

/** The gateway's origin. */
export const GATEWAY = new InjectionToken<string>('GATEWAY', { factory: () => 'https://kitten.example' });

/** What the gateway has given for its password, as long as the page lasts. */
@Service()
export class GatewayPass {
  private readonly gateway = inject(GATEWAY);
  /** Without one the gateway closes the socket, and says that it wants one. */
  address = `${this.gateway.replace('http', 'ws')}/api/ws/video-generation`;

  /** Asks for a pass; resolves with whether the password was right. */
  async enter(password: string): Promise<boolean> {
    const response = await fetch(`${this.gateway}${ACCESS_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password }),
    });
    if (!response.ok) return false;
    const { pass } = (await response.json()) as { readonly pass: string };
    this.address = `${this.address.split('?', 1).join()}?pass=${pass}`;
    return true;
  }
}

/** Whether to ask the person: call `enter` with what they write, and then `connect`. */
export function isPasswordWanted({ connection }: Pick<WebSocketService, 'connection'>): boolean {
  return connection().lastCloseReason === PASS_NEEDED && connection().problem === 'refused';
}

export function provideGateway(): EnvironmentProviders {
  return provideWebSocket({ url: () => inject(GatewayPass).address }, ...withPreset());
}
