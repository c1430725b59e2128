import { EventEmitter } from 'node:events';
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
  let heartbeat: Heartbeat;
  let socket: FakeSocket;

  beforeEach(() => {
    jasmine.clock().install();
    heartbeat = new Heartbeat(1_000);
    socket = new FakeSocket();
    heartbeat.watch(socket);
  });

  afterEach(() => {
    heartbeat.stop();
    jasmine.clock().uninstall();
  });

  it('pings in its rhythm', () => {
    for (let beat = 1; beat <= 3; beat++) {
      jasmine.clock().tick(1_000);
      expect(socket.pings).toBe(beat);
      socket.emit('pong');
    }
  });

  it('takes any message for a sign of life', () => {
    jasmine.clock().tick(1_000);
    socket.emit('message');
    jasmine.clock().tick(1_000);
    expect(socket.closedWith).toBeUndefined();
  });

  it('closes a socket that gives none with 4408, once, and goes on with the others', () => {
    const lively = new FakeSocket();
    heartbeat.watch(lively);
    jasmine.clock().tick(1_000);
    lively.emit('pong');
    jasmine.clock().tick(1_000);
    expect([socket, lively].map(({ closedWith }) => closedWith)).toEqual([4408, undefined]);
    expect([socket, lively].map(({ pings }) => pings)).toEqual([1, 2]);
    socket.closedWith = undefined;
    lively.emit('pong');
    jasmine.clock().tick(1_000);
    expect(socket.closedWith).toBeUndefined();
  });

  it('leaves a socket alone once it has closed', () => {
    socket.emit('close');
    jasmine.clock().tick(3_000);
    expect(socket.pings).toBe(0);
  });

  it('stops', () => {
    heartbeat.stop();
    jasmine.clock().tick(3_000);
    expect(socket.pings).toBe(0);
  });
});
