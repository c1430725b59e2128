import { describeBusContract } from '../ports/testing/index.ts';
import { MemoryBusHub } from './memory-bus.ts';

describe('in memory', () => {
  const hub = new MemoryBusHub();
  describeBusContract('MemoryBusHub', () => Promise.resolve(hub.join()));
});
