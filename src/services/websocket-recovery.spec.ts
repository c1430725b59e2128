import { TestBed } from '@angular/core/testing';
import { v4 as uuidv4 } from 'uuid';

import { elapse, useFakeClock } from '../testing/index.ts';
import { WebSocketStatus } from './socket/status.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import type { FakePeer } from './testing/fake-peer.ts';
import { silentServer } from './testing/fake-network.ts';
import { welcome } from './testing/messages.ts';
import { collect, newBrowser, ServiceHarness } from './testing/service-harness.ts';

/** Greets, and answers nothing: what is behind a connection that has died without a word. */
function greetAndFallSilent(peer: FakePeer): void {
  peer.accept();
  peer.send(JSON.stringify(welcome()));
}

function text(seq: number): string {
  return JSON.stringify({ type: 'text', content: String(seq), seq });
}

describe('WebSocketService, recovering', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  describe('a connection that dies without a word', () => {
    it('is replaced when a ping is not answered', async () => {
      const gateway = new FakeGateway();
      const harness = new ServiceHarness(greetAndFallSilent);
      await harness.connect();
      harness.network.server = gateway.server;
      await elapse(5_000);
      expect(harness.status).toBe(WebSocketStatus.RECONNECTING);
      expect(collect(harness.service.connection$)[0]?.lastCloseCode).toBe(4408);
      await elapse(3_001);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('is told from one that is only silent', async () => {
      const gateway = new FakeGateway();
      const harness = new ServiceHarness(gateway.server);
      await harness.connect();
      for (let minute = 0; minute < 10; minute++) {
        for (let step = 0; step < 12; step++) await elapse(5_000);
      }
      expect(harness.network.peers.length).toBe(1);
      expect(collect(harness.service.connection$)[0]?.roundTripMs).toBeGreaterThan(0);
    });

    it('is found out soon after the page wakes up', async () => {
      const harness = new ServiceHarness(new FakeGateway().server);
      await harness.connect();
      await elapse(10);
      harness.network.peer.onFrame = () => undefined;
      harness.pageReturned.next();
      await elapse(5_000);
      expect(harness.status).toBe(WebSocketStatus.RECONNECTING);
    });

    it('is no matter with a basic server, which answers no pings', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      for (let step = 0; step < 60; step++) await elapse(5_000);
      expect(harness.network.peer.received).toEqual([]);
      expect(harness.network.peers.length).toBe(1);
    });
  });

  describe('a message that is missing', () => {
    it('is asked for again, and nothing is shown out of order meanwhile', async () => {
      const gateway = new FakeGateway();
      const harness = new ServiceHarness(gateway.server);
      await harness.connect();
      const texts = collect(harness.service.text$);
      gateway.publish({ type: 'text', content: '1' });
      gateway.loseMessages(() => gateway.publish({ type: 'text', content: '2' }));
      gateway.publish({ type: 'text', content: '3' });
      gateway.publish({ type: 'text', content: '4' });
      expect(texts.map(({ content }) => content)).toEqual(['1']);
      await elapse(3_001);
      expect(texts.map(({ content }) => content)).toEqual(['1', '2', '3', '4']);
    });

    it('is told by a gap where the server has not got it either, once', async () => {
      const harness = new ServiceHarness((peer) => {
        greetAndFallSilent(peer);
        peer.send(`[${text(2)},${text(3)}]`);
      });
      const messages = collect(harness.service.messages$);
      await harness.connect();
      await elapse(3_001);
      const shown = messages.filter(
        ({ type, ...message }) => type === 'text' || ('event' in message && message.event === 'gap'),
      );
      expect(shown.map((message) => ('fromSeq' in message ? message.fromSeq : message.seq))).toEqual([2, 2, 3]);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('is not looked for where the server has said that it is gone', async () => {
      const harness = new ServiceHarness((peer) => {
        greetAndFallSilent(peer);
        peer.send('{"type":"system","event":"gap","fromSeq":5}');
        peer.send(text(5));
      });
      const texts = collect(harness.service.text$);
      await harness.connect();
      expect(texts.length).toBe(1);
      expect(harness.network.peers.length).toBe(1);
    });
  });

  describe('a page that is left', () => {
    it('hands over what it had not got through, and the job runs once', async () => {
      const gateway = new FakeGateway();
      const browser = newBrowser();
      const first = new ServiceHarness((peer) => peer.refuse(), {}, browser);
      await first.connect();
      const ids = ['a', 'b'].map((content) => first.service.send(content));
      first.leave();
      const second = new ServiceHarness(gateway.server, {}, browser);
      const sent = collect(second.service.sent$);
      await second.connect();
      await elapse(10);
      expect(sent.map(({ id }) => id)).toEqual(ids);
      expect(gateway.prompts).toEqual(ids);
      expect(browser.outbox.prompts).toEqual([]);
    });

    it('leaves a conversation that the next one gets back', async () => {
      const gateway = new FakeGateway();
      const browser = newBrowser();
      const first = new ServiceHarness(gateway.server, {}, browser);
      await first.connect();
      gateway.publish({ type: 'text', content: '1' });
      first.leave();
      const second = new ServiceHarness(gateway.server, {}, browser);
      const texts = collect(second.service.text$);
      await second.connect();
      expect(texts.map(({ content }) => content)).toEqual(['1']);
      expect(collect(second.service.connection$)[0]?.hasRecovered).toBeTrue();
    });
  });

  describe('a code that another tab refreshes', () => {
    it('is followed', async () => {
      const browser = newBrowser();
      const harness = new ServiceHarness(silentServer, {}, browser);
      await harness.connect();
      const newValue = uuidv4();
      browser.storage.setItem('ask-kitten.user-code', newValue);
      harness.storageChanges.next({ key: 'ask-kitten.user-code', newValue });
      await elapse(5);
      expect(harness.network.peers.map(({ isOpen }) => isOpen)).toEqual([false, true]);
      expect(harness.network.peer.url.searchParams.get('code')).toBe(newValue);
    });

    it('does not connect what has been disconnected', async () => {
      const browser = newBrowser();
      const harness = new ServiceHarness(silentServer, {}, browser);
      await harness.connect();
      harness.service.disconnect();
      const newValue = uuidv4();
      browser.storage.setItem('ask-kitten.user-code', newValue);
      harness.storageChanges.next({ key: 'ask-kitten.user-code', newValue });
      await elapse(5);
      expect(harness.network.peers.length).toBe(1);
      expect(harness.status).toBe(WebSocketStatus.DISCONNECTED);
    });
  });
});
