import type { FaultProxy, Treatment } from '../faults/fault-proxy.ts';
import type { ProxiedSocket } from '../faults/proxied-socket.ts';

/** A disconnection that is forced, by a name for the table of figures. */
export interface Strike {
  readonly name: string;
  /** Returns how many connections it hit. */
  readonly strike: (network: FaultProxy) => number;
}

function broken(name: string, fault: (socket: ProxiedSocket) => void): Strike {
  return { name, strike: (network) => network.toAll(fault) };
}

function closed(code: number): Strike {
  return broken(`close ${code}`, (socket) => socket.close(code));
}

/** The next connection fails as well. */
function twice(treatment: Treatment): Strike {
  const strike = (network: FaultProxy): number => {
    network.treatNext(1, treatment);
    return network.toAll((socket) => socket.reset());
  };
  return { name: `reset, then ${treatment}`, strike };
}

/** The kinds of disconnections of a soak, which takes them in turn. */
export const STRIKES: readonly [Strike, ...Strike[]] = [
  closed(1000),
  broken('reset', (socket) => socket.reset()),
  broken('cut frame', (socket) => socket.cutNextMessage()),
  closed(1001),
  broken('black hole', (socket) => socket.vanish()),
  broken('no close frame', (socket) => socket.drop()),
  twice('ignore'),
  closed(1011),
  twice('greet and drop'),
  closed(4408),
];
