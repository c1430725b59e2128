import { useFakeClock } from '../../testing/index.ts';
import { MemoryBusHub } from '../testing/memory-bus.ts';
import { ConnectedAnywhere } from './connected-anywhere.ts';

describe('ConnectedAnywhere', () => {
  const clock = useFakeClock();
  let hub: MemoryBusHub;

  beforeEach(() => (hub = new MemoryBusHub()));

  function join(...codes: readonly string[]): ConnectedAnywhere {
    return new ConnectedAnywhere((code) => codes.includes(code), hub.join());
  }

  it('knows who is connected here without asking, and of the others by their answers', async () => {
    const alone = new ConnectedAnywhere((code) => code === 'a');
    expect([await alone.isConnected('a'), await alone.isConnected('b')]).toEqual([true, false]);
    const [first] = [join('a'), join('b'), join('b', 'c')];
    expect(await first.isConnected('a')).toBeTrue();
    expect(await Promise.all(['b', 'c', 'b'].map((code) => first.isConnected(code)))).toEqual([true, true, true]);
  });

  it('takes silence for a no, after a second', async () => {
    const [first] = [join(), join('b')];
    const answers: boolean[] = [];
    void first.isConnected('c').then((answer) => answers.push(answer));
    await clock.elapse(999);
    expect(answers).toEqual([]);
    expect(await first.isConnected('b')).toBeTrue();
    await clock.elapse(1);
    expect(answers).toEqual([false]);
  });
});
