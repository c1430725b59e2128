import type { Bus } from '../bus.ts';

/** Buses of so many processes that share a store. */
export type JoinBus = () => Promise<Bus>;

/**
 * What every bus guarantees.
 * @param join makes the bus of another process; all that a spec makes share a store of its own. The suite closes them.
 */
export function describeBusContract(name: string, join: JoinBus): void {
  describe(`${name} as a bus`, () => {
    let here: Bus;
    let there: Bus;

    beforeEach(async () => {
      [here, there] = [await join(), await join()];
    });

    afterEach(() => Promise.all([here.close(), there.close()]));

    /** Collects what a bus gives of a channel. */
    function collect(bus: Bus, channel: string): string[] {
      const payloads: string[] = [];
      bus.subscribe(channel, (payload) => payloads.push(payload));
      return payloads;
    }

    /** Resolves once a bus has been given a payload that is published now: all before it has come then. */
    function settled(from: Bus, to: Bus): Promise<void> {
      return new Promise((resolve) => {
        const end = to.subscribe('settled', () => {
          end();
          resolve();
        });
        from.publish('settled', '');
      });
    }

    it('passes to its own process before it returns, and to the others once and in order', async () => {
      const [own, others] = [collect(here, 'a'), collect(there, 'a')];
      const payloads = Array.from({ length: 500 }, (_, index) => `喵 ${index}`);
      for (const payload of payloads) here.publish('a', payload);
      expect(own).toEqual(payloads);
      await settled(here, there);
      expect(others).toEqual(payloads);
      expect(own).toEqual(payloads);
    });

    it('keeps channels apart', async () => {
      const [a, b] = [collect(there, 'a'), collect(there, 'b')];
      here.publish('a', '1');
      here.publish('b', '2');
      await settled(here, there);
      expect([a, b]).toEqual([['1'], ['2']]);
    });

    it('passes the same text as often as it was published, and large ones whole and in their places', async () => {
      const others = collect(there, 'a');
      const large = '猫'.repeat(40_000);
      for (const payload of ['same', 'same', large, 'same']) here.publish('a', payload);
      await settled(here, there);
      expect(others).toEqual(['same', 'same', large, 'same']);
    });

    it('passes whatever is in a text, of whatever size', async () => {
      const others = collect(there, 'a');
      const units = ['"', '\\', '\n', '\u0001', '🐱', '👩‍👩‍👧‍👦', 'a'];
      const payloads = units.flatMap((unit) => [900, 1_300, 1_950, 3_990].map((bytes) => ofBytes(unit, bytes)));
      for (const payload of ['before', ...payloads, 'after']) here.publish('a', payload);
      await settled(here, there);
      expect(others).toEqual(['before', ...payloads, 'after']);

      function ofBytes(unit: string, bytes: number): string {
        return unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)));
      }
    });

    it('passes both ways', async () => {
      const [own, others] = [collect(here, 'a'), collect(there, 'a')];
      there.publish('a', 'from there');
      await settled(there, here);
      expect([own, others]).toEqual([['from there'], ['from there']]);
    });

    it('sends what is to be sent before it closes, and nothing afterwards', async () => {
      const others = collect(there, 'a');
      here.publish('a', '1');
      await here.close();
      here.publish('a', '2');
      const third = await join();
      await settled(third, there);
      await third.close();
      expect(others).toEqual(['1']);
    });

    it('leaves a listener alone after it has ended, and the others not', async () => {
      const others = collect(there, 'a');
      const ended: string[] = [];
      const end = there.subscribe('a', (payload) => ended.push(payload));
      end();
      end();
      here.publish('a', '1');
      await settled(here, there);
      expect([ended, others]).toEqual([[], ['1']]);
    });
  });
}
