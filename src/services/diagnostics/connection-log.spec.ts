import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../../testing/index.ts';
import { ConnectionLog } from './connection-log.ts';
import type { ConnectionLogState } from './connection-log-state.ts';
import { FakeGateway } from '../testing/fake-gateway.ts';
import { ServiceHarness } from '../testing/service-harness.ts';

const PROMPT = '一只橘猫在雨夜的霓虹街头散步';

describe('ConnectionLog', () => {
  let gateway: FakeGateway;
  let harness: ServiceHarness;
  let state: ConnectionLogState;

  useFakeClock();
  beforeEach(async () => {
    gateway = new FakeGateway();
    harness = new ServiceHarness(gateway.server);
    TestBed.inject(ConnectionLog).state$.subscribe((now) => (state = now));
    await harness.connect();
  });

  afterEach(() => TestBed.resetTestingModule());

  it('lists a prompt and its answers in order', async () => {
    harness.service.send(PROMPT);
    await elapse(10);
    const steps = state.entries.map((entry) => {
      if (entry.kind === 'received') return entry.event ?? entry.type;
      return entry.kind;
    });
    expect(steps).toEqual([
      'connecting',
      'open',
      'welcome',
      'sent',
      'accepted',
      'started',
      'text',
      'video',
      'completed',
    ]);
  });

  it('holds neither the prompt nor the user code nor an address, after all that can happen', async () => {
    let code = '';
    harness.service.userCode$.subscribe((now) => (code = now));
    harness.service.send(PROMPT);
    await elapse(10);
    const codes = [code];
    harness.network.peer.close(4401, `unknown code ${code}`);
    harness.service.refreshUserCode();
    codes.push(code);
    harness.service.send(PROMPT);
    await elapse(10);
    harness.service.disconnect();
    TestBed.inject(ConnectionLog).recordFault(new Error(`${PROMPT} at ${harness.network.peer.url.href}`));
    const text = JSON.stringify(state);
    for (const secret of [...codes, PROMPT, 'kitten.example', 'code=']) expect(text).not.toContain(secret);
    expect(text).toContain('code-refreshed');
    expect(text).toContain('4401');
  });

  it('counts a loss, and the connection that took its place', async () => {
    harness.network.peer.drop();
    await elapse(3_005);
    expect(state.counts).toEqual(jasmine.objectContaining({ connects: 2, reconnects: 1 }));
    expect(state.lastCloseCode).toBe(1006);
  });

  it('counts what was missing and was read again', async () => {
    gateway.publish({ type: 'text', content: '一' });
    gateway.loseMessages(() => gateway.publish({ type: 'text', content: '二' }));
    gateway.publish({ type: 'text', content: '三' });
    await elapse(3_005);
    expect(state.counts).toEqual(jasmine.objectContaining({ missingRanges: 1, missed: 0 }));
    expect(state.counts.received.text).toBe(4);
  });

  it('notes a frame that it can not read as one, not as an error of the server', async () => {
    harness.network.peer.send('{');
    expect(state.entries.at(-1)).toEqual(jasmine.objectContaining({ kind: 'unreadable', code: 'bad_frame', bytes: 1 }));
    expect(state.counts).toEqual(jasmine.objectContaining({ unreadable: 1, errors: 0 }));
    expect(state.counts.received.error).toBe(0);
  });

  it('counts what came again', async () => {
    gateway.publish({ type: 'text', content: '一' });
    harness.network.peer.send(JSON.stringify({ type: 'text', content: '一', seq: 1 }));
    expect(state.counts.duplicates).toBe(1);
  });

  it('counts what is gone for good', async () => {
    harness.network.peer.send(JSON.stringify({ type: 'system', event: 'gap', fromSeq: 13 }));
    expect(state.counts.missed).toBe(12);
  });

  it('measures the way to the server when it is asked to', async () => {
    const before = state.roundTrips.length;
    harness.service.ping();
    await elapse(5);
    expect(state.roundTrips.length).toBe(before + 1);
    expect(state.roundTrips.at(-1)?.milliseconds).toBeGreaterThan(0);
  });
});
