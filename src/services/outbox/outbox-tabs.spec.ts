import { elapse, useFakeClock } from '../../testing/index.ts';
import { MemoryOutbox } from '../testing/memory-outbox-store.ts';
import { accepted, prompt } from '../testing/messages.ts';
import { FakeTabChannel, openOutbox, RecordingSocket, states } from '../testing/outbox-harness.ts';
import type { Outbox } from './outbox.ts';

describe('Outbox, where another tab has a connection and this one has none', () => {
  useFakeClock();

  async function twoTabs(): Promise<{ here: Outbox; there: Outbox; pass: () => Promise<void> }> {
    const [mine, theirs] = [new FakeTabChannel(), new FakeTabChannel()];
    const browser = new MemoryOutbox();
    const here = await openOutbox(browser, mine);
    const there = await openOutbox(browser, theirs);
    /** Lets each tab have what the other has posted. */
    const pass = async (): Promise<void> => {
      await elapse(0);
      for (const message of mine.posted.splice(0)) theirs.receive(message);
      await elapse(0);
      for (const message of theirs.posted.splice(0)) mine.receive(message);
      await elapse(0);
    };
    return { here, there, pass };
  }

  it('is sent by that one, also what is added later, and is known here to be sent', async () => {
    const { here, there, pass } = await twoTabs();
    const socket = new RecordingSocket('basic');
    there.attach(socket);
    here.add(prompt('a'));
    here.releaseToOtherTabs();
    await pass();
    here.add(prompt('b'));
    await pass();
    expect(socket.carried).toEqual(['a', 'b']);
    expect([states(here, 'a'), states(here, 'b')]).toEqual([['sent'], ['sent']]);
  });

  it('is taken back by this one where no other has a connection, in order', async () => {
    const { here, pass } = await twoTabs();
    for (const id of ['a', 'b']) here.add(prompt(id));
    here.releaseToOtherTabs();
    await pass();
    expect(states(here, 'a')).toEqual(['queued']);
    const socket = new RecordingSocket('basic');
    here.attach(socket);
    await elapse(0);
    here.add(prompt('c'));
    expect(socket.carried).toEqual(['a', 'b', 'c']);
  });

  it('is sent here before what was added since, however soon the socket opens', async () => {
    for (const kind of ['basic', 'full'] as const) {
      const { here, pass } = await twoTabs();
      here.add(prompt('a'));
      here.releaseToOtherTabs();
      await pass();
      here.add(prompt('b'));
      const socket = new RecordingSocket(kind);
      here.attach(socket);
      here.add(prompt('c'));
      await elapse(0);
      for (const id of ['a', 'b', 'c']) here.receiveAnswer(accepted(id));
      expect(socket.carried).withContext(kind).toEqual(['a', 'b', 'c']);
    }
  });

  it('is not sent by both', async () => {
    const { here, there, pass } = await twoTabs();
    const [mine, theirs] = [new RecordingSocket(), new RecordingSocket()];
    there.attach(theirs);
    here.add(prompt('a'));
    here.releaseToOtherTabs();
    await pass();
    here.attach(mine);
    await elapse(0);
    expect([mine.carried, theirs.carried]).toEqual([[], ['a']]);
    here.receiveAnswer(accepted('a'));
    expect(states(here, 'a')).toEqual(['accepted']);
  });

  it('is withdrawn there when it is cancelled here', async () => {
    const { here, there, pass } = await twoTabs();
    for (const id of ['a', 'b']) here.add(prompt(id));
    const socket = new RecordingSocket();
    there.attach(socket);
    here.releaseToOtherTabs();
    await pass();
    here.cancel('b');
    await pass();
    expect(states(here, 'b')).toEqual(['failed']);
    // It may have been written here: the server stops its job.
    for (const id of ['a', 'b']) there.receiveAnswer(accepted(id));
    expect(socket.carried).toEqual(['a', 'b', 'cancel b']);
  });
});
