import { decodeClientFrame, decodeServerFrame, isUuid } from '../../protocol/index.ts';
import { byScope } from '../../testing/index.ts';
import { FrameSource } from './frames.ts';

const FRAMES = byScope({ quick: 10_000, all: 100_000 });
const ID = '5a0c1f0e-0000-4000-8000-00000000000f';
const CODES = ['bad_frame', 'too_large', 'unsupported'];

describe('the decoders, given frames of all kinds', () => {
  it(`make of ${FRAMES.toLocaleString('en')} client frames messages or faults, and throw nothing`, () => {
    const seed = Date.now();
    const source = new FrameSource(seed);
    const tally = { messages: 0, faults: 0 };
    for (let count = 0; count < FRAMES; count++) {
      for (const result of decodeClientFrame(source.text(), { newId: () => ID })) {
        if (result.ok) tally.messages += 1;
        else tally.faults += 1;
        const isSound = result.ok
          ? result.value.type === 'cancel'
            ? isUuid(result.value.replyTo)
            : isUuid(result.value.id)
          : CODES.includes(result.fault.code);
        if (!isSound) fail(`seed ${seed}, frame ${count}: ${JSON.stringify(result)}`);
      }
    }
    expect(tally.messages)
      .withContext(`seed ${seed}`)
      .toBeGreaterThan(FRAMES / 20);
    expect(tally.faults)
      .withContext(`seed ${seed}`)
      .toBeGreaterThan(FRAMES / 20);
    expect(({} as Record<string, unknown>)['type'])
      .withContext('of every object')
      .toBeUndefined();
  });

  it('make of server frames, text and binary, messages or faults, and throw nothing', () => {
    const seed = Date.now();
    const source = new FrameSource(seed);
    let faults = 0;
    for (let count = 0; count < FRAMES / 5; count++) {
      const frame = count % 2 === 0 ? source.text() : new Uint8Array(source.bytes()).buffer;
      for (const result of decodeServerFrame(frame, { newId: () => ID, now: () => 0 })) if (!result.ok) faults += 1;
    }
    expect(faults)
      .withContext(`seed ${seed}`)
      .toBeGreaterThan(FRAMES / 100);
  });
});
