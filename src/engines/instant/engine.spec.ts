import { BufferSource, Input, MP4 } from 'mediabunny';
import { describeVideoEngineContract, eventsOf, eventsOfKind } from '../testing/video-engine-contract.ts';
import { flush } from '../../testing/index.ts';
import { InstantEngine } from './index.ts';

describeVideoEngineContract('InstantEngine', () => new InstantEngine());

describe('InstantEngine', () => {
  it('gives a video of half a second', async () => {
    const [clip] = eventsOfKind(await eventsOf(new InstantEngine()), 'video');
    using input = new Input({
      source: new BufferSource(clip?.video.bytes ?? new Uint8Array()),
      formats: [MP4],
    });
    const track = await input.getPrimaryVideoTrack();
    expect(await track?.getCodec()).toBe('avc');
    expect([await track?.getCodedWidth(), await track?.getCodedHeight()]).toEqual([
      clip?.video.width,
      clip?.video.height,
    ]);
    expect(await input.computeDuration()).toBeCloseTo((clip?.video.durationMs ?? 0) / 1000, 3);
  });

  it('fails with the failure that it was given', async () => {
    const failure = new Error('out of paint');
    await expectAsync(eventsOf(new InstantEngine({ failure }))).toBeRejectedWith(failure);
  });

  it('waits for its gate', async () => {
    const gate = Promise.withResolvers<undefined>();
    let isOver = false;
    const events = eventsOf(new InstantEngine({ gate: gate.promise })).finally(() => (isOver = true));
    await flush();
    expect(isOver).toBe(false);
    gate.resolve(undefined);
    expect((await events).at(-1)?.kind).toBe('video');
  });

  it('gives up at its gate when it is aborted', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const engine = new InstantEngine({ gate: new Promise(() => undefined) });
    const request = { jobId: 'a', prompt: 'b' };
    const work = async () => {
      for await (const { kind } of engine.generate(request, controller.signal)) {
        if (kind === 'preview') setImmediate(() => controller.abort(reason));
      }
    };
    await expectAsync(work()).toBeRejectedWith(reason);
  });
});
