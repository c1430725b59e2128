import type { ServerMessage } from '../../../protocol/index.ts';
import type { WebSocketService } from '../../websocket.ts';
import { text, welcome } from '../messages.ts';
import { collect } from '../service-harness.ts';

/** A service with a connection, to hold against the contract. */
export interface ConnectionSubject {
  readonly service: Pick<
    WebSocketService,
    | 'connection'
    | 'connection$'
    | 'status'
    | 'status$'
    | 'welcome'
    | 'welcome$'
    | 'received$'
    | 'messages$'
    | 'error$'
    | 'unreadable$'
  >;
  /** Lets messages arrive. */
  readonly receive: (...messages: readonly ServerMessage[]) => Promise<void>;
  /** Lets a frame arrive that is no JSON. */
  readonly receiveBroken: (frame: string) => Promise<void>;
  /** Loses the connection: a retry is due later. */
  readonly lose: () => Promise<void>;
  /** Has the retry that is due succeed. */
  readonly retry: () => Promise<void>;
}

/**
 * What the application relies on, of how the connection fares and of what can't be read. It runs on the service itself
 * and on the fake that the application's specs use.
 *
 * @param create makes a service that is connected and has received nothing
 */
export function describeConnectionContract(name: string, create: () => Promise<ConnectionSubject>): void {
  describe(`the contract of the connection: ${name}`, () => {
    it('replays how it fares, in streams and signals alike', async () => {
      const { service } = await create();
      expect(collect(service.status$)).toEqual(['connected']);
      expect(service.status()).toBe('connected');
      expect(collect(service.connection$)).toEqual([service.connection()]);
      expect(service.connection()).toEqual(
        jasmine.objectContaining({ status: 'connected', attempt: 0, nextAttemptAt: null, problem: null }),
      );
    });

    it('emits a status once, and a connection that is lost with the time of the retry', async () => {
      const { service, receive, lose, retry } = await create();
      const statuses = collect(service.status$);
      await receive(welcome());
      await lose();
      expect(service.connection()).toEqual(
        jasmine.objectContaining({
          status: 'reconnecting',
          attempt: 1,
          nextAttemptAt: jasmine.any(Number),
          problem: null,
        }),
      );
      await retry();
      expect(statuses).toEqual(['connected', 'reconnecting', 'connected']);
      expect(service.connection().nextAttemptAt).toBeNull();
    });

    it('has set the signals when the streams emit', async () => {
      const { service, lose } = await create();
      const pairs: (readonly unknown[])[] = [];
      service.status$.subscribe((status) => pairs.push([status, service.status()]));
      service.connection$.subscribe((connection) => pairs.push([connection, service.connection()]));
      await lose();
      expect(pairs.length).toBeGreaterThan(2);
      for (const [emitted, signalled] of pairs) expect(signalled).toBe(emitted);
    });

    it('knows of a greeting whether the server had everything', async () => {
      const { service, receive } = await create();
      const known = collect(service.connection$).map(({ hasRecovered }) => hasRecovered);
      expect(known).toEqual([null]);
      await receive(welcome({ recovered: false }));
      expect(service.connection().hasRecovered).toBeFalse();
      expect(service.status()).toBe('connected');
    });

    it('has no introduction at first, and replays it then', async () => {
      const { service, receive } = await create();
      const greetings = collect(service.welcome$);
      expect(service.welcome()).toBeNull();
      await receive(welcome(), text(1));
      expect(greetings).toEqual([null, welcome()]);
      expect(collect(service.welcome$)).toEqual([welcome()]);
      expect(service.welcome()).toEqual(welcome());
    });

    it('emits the greeting as a message before it is the introduction', async () => {
      const { service, receive } = await create();
      const order: string[] = [];
      service.welcome$.subscribe((greeting) => order.push(greeting === null ? 'none' : 'introduced'));
      service.received$.subscribe(() => order.push(service.welcome() === null ? 'early message' : 'late message'));
      await receive(welcome(), text(1));
      expect(order).toEqual(['none', 'early message', 'introduced', 'late message']);
    });

    it('keeps the introduction while there is no connection, until the next server greets', async () => {
      const { service, receive, lose, retry } = await create();
      await receive(welcome());
      await lose();
      expect(service.welcome()).toEqual(welcome());
      await retry();
      expect(service.welcome()).toEqual(welcome());
      await receive(welcome({ epoch: 'other' }));
      expect(service.welcome()?.epoch).toBe('other');
    });

    it('tells of a frame that can not be read, then of an error, and reads on', async () => {
      const { service, receive, receiveBroken } = await create();
      await receive(welcome());
      const order: unknown[] = [];
      service.unreadable$.subscribe(({ code, raw }) => order.push(code, raw));
      service.error$.subscribe(({ code, retryable }) => order.push(`error ${code} ${retryable}`));
      const messages = collect(service.messages$);
      await receiveBroken('{"type":"te');
      await receive(text(1));
      expect(order).toEqual(['bad_frame', '{"type":"te', 'error bad_frame false']);
      expect(messages.map(({ type }) => type)).toEqual(['error', 'text']);
      expect(collect(service.unreadable$)).toEqual([]);
    });
  });
}
