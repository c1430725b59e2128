import { TestBed } from '@angular/core/testing';

import { elapse, useFakeClock } from '../testing/index.ts';
import { FakeGateway } from './testing/fake-gateway.ts';
import { silentServer } from './testing/fake-network.ts';
import { collect, ServiceHarness } from './testing/service-harness.ts';

describe('WebSocketService, sending', () => {
  useFakeClock();
  afterEach(() => TestBed.resetTestingModule());

  it('sends to a full server after its welcome, and hears that it was accepted', async () => {
    const gateway = new FakeGateway();
    const harness = new ServiceHarness(gateway.server);
    const sent = collect(harness.service.sent$);
    const id = harness.service.send('一只猫', { seconds: 4 });
    const states = collect(harness.service.delivery$(id));
    await harness.connect();
    expect(states.map(({ state }) => state)).toEqual(['queued', 'sent', 'accepted']);
    expect(sent).toEqual([{ type: 'text', id, content: '一只猫', options: { seconds: 4 } }]);
    expect(collect(harness.service.welcome$)[0]?.engine.name).toBe('fake');
  });

  it('sends to a basic server once it is clear that it does not greet', async () => {
    const harness = new ServiceHarness(silentServer);
    await harness.connect();
    const id = harness.service.send('一只猫');
    expect(harness.network.peer.received).toEqual([]);
    await elapse(2_000);
    expect(harness.network.peer.received.map((frame) => JSON.parse(frame) as unknown)).toEqual([
      { type: 'text', id, content: '一只猫' },
    ]);
    expect(collect(harness.service.delivery$(id))).toEqual([{ state: 'sent' }]);
  });

  it('loses nothing that is sent while there is no connection, however many attempts fail', async () => {
    const gateway = new FakeGateway();
    const harness = new ServiceHarness((peer) => peer.refuse());
    await harness.connect();
    const ids = ['a', 'b', 'c'].map((content) => harness.service.send(content));
    await elapse(3_001);
    await elapse(3_001);
    harness.network.server = gateway.server;
    await elapse(3_001);
    expect(gateway.prompts).toEqual(ids);
  });

  it('sends the reference images of a prompt with it', async () => {
    const harness = new ServiceHarness(silentServer);
    const sent = collect(harness.service.sent$);
    const attachments = ['https://kitten.example/media/8b1d.png'];
    const id = harness.service.send('像这样', undefined, attachments);
    harness.service.send('一只猫', undefined, []);
    expect(sent[0]).toEqual({ type: 'text', id, content: '像这样', attachments });
    expect(sent[1]?.attachments).toBeUndefined();
    await harness.connect();
    await elapse(2_000);
    expect(JSON.parse(harness.network.peer.received[0]!)).toEqual(sent[0]);
  });

  it('sends what waits under the new code after a refresh', async () => {
    const gateway = new FakeGateway();
    const harness = new ServiceHarness((peer) => peer.refuse());
    await harness.connect();
    const id = harness.service.send('一只猫');
    harness.network.server = gateway.server;
    harness.service.refreshUserCode();
    await elapse(5);
    expect(collect(harness.service.delivery$(id))).toEqual([{ state: 'accepted' }]);
  });
});
