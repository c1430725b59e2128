import type { FaultProxy, Treatment } from './fault-proxy.ts';
import type { ProxiedSocket } from './proxied-socket.ts';

/** Something that goes wrong between the browser and the gateway, and how the application has to come out of it. */
export interface Scenario {
  readonly name: string;
  /** Does it to every connection that stands; returns how many those are. */
  readonly strike: (network: FaultProxy) => number;
  /** What the application ends with by itself. */
  readonly end: '已连接' | '连接错误';
}

function broken(name: string, fault: (socket: ProxiedSocket) => void): Scenario {
  return { name, strike: (network) => network.toAll(fault), end: '已连接' };
}

function closed(code: number): Scenario {
  return broken(`a clean close with ${code}`, (socket) => socket.close(code));
}

/** The connection ends, and so many after it have the same treatment. */
function treated(name: string, count: number, treatment: Treatment): Scenario {
  const strike = (network: FaultProxy): number => {
    network.treatNext(count, treatment);
    return network.toAll((socket) => socket.drop());
  };
  return { name, strike, end: count === Infinity ? '连接错误' : '已连接' };
}

function slowed(milliseconds: number): Scenario {
  const strike = (network: FaultProxy): number => {
    network.delay(milliseconds);
    return network.toAll((socket) => socket.reset());
  };
  return { name: `a reset, and ${milliseconds} ms each way from then on`, strike, end: '已连接' };
}

/** One of each class, which every run has. */
const ONE_OF_EACH: readonly Scenario[] = [broken('a frame cut in half', (socket) => socket.cutNextMessage())];

const OTHERS: readonly Scenario[] = [
  closed(1000),
  closed(1001),
  closed(1011),
  closed(1013),
  closed(4408),
  closed(4429),
  closed(4999),
  broken('a black hole', (socket) => socket.vanish()),
  broken('a reset', (socket) => socket.reset()),
  broken('an end without a close frame', (socket) => socket.drop()),
  treated('a connect that is never answered, twice', 2, 'ignore'),
  treated('a server that ends what it has accepted, three times', 3, 'refuse'),
  treated('a server that greets and drops, three times', 3, 'greet and drop'),
  treated('a server that greets and drops for good', Infinity, 'greet and drop'),
  slowed(300),
];

/** One scenario a row, with the tag of its test. */
export const SCENARIOS: readonly (Scenario & { readonly tag: string[] })[] = [
  ...ONE_OF_EACH.map((scenario) => ({ ...scenario, tag: [] })),
  ...OTHERS.map((scenario) => ({ ...scenario, tag: ['@long'] })),
];
