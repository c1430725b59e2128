import { TestBed } from '@angular/core/testing';

import type { ServerMessage } from '../protocol/index.ts';
import { elapse, flush, useFakeClock } from '../testing/index.ts';
import { silentServer } from './testing/fake-network.ts';
import { describeConnectionContract } from './testing/contracts/connection-contract.ts';
import { describeDeliveryContract } from './testing/contracts/delivery-contract.ts';
import { describeReceivedContract } from './testing/contracts/received-contract.ts';
import { accepted, refused, welcome } from './testing/messages.ts';
import { type FakeBrowser, newBrowser, ServiceHarness } from './testing/service-harness.ts';

/** A service that is connected to a server which has not greeted. */
async function connected(browser: FakeBrowser = newBrowser()): Promise<ServiceHarness> {
  const harness = new ServiceHarness(silentServer, {}, browser);
  await harness.connect();
  return harness;
}

async function receive({ network }: ServiceHarness, ...messages: readonly ServerMessage[]): Promise<void> {
  await elapse(5);
  for (const message of messages) network.peer.send(JSON.stringify(message));
}

describe('WebSocketService', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  describeReceivedContract('the service itself', async (savedTo) => {
    const harness = await connected({ ...newBrowser(), ...(savedTo && { savedTo }) });
    return {
      service: harness.service,
      receive: (...messages) => receive(harness, ...messages),
      reconnect: async () => {
        harness.network.peer.drop();
        await elapse(3_001);
      },
    };
  });

  describeDeliveryContract('the service itself', async () => {
    const browser = newBrowser();
    const harness = await connected(browser);
    return {
      service: harness.service,
      // A full server is sent nothing before it has greeted.
      write: () => receive(harness, welcome()),
      accept: (id) => receive(harness, accepted(id)),
      refuse: (id, code, content) => receive(harness, refused(id, { retryable: false, code, content })),
      restore: async (prompt) => {
        const earlier = browser.outbox.page();
        await earlier.save({ message: prompt });
        earlier.leave();
        // Only a page that has a server takes it over.
        await receive(harness, welcome());
        await flush();
      },
    };
  });

  describeConnectionContract('the service itself', async () => {
    const harness = await connected();
    return {
      service: harness.service,
      receive: (...messages) => receive(harness, ...messages),
      receiveBroken: async (frame) => harness.network.peer.send(frame),
      lose: async () => harness.network.peer.drop(),
      retry: () => elapse(3_001),
    };
  });
});
