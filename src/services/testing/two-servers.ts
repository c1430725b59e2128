import { FakeGateway } from './fake-gateway.ts';
import type { FakeServer } from './fake-network.ts';

/** Two gateways, at `a.example` and everywhere else, each of which may be down. */
export class TwoServers {
  readonly gateways = { a: new FakeGateway(), b: new FakeGateway() };
  /** The names of those that refuse. */
  readonly down = new Set<string>();
  readonly server: FakeServer = (peer) => {
    const name = peer.url.hostname === 'a.example' ? 'a' : 'b';
    if (this.down.has(name)) peer.refuse();
    else this.gateways[name].server(peer);
  };
}
