import { delay, map, merge, type Observable, of, switchMap, timer } from 'rxjs';

import { type Frame, openSocket, SocketClosed, socketUrl } from './open-socket.ts';
import { CLOSE_DELAY } from '../testing/fake-web-socket.ts';
import { CONNECT_DELAY, FakeNetwork, type FakeServer, silentServer } from '../testing/fake-network.ts';
import { virtualTime } from '../testing/virtual-time.ts';

const URL = 'ws://server.example/socket';

/** That the socket is open, and its frames, as short texts, so that a marble diagram can hold them. */
function socket(network: FakeNetwork, connectTimeout = 100): Observable<string> {
  const { WebSocketCtor } = network;
  return openSocket({ url: URL, WebSocketCtor, connectTimeout }).pipe(
    switchMap(({ kind, frames$ }) => merge(of(kind), frames$.pipe(map(text)))),
  );
}

function text(frame: Frame): string {
  return typeof frame === 'string' ? frame : `${frame.byteLength} bytes`;
}

/** Accepts, and does something to the connection a while later. */
function serverThat(act: (peer: FakeNetwork['peer']) => void, after = 3): FakeServer {
  return (peer) => {
    peer.accept();
    timer(after).subscribe(() => act(peer));
  };
}

describe('openSocket', () => {
  it('opens a socket for each subscription, and none before', () =>
    virtualTime(({ expectObservable }) => {
      const network = new FakeNetwork();
      const socket$ = socket(network);
      expect(network.peers.length).toBe(0);
      expectObservable(socket$, '^--!').toBe('-o', { o: 'open' });
      expectObservable(socket$, '^--!').toBe('-o', { o: 'open' });
    }));

  for (const code of [1000, 1001, 1011, 1012, 1013, 4401]) {
    it(`turns a clean close with ${code} into an error, so that retry sees it`, () =>
      virtualTime(({ expectObservable }) => {
        const network = new FakeNetwork(serverThat((peer) => peer.close(code, 'why')));
        expectObservable(socket(network)).toBe('-o--#', { o: 'open' }, new SocketClosed(code, 'why'));
      }));
  }

  it('tells a drop, which comes as a close event without an error event, by 1006', () =>
    virtualTime(({ expectObservable }) => {
      const network = new FakeNetwork(serverThat((peer) => peer.drop()));
      expectObservable(socket(network)).toBe('-o--#', { o: 'open' }, new SocketClosed(1006));
    }));

  it('tells a failed handshake, which comes as an error event without a code, by 1006', () => {
    const network = new FakeNetwork((peer) => peer.refuse());
    const errors: unknown[] = [];
    virtualTime(({ flush }) => {
      socket(network).subscribe({ error: (error: unknown) => errors.push(error) });
      flush();
    });
    expect(errors).toEqual([jasmine.any(SocketClosed)]);
    expect((errors[0] as SocketClosed).code).toBe(1006);
  });

  it('gives up on a server that never answers', () =>
    virtualTime(({ expectObservable, flush }) => {
      const network = new FakeNetwork(() => undefined);
      expectObservable(socket(network, 50)).toBe('50ms #', {}, new SocketClosed(1006, 'no answer in time'));
      flush();
      expect(network.peer.closedWith.length).toBe(1);
    }));

  it('lets an open socket be silent for longer than it may take to connect', () =>
    virtualTime(({ expectObservable }) => {
      const network = new FakeNetwork(serverThat((peer) => peer.send('late'), 200));
      expectObservable(socket(network, 50), '^ 250ms !').toBe('-o 199ms l', { o: 'open', l: 'late' });
    }));

  it('passes on frames that nobody can decode, and lives', () =>
    virtualTime(({ expectObservable }) => {
      const network = new FakeNetwork(
        serverThat((peer) => {
          peer.send('{broken');
          peer.send(new ArrayBuffer(2));
          peer.send('{}');
        }),
      );
      expectObservable(socket(network), '^-----!').toBe('-o--(abc)', {
        o: 'open',
        a: '{broken',
        b: '2 bytes',
        c: '{}',
      });
    }));

  it('closes with 1000 when it is left', () =>
    virtualTime(({ expectObservable, flush }) => {
      const network = new FakeNetwork();
      expectObservable(socket(network), '^--!').toBe('-o', { o: 'open' });
      flush();
      expect(network.peer.closedWith).toEqual([1000]);
    }));

  it('closes a socket that is left while connecting', () =>
    virtualTime(({ expectObservable, flush }) => {
      const network = new FakeNetwork((peer) => timer(20).subscribe(() => peer.accept()));
      expectObservable(socket(network), '^-!').toBe('---');
      flush();
      expect(network.peer.closedWith).toEqual([undefined]);
    }));

  it('keeps a new socket alive while the old one, left while connecting, speaks its last', () =>
    virtualTime(({ cold, expectObservable, flush }) => {
      // Leaving is what refreshing the code does. With one WebSocketSubject for both, the old socket's
      // late error resets the state that they share, and the new socket closes itself.
      const network = new FakeNetwork((peer) => timer(CLOSE_DELAY * 2).subscribe(() => peer.accept()));
      const socket$ = socket(network);
      expectObservable(socket$, '^!').toBe('-');
      expectObservable(cold('-n').pipe(map(() => null))).toBe('-n', { n: null });
      expectObservable(socket$, '-^ 20ms !').toBe('- 5ms o', { o: 'open' });
      flush();
      expect(network.peers.map(({ isOpen }) => isOpen)).toEqual([false, false]);
      expect(network.peers.map(({ closedWith }) => closedWith)).toEqual([[undefined], [1000]]);
    }));

  it('says nothing of a socket after it has been left', () => {
    const events: string[] = [];
    const network = new FakeNetwork();
    virtualTime(({ flush }) => {
      const subscription = socket(network).subscribe((event) => events.push(event));
      timer(CONNECT_DELAY + 1).subscribe(() => {
        subscription.unsubscribe();
        network.peer.send('late');
        network.peer.drop();
      });
      flush();
    });
    expect(events).toEqual(['open']);
  });

  it('writes frames as they are, the first one first', () => {
    const network = new FakeNetwork(silentServer);
    const { WebSocketCtor } = network;
    virtualTime(({ flush }) => {
      const subscription = openSocket({ url: URL, WebSocketCtor, connectTimeout: 100 }).subscribe(({ send }) => {
        send('hello');
        send('{"a":1}');
      });
      flush();
      subscription.unsubscribe();
    });
    expect(network.peer.received).toEqual(['hello', '{"a":1}']);
  });

  it('writes nothing while the socket closes, and says so', () => {
    const network = new FakeNetwork(silentServer);
    const { WebSocketCtor } = network;
    const written: boolean[] = [];
    virtualTime(({ flush }) => {
      const subscription = openSocket({ url: URL, WebSocketCtor, connectTimeout: 100 })
        .pipe(delay(1))
        .subscribe(({ send }) => {
          written.push(send('before'));
          network.peer.beginClose();
          written.push(send('after'));
        });
      flush();
      subscription.unsubscribe();
    });
    expect(written).toEqual([true, false]);
    expect(network.peer.received).toEqual(['before']);
  });
});

describe('socketUrl', () => {
  it('encodes the code and leaves the address its own parameters', () => {
    expect(socketUrl('wss://server.example/api?zone=2', 'a&b=c')).toBe(
      'wss://server.example/api?zone=2&code=a%26b%3Dc',
    );
  });

  it('tells a client that comes back', () => {
    expect(socketUrl('ws://server.example/', 'c', { epoch: 'e 1', seq: 7 })).toBe(
      'ws://server.example/?code=c&after=7&epoch=e+1',
    );
  });
});
