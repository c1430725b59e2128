import { EventEmitter } from 'node:events';
import { useFakeClock } from '../../testing/index.ts';
import { Heartbeat, type PingedSocket } from './heartbeat.ts';

class FakeSocket extends EventEmitter implements PingedSocket {
  pings = 0;
  closedWith: number | undefined;

  ping(): void {
    this.pings += 1;
  }

  close(code: number): void {
    this.closedWith = code;
  }
}

describe('Heartbeat', () => {
  const { tick } = useFakeClock();
  let heartbeat: Heartbeat;
  let socket: FakeSocket;

  beforeEach(() => {
    heartbeat = new Heartbeat(1_000);
    socket = new FakeSocket();
    heartbeat.watch(socket);
  });

  afterEach(() => {
    heartbeat.stop();
  });

  it('pings in its rhythm', () => {
    for (let beat = 1; beat <= 3; beat++) {
      tick(1_000);
      expect(socket.pings).toBe(beat);
      socket.emit('pong');
    }
  });

  it('takes any message for a sign of life', () => {
    tick(1_000);
    socket.emit('message');
    tick(1_000);
    expect(socket.closedWith).toBeUndefined();
  });

  it('closes a socket that gives none with 4408, once, and goes on with the others', () => {
    const lively = new FakeSocket();
    heartbeat.watch(lively);
    tick(1_000);
    lively.emit('pong');
    tick(1_000);
    expect([socket, lively].map(({ closedWith }) => closedWith)).toEqual([4408, undefined]);
    expect([socket, lively].map(({ pings }) => pings)).toEqual([1, 2]);
    socket.closedWith = undefined;
    lively.emit('pong');
    tick(1_000);
    expect(socket.closedWith).toBeUndefined();
  });

  it('leaves a socket alone once it has closed', () => {
    socket.emit('close');
    tick(3_000);
    expect(socket.pings).toBe(0);
  });

  it('stops', () => {
    heartbeat.stop();
    tick(3_000);
    expect(socket.pings).toBe(0);
  });
});
