import { byScope, until, useFakeClock } from '../../testing/index.ts';
import { INSTANT_VIDEO } from '../instant/instant-media.ts';
import { Gate } from './gate.ts';
import type { StagedJob } from './remote-stage.ts';

/** A video of 200 MB takes a second or two, and is the same code for every engine. */
const itAll = byScope({ quick: xit, all: it });

/** What an engine makes of the faults of the machine that makes its clips. */
export function describeRemoteFaults(job: () => StagedJob): void {
  const withCode = (code: string) => jasmine.objectContaining({ code });
  const expectOneClip = (): void => {
    expect(job().stage.starts).toBe(1);
    expect(job().events.filter(({ kind }) => kind === 'video')).toHaveSize(1);
    expect(job().shares).toEqual([...job().shares].sort((one, other) => one - other));
  };

  it('asks again where it was refused for now', async () => {
    job().stage.refuseOnce();
    await job().run();
    expectOneClip();
    expect(job().journal.writes).toEqual(['asked', 'withdrawn', 'asked', 'begun']);
  });

  it('tells a refusal that stays by its cause, having asked once', async () => {
    job().stage.refuseKey();
    await expectAsync(job().run()).toBeRejectedWith(withCode('engine_unauthorized'));
    expect(job().journal.writes).toEqual(['asked', 'withdrawn']);
    expect(job().stage.starts).toBe(0);
  });

  it('is patient where its questions fail', async () => {
    job().stage.failStatus(3);
    await job().run();
    expectOneClip();
  });

  it('takes an operation that is at 0 % until it is done', async () => {
    job().stage.finishAtOnce();
    await job().run();
    expectOneClip();
  });

  it('ends where the server no longer knows the operation, and begins no other', async () => {
    job().stage.forgetAll();
    await expectAsync(job().run()).toBeRejectedWith(withCode('engine_failed'));
    expect(job().stage.starts).toBe(1);
  });

  it('refuses a file that is no video', async () => {
    job().stage.serve(Buffer.from('<html>Please log in</html>'));
    await expectAsync(job().run()).toBeRejectedWith(withCode('result_unusable'));
    expect(job().stage.starts).toBe(1);
  });

  itAll('takes a video of 200 MB', async () => {
    job().stage.serve(videoOf(200_000_000));
    await job().run();
    expectOneClip();
    const last = job().events.at(-1);
    expect(last?.kind === 'video' && last.video.bytes.length).toBe(200_000_000);
  });

  describe('over time', () => {
    const clock = useFakeClock();

    it('waits for an answer that takes 40 seconds, and asks once', async () => {
      const gate = new Gate();
      job().stage.holdAnswer(gate);
      let isOver = false;
      const running = job()
        .run(undefined, { deadlineMs: 120_000 })
        .finally(() => (isOver = true));
      await until(() => gate.isReached);
      await clock.elapse(40_000);
      expect([isOver, ...job().journal.writes]).toEqual([false, 'asked']);
      gate.open();
      await until(() => {
        clock.tick(1);
        return isOver;
      });
      await running;
      expectOneClip();
    });
  });
}

/** The tiny clip, with a box that says nothing behind it. */
function videoOf(bytes: number): Uint8Array {
  const file = Buffer.alloc(bytes);
  file.set(INSTANT_VIDEO.bytes);
  const start = INSTANT_VIDEO.bytes.length;
  file.writeUInt32BE(bytes - start, start);
  file.write('free', start + 4, 'latin1');
  return file;
}
