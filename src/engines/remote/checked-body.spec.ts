import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import { bytesUpTo, withCheckedBody } from './checked-body.ts';

/** Sends three bytes, and then what a spec says. */
function answer(then: 'ends' | 'breaks'): Response {
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (!isSent) controller.enqueue(new Uint8Array([1, 2, 3]));
      else if (then === 'ends') controller.close();
      else controller.error(new TypeError('terminated'));
      isSent = true;
    },
  });
  return new Response(body, { status: 201, headers: { 'x-name': 'value' } });
}

describe('withCheckedBody()', () => {
  const broken = () => new TransientFault({ mayHaveStarted: true });

  it('passes on what is small enough, with status and headers', async () => {
    const response = withCheckedBody(answer('ends'), { maxBytes: 3, broken });
    expect([response.status, response.headers.get('x-name')]).toEqual([201, 'value']);
    expect((await response.arrayBuffer()).byteLength).toBe(3);
  });

  it('ends a body that is too large', async () => {
    const reading = withCheckedBody(answer('ends'), { maxBytes: 2, broken }).text();
    await expectAsync(reading).toBeRejectedWith(jasmine.any(EngineFault));
    await expectAsync(reading).toBeRejectedWith(jasmine.objectContaining({ code: 'result_unusable' }));
  });

  it('tells by a fault that the connection broke', async () => {
    const reading = withCheckedBody(answer('breaks'), { maxBytes: 9, broken }).text();
    await expectAsync(reading).toBeRejectedWith(jasmine.objectContaining({ mayHaveStarted: true }));
  });
});

describe('bytesUpTo()', () => {
  it('reads a body, and nothing where it is too large', async () => {
    expect([...((await bytesUpTo(3, answer('ends'))) ?? [])]).toEqual([1, 2, 3]);
    expect(await bytesUpTo(2, answer('ends'))).toBeUndefined();
  });
});
