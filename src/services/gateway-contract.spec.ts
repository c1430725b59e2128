import { FakeGateway } from './testing/fake-gateway.ts';
import { FakeNetwork } from './testing/fake-network.ts';
import { describeGatewayContract } from './testing/contracts/gateway-contract.ts';

declare global {
  interface Window {
    readonly __karma__: { readonly config: { readonly gateway: string } };
  }
}

describeGatewayContract('the fake socket and the fake gateway', () => {
  const { WebSocketCtor } = new FakeNetwork(new FakeGateway().server);
  return Promise.resolve({ WebSocketCtor, origin: 'ws://gateway.example' });
});

describeGatewayContract("the browser's socket and the real gateway", () =>
  Promise.resolve({ WebSocketCtor: WebSocket, origin: window.__karma__.config.gateway }),
);
