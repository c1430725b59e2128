import { TestBed } from '@angular/core/testing';
import { config as rxjsConfig } from 'rxjs';

import { elapse, useFakeClock } from '../testing/index.ts';
import type { ErrorMessage, ServerMessage } from '../protocol/index.ts';
import { ConnectionLost } from './socket/reconnect.ts';
import { SocketClosed } from './socket/open-socket.ts';
import { WebSocketStatus } from './socket/status.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import { silentServer } from './testing/fake-network.ts';
import { welcome } from './testing/messages.ts';
import { collect, ServiceHarness } from './testing/service-harness.ts';

describe('WebSocketService', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  describe('connecting', () => {
    it('goes from disconnected over connecting to connected', async () => {
      const { statuses, ...harness } = new ServiceHarness(silentServer);
      const connected = harness.service.connect();
      await elapse(1);
      await expectAsync(connected).toBeResolved();
      expect(statuses).toEqual(['disconnected', 'connecting', 'connected']);
      expect(harness.network.peer.url.pathname).toBe('/api/ws/video-generation');
    });

    it('resolves at once where it is connected, and opens no second socket', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      await expectAsync(harness.service.connect()).toBeResolved();
      await elapse(10);
      expect(harness.network.peers.length).toBe(1);
    });

    it('joins the attempt under way when it is called twice', async () => {
      const harness = new ServiceHarness(silentServer);
      const both = Promise.all([harness.service.connect(), harness.service.connect()]);
      await elapse(1);
      await expectAsync(both).toBeResolved();
      expect(harness.network.peers.length).toBe(1);
    });

    it('rejects with the first failure, and goes on trying', async () => {
      const harness = new ServiceHarness((peer) => peer.refuse());
      const outcome = expectAsync(harness.service.connect()).toBeRejectedWithError(SocketClosed);
      await elapse(1);
      await outcome;
      expect(harness.status).toBe(WebSocketStatus.RECONNECTING);
      harness.network.server = silentServer;
      await elapse(3_001);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('rejects where it can never succeed', async () => {
      const harness = new ServiceHarness(silentServer, { baseUrl: 'ftp://server.example/' });
      await expectAsync(harness.service.connect()).toBeRejectedWithError(ConnectionLost);
      expect(harness.status).toBe(WebSocketStatus.ERROR);
      expect(harness.network.peers.length).toBe(0);
    });

    it('does not take a malformed address for a lost network', async () => {
      const harness = new ServiceHarness(silentServer, { baseUrl: 'ws://' });
      await harness.connect();
      await elapse(60_000);
      expect(harness.statuses).toEqual(['disconnected', 'connecting', 'error']);
    });

    it('reconnects after a clean close, three seconds later', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      harness.network.peer.close(1001);
      expect(harness.status).toBe(WebSocketStatus.RECONNECTING);
      await elapse(2_999);
      expect(harness.network.peers.length).toBe(1);
      await elapse(2);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('gives up after five retries, and comes back by connect', async () => {
      const harness = new ServiceHarness((peer) => peer.refuse());
      const messages = collect(harness.service.errorMessage$);
      await harness.connect();
      for (let attempt = 0; attempt < 5; attempt++) await elapse(3_001);
      expect(harness.network.peers.length).toBe(6);
      expect(harness.status).toBe(WebSocketStatus.ERROR);
      expect(messages.at(-1)).toContain('重连 5 次仍未成功');
      harness.network.server = silentServer;
      await harness.connect();
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
      expect(messages.at(-1)).toBeNull();
    });

    it('gives up on a server that greets and drops, though every attempt brought a message', async () => {
      const harness = new ServiceHarness(
        (peer) => {
          peer.accept();
          peer.send(JSON.stringify(welcome()));
          peer.drop();
        },
        { maxReconnectAttempts: 2 },
      );
      const messages = collect(harness.service.messages$);
      await harness.connect();
      for (let attempt = 0; attempt < 3; attempt++) await elapse(3_001);
      expect(messages.length).toBe(3);
      expect(harness.network.peers.length).toBe(3);
      expect(harness.status).toBe(WebSocketStatus.ERROR);
    });

    it('tries at once when connect is called while a retry waits', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      harness.network.peer.drop();
      await harness.connect();
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
      expect(harness.network.peers.length).toBe(2);
    });

    it('tries at once when somebody looks at the page again', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      harness.network.peer.drop();
      harness.pageReturned.next();
      await elapse(1);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('waits for the network to come back without spending attempts', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      harness.online.next(false);
      harness.network.peer.drop();
      await elapse(59_000);
      expect(harness.network.peers.length).toBe(1);
      harness.online.next(true);
      await elapse(1);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('needs no network for a server on this machine', async () => {
      const harness = new ServiceHarness(silentServer, { baseUrl: 'ws://127.0.0.1:9943/' });
      await harness.connect();
      harness.online.next(false);
      harness.network.peer.drop();
      await elapse(3_001);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('closes with 1000 on disconnect, and stays closed', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      harness.service.disconnect();
      await elapse(60_000);
      expect(harness.network.peer.closedWith).toEqual([1000]);
      expect(harness.network.peers.length).toBe(1);
      expect(harness.status).toBe(WebSocketStatus.DISCONNECTED);
    });

    it('stays connected while components come and go', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      harness.service.status$.subscribe().unsubscribe();
      harness.service.messages$.subscribe().unsubscribe();
      expect(harness.network.peer.isOpen).toBeTrue();
      expect(collect(harness.service.status$)).toEqual(['connected']);
    });

    it('goes with the injector that it belongs to', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      TestBed.resetTestingModule();
      expect(harness.network.peer.closedWith).toEqual([1000]);
    });
  });

  describe('refreshing the user code', () => {
    it('returns the new code and reconnects under it', async () => {
      const harness = new ServiceHarness(silentServer);
      const codes = collect(harness.service.userCode$);
      await harness.connect();
      const old = harness.network.peer;
      const code = harness.service.refreshUserCode();
      await elapse(5);
      expect(codes.at(-1)).toBe(code);
      expect(old.closedWith).toEqual([1000]);
      expect(old.url.searchParams.get('code')).toBe(codes[0]!);
      expect(harness.network.peer.url.searchParams.get('code')).toBe(code);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('survives a refresh while the old socket is still connecting', async () => {
      const harness = new ServiceHarness(silentServer);
      void harness.service.connect();
      await elapse(0);
      const connected = harness.service.connect();
      harness.service.refreshUserCode();
      await elapse(1);
      await elapse(100);
      await expectAsync(connected).toBeResolved();
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
      expect(harness.network.peers.filter(({ isOpen }) => isOpen).length).toBe(1);
    });

    it('is the way out of a code that the server has revoked, without a retry before', async () => {
      const harness = new ServiceHarness((peer) => {
        peer.accept();
        peer.close(4401);
      });
      const problems = collect(harness.service.connection$);
      await harness.connect();
      await elapse(60_000);
      expect(harness.network.peers.length).toBe(1);
      expect(problems.at(-1)?.problem).toBe('code-revoked');
      harness.network.server = silentServer;
      harness.service.refreshUserCode();
      await elapse(5);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });
  });

  describe('receiving', () => {
    it('gives each message to the streams of its type, with absolute addresses', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      const all = collect(harness.service.messages$);
      const texts = collect(harness.service.text$);
      const videos = collect(harness.service.message$('video'));
      harness.network.peer.send('[{"type":"text","content":"你好"},{"type":"video","url":"/media/a.mp4"}]');
      harness.network.peer.send('plain');
      expect(all.map(({ type }) => type)).toEqual(['text', 'video', 'text']);
      expect(texts.map(({ content }) => content)).toEqual(['你好', 'plain']);
      expect(videos.map(({ url }) => url)).toEqual(['https://kitten.example/media/a.mp4']);
    });

    it('reports a frame that can not be decoded, and the frames behind it arrive', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      const errors = collect<ErrorMessage>(harness.service.error$);
      const texts = collect(harness.service.text$);
      harness.network.peer.send('{"type":"te');
      harness.network.peer.send(new ArrayBuffer(2));
      harness.network.peer.send('{"type":"video","url":"javascript:alert(1)"}');
      harness.network.peer.send('{"type":"text","content":"after"}');
      expect(errors.map(({ code }) => code)).toEqual(['bad_frame', 'bad_frame', 'bad_frame']);
      expect(texts.length).toBe(1);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
      expect(harness.network.peers.length).toBe(1);
    });

    it('gives an unknown type to whoever takes everything', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      const all = collect<ServerMessage>(harness.service.messages$);
      harness.network.peer.send('{"type":"sticker","face":"cat"}');
      expect(all).toEqual([jasmine.objectContaining({ type: 'unknown', sourceType: 'sticker' })]);
    });

    it('keeps the connection and the other subscribers when one subscriber throws', async () => {
      const harness = new ServiceHarness(silentServer);
      await harness.connect();
      const reported: unknown[] = [];
      rxjsConfig.onUnhandledError = (error) => reported.push(error);
      harness.service.text$.subscribe(() => {
        throw new Error("somebody else's fault");
      });
      const texts = collect(harness.service.text$);
      harness.network.peer.send('a');
      harness.network.peer.send('b');
      await elapse(1);
      rxjsConfig.onUnhandledError = null;
      expect(reported.length).toBe(2);
      expect(texts.length).toBe(2);
      expect(harness.status).toBe(WebSocketStatus.CONNECTED);
    });

    it('resumes after what it has, and shows nothing twice', async () => {
      const gateway = new FakeGateway();
      const harness = new ServiceHarness(gateway.server);
      await harness.connect();
      const texts = collect(harness.service.text$);
      gateway.publish({ type: 'text', content: '1' });
      harness.network.peer.drop();
      gateway.publish({ type: 'text', content: '2' });
      await elapse(3_001);
      harness.network.peer.send(JSON.stringify({ type: 'text', content: '2', seq: 2 }));
      gateway.publish({ type: 'text', content: '3' });
      expect(harness.network.peer.url.searchParams.get('after')).toBe('1');
      expect(harness.network.peer.url.searchParams.get('epoch')).toBe(gateway.epoch);
      expect(texts.map(({ content }) => content)).toEqual(['1', '2', '3']);
    });
  });
});
