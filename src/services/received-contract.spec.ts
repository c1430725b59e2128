import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../testing/index.ts';
import { silentServer } from './testing/fake-network.ts';
import { describeReceivedContract } from './testing/contracts/received-contract.ts';
import { newBrowser, ServiceHarness } from './testing/service-harness.ts';

describe('WebSocketService', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  describeReceivedContract('the service itself', async (savedTo) => {
    const harness = new ServiceHarness(silentServer, {}, { ...newBrowser(), ...(savedTo && { savedTo }) });
    await harness.connect();
    return {
      service: harness.service,
      receive: async (...messages) => {
        await elapse(5);
        for (const message of messages) harness.network.peer.send(JSON.stringify(message));
      },
      reconnect: async () => {
        harness.network.peer.drop();
        await elapse(3_001);
      },
    };
  });
});
