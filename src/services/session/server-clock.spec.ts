import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../../testing/index.ts';
import { FakeGateway } from '../testing/fake-gateway.ts';
import { provideLayer } from '../testing/provide-layer.ts';
import { collect, ServiceHarness } from '../testing/service-harness.ts';
import { ServerClock } from './server-clock.ts';

const NOW = new Date('2027-03-01T12:00:00Z');

describe('ServerClock', () => {
  const { tick } = useFakeClock(NOW);
  let clock: ServerClock;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideLayer()] });
    clock = TestBed.inject(ServerClock);
  });

  it("is this device's own before a server has told", () => {
    expect(clock.now()).toBe(NOW.getTime());
    expect(collect(clock.offset$)).toEqual([null]);
  });

  it('goes on from where the server was', () => {
    clock.set(NOW.getTime() + 60_000);
    tick(500);
    expect(clock.now()).toBe(NOW.getTime() + 60_500);
  });

  it('is ahead by a positive offset and behind by a negative one', () => {
    const offsets = collect(clock.offset$);
    clock.set(NOW.getTime() + 60_000);
    clock.set(NOW.getTime() - 60_000);
    expect(offsets).toEqual([null, 60_000, -60_000]);
  });

  it('allows for the way of the message, half of a round trip', () => {
    tick(100);
    // Written when this device's clock showed 50 milliseconds, by a clock that is as right.
    clock.set(NOW.getTime() + 50, 100);
    expect(collect(clock.offset$)).toEqual([0]);
  });
});

describe('ServerClock, in a session', () => {
  useFakeClock(NOW);
  afterEach(() => TestBed.resetTestingModule());

  it('is set by the welcome, and more exactly by each pong', async () => {
    const harness = new ServiceHarness(new FakeGateway().server);
    const offsets = collect(TestBed.inject(ServerClock).offset$);
    await harness.connect();
    await elapse(5);
    expect(offsets.length).toBe(3);
    expect(Math.abs(offsets.at(-1)!)).toBeLessThan(5);
    harness.network.peer.onFrame = (frame) => {
      const { id } = JSON.parse(frame) as { readonly id: string };
      const pong = { type: 'system', event: 'pong', replyTo: id, ts: Date.now() + 60_000 };
      harness.network.peer.send(JSON.stringify(pong));
    };
    harness.service.ping();
    await elapse(5);
    expect(offsets.at(-1)).toBeGreaterThan(59_990);
  });
});
