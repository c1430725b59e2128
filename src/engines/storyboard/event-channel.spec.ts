import { collect, flush } from '../../testing/index.ts';
import { EventChannel } from './event-channel.ts';

describe('EventChannel', () => {
  it('hands over what was pushed before and while it is read, in order', async () => {
    const channel = new EventChannel<string>();
    channel.push('a');
    const events = collect(channel);
    await flush();
    channel.push('b');
    channel.push('c');
    channel.end();
    expect(await events).toEqual(['a', 'b', 'c']);
  });

  it('throws its failure before what still waits', async () => {
    const channel = new EventChannel<string>();
    const failure = new Error('torn');
    channel.push('a');
    channel.fail(failure);
    await expectAsync(collect(channel)).toBeRejectedWith(failure);
  });

  it('takes nothing after its end', async () => {
    const channel = new EventChannel<string>();
    channel.end();
    channel.push('late');
    channel.fail(new Error('late'));
    expect(await collect(channel)).toEqual([]);
  });
});
