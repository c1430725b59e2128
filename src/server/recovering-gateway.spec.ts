import { useFakeClock } from '../testing/index.ts';
import type { Gateway } from './gateway.ts';
import { RecoveringGateway, type StartedGateway } from './recovering-gateway.ts';

describe('RecoveringGateway', () => {
  const clock = useFakeClock();
  let events: string[];
  let hasRoom: boolean;
  /** What each restart comes to. */
  let restarts: readonly (StartedGateway | Error)[];

  function gateway(name: string): Gateway {
    return {
      url: `http://127.0.0.1:9943/${name}`,
      port: 9_943,
      metricsPort: undefined,
      close: async () => void events.push(`${name} closed`),
    };
  }

  const readOnly = (name: string): StartedGateway => ({ gateway: gateway(name), hasRoom: async () => hasRoom });

  function recovering(): RecoveringGateway {
    const left = [...restarts];
    return new RecoveringGateway(readOnly('first'), {
      restart: async (port) => {
        events.push(`restart at ${port}`);
        const next = left.shift();
        if (next === undefined || next instanceof Error) throw next ?? new Error('no further start');
        return next;
      },
      intervalMs: 1_000,
      onRecovery: () => events.push('recovered'),
      onFailure: (error) => events.push(String(error)),
    });
  }

  beforeEach(() => {
    events = [];
    hasRoom = false;
    restarts = [{ gateway: gateway('whole') }];
  });

  it('stays as it is while there is no room, and is replaced once there is', async () => {
    const running = recovering();
    await clock.elapse(3_000);
    expect(events).toEqual([]);
    hasRoom = true;
    await clock.elapse(1_000);
    expect(events).toEqual(['first closed', 'restart at 9943', 'recovered']);
    await clock.elapse(3_000);
    expect(running.url).toBe('http://127.0.0.1:9943/whole');
    await running.close();
    expect(events.slice(3)).toEqual(['whole closed']);
  });

  it('looks on where the room is gone before the other one has started', async () => {
    restarts = [readOnly('second'), { gateway: gateway('whole') }];
    hasRoom = true;
    recovering();
    await clock.elapse(1_000);
    expect(events).toEqual(['first closed', 'restart at 9943']);
    await clock.elapse(1_000);
    expect(events.slice(2)).toEqual(['second closed', 'restart at 9943', 'recovered']);
  });

  it('says why there is no gateway any more', async () => {
    restarts = [new Error('the port is taken')];
    hasRoom = true;
    recovering();
    await clock.elapse(2_000);
    expect(events).toEqual(['first closed', 'restart at 9943', 'Error: the port is taken']);
  });

  it('looks no more when it is closed', async () => {
    const running = recovering();
    await running.close();
    hasRoom = true;
    await clock.elapse(2_000);
    expect(events).toEqual(['first closed']);
  });
});
