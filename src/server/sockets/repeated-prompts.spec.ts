import { EngineRegistry } from '../../engines/index.ts';
import { ScriptedEngine } from '../../engines/testing/scripted-engine.ts';
import { until } from '../../testing/index.ts';
import { label, prompt } from '../ports/testing/messages.ts';
import { MemoryMedia } from '../testing/memory-media.ts';
import { RecordingPeer } from '../testing/recording-peer.ts';
import { openSessionContext, ratesOf, type TestSessionContext } from '../testing/session-context.ts';
import { Session } from './session.ts';
import type { SessionContext } from './session-context.ts';

const CODE = '5a0c1f0e-0000-4000-8000-00000000000a';

/** What keeps a new prompt out, by the code of its refusal; so many jobs as may be open are. */
const OBSTACLES: Readonly<Record<string, () => Partial<SessionContext>>> = {
  intake_paused: () => ({ restrictions: { isPaused: true } }),
  engine_unknown: () => {
    const profile = { id: 'another', name: 'another', isModel: false };
    return { engines: new EngineRegistry([{ profile, engine: new ScriptedEngine() }]) };
  },
  unsupported: () => ({ media: new MemoryMedia() }),
  storage_full: () => ({ budget: { findFull: () => Promise.resolve('address') } }),
  queue_full: () => ({}),
  rate_limited: () => ({ rates: ratesOf({ perSecond: 1, burst: 0 }) }),
};

describe('a prompt that is sent again', () => {
  let context: TestSessionContext;

  beforeEach(() => (context = openSessionContext()));
  afterEach(() => context.queue.close());

  function connect(obstacle: Partial<SessionContext> = {}): {
    readonly session: Session;
    readonly peer: RecordingPeer;
  } {
    const peer = new RecordingPeer();
    return { session: new Session({ ...context, ...obstacle }, { code: CODE, address: '127.0.0.1', peer }), peer };
  }

  for (const [code, obstacle] of Object.entries(OBSTACLES)) {
    it(`is answered as the job that it is, where a new one is refused with ${code}`, async () => {
      const medium = { bytes: new Uint8Array(9), mimeType: 'image/png', code: CODE, address: '' };
      const { url } = await context.media.save(medium);
      const ask = () => ({ ...prompt('等'), options: { engine: 'scripted' }, attachments: [url] });
      const [known, second, other] = [ask(), ask(), ask()];
      const before = connect();
      before.session.receive(JSON.stringify([known, second]));
      await until(() => before.peer.messages.filter((message) => label(message) === 'accepted').length === 2);

      const { session, peer } = connect(obstacle());
      session.receive(JSON.stringify([known, other]));
      await until(() => peer.messages.some(({ replyTo }) => replyTo === other.id));
      const answers = peer.messages.filter(
        ({ seq, type, replyTo }) => seq === undefined && (type === 'error' || replyTo === known.id),
      );
      const job = await context.queue.find(CODE, known.id);
      expect(job?.prompt.id).toBe(known.id);
      expect(answers).toContain(
        jasmine.objectContaining({ event: 'accepted', replyTo: known.id, jobId: job?.id ?? '' }),
      );
      expect(answers.filter(({ type }) => type === 'error')).toEqual([
        jasmine.objectContaining({ code, replyTo: other.id }),
      ]);
    });
  }

  it('is no way around the rate: a flood of it is closed with 4429, and looks up no more than that takes', async () => {
    const { session, peer } = connect();
    const known = JSON.stringify(prompt('等'));
    session.receive(known);
    await until(() => peer.messages.some((message) => label(message) === 'accepted'));
    const find = spyOn(context.queue, 'find').and.callThrough();
    for (let count = 0; count < 1_000; count++) session.receive(known);
    await peer.closed();
    expect(peer.closedWith?.code).toBe(4429);
    expect(find.calls.count()).toBe(101);
  });
});
