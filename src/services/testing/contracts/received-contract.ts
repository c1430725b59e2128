import type { ServerMessage } from '../../../protocol/index.ts';
import type { LogPosition } from '../../resume/log-position.ts';
import type { ReceivedMessage } from '../../resume/received-message.ts';
import type { WebSocketService } from '../../websocket.ts';
import { gap, text, welcome } from '../messages.ts';
import { collect } from '../service-harness.ts';

/** A service to hold against the contract. */
export interface ServiceSubject {
  readonly service: Pick<
    WebSocketService,
    'received$' | 'messages$' | 'message$' | 'text$' | 'system$' | 'refreshUserCode' | 'userCode$' | 'endpoint$'
  >;
  /** Lets messages arrive. After the user code has been refreshed, they arrive over the connection that follows. */
  readonly receive: (...messages: readonly ServerMessage[]) => Promise<void>;
  /** Puts a new connection in place of the one that is open. */
  readonly reconnect: () => Promise<void>;
}

/**
 * What the application relies on, of the streams of messages. It runs on the service itself and on the fake that the
 * application's specs use, so that the fake can't be kinder than the service.
 *
 * @param create makes a service that is connected and has received nothing; an application has saved messages up to
 *   `savedTo`
 */
export function describeReceivedContract(
  name: string,
  create: (savedTo?: LogPosition) => Promise<ServiceSubject>,
): void {
  describe(`the contract of the message streams: ${name}`, () => {
    /** What is received of some messages, without the messages themselves. */
    async function updates(
      subject: ServiceSubject,
      ...messages: readonly ServerMessage[]
    ): Promise<readonly Omit<ReceivedMessage, 'message'>[]> {
      const received = collect(subject.service.received$);
      await subject.receive(...messages);
      return received.map(({ message: _, ...update }) => update);
    }

    it('emits each message in all streams that it belongs to, in order', async () => {
      const { service, receive } = await create();
      const received = collect(service.received$);
      const [messages, texts, systems] = [collect(service.messages$), collect(service.text$), collect(service.system$)];
      const byType = collect(service.message$('text'));
      await receive(welcome(), text(1, 'a'), text(undefined, 'b'));
      expect(received.map(({ message }) => message)).toEqual(messages);
      expect(messages.map(({ type }) => type)).toEqual(['system', 'text', 'text']);
      expect(texts.map(({ content }) => content)).toEqual(['a', 'b']);
      expect(byType).toEqual(texts);
      expect(systems.map(({ event }) => event)).toEqual(['welcome']);
    });

    it('replays nothing', async () => {
      const { service, receive } = await create();
      await receive(welcome(), text(1));
      expect(collect(service.received$)).toEqual([]);
      expect(collect(service.messages$)).toEqual([]);
      expect(collect(service.text$)).toEqual([]);
    });

    it('names the log from its welcome on, after the user code and the endpoint', async () => {
      const subject = await create();
      const [code] = collect(subject.service.userCode$);
      const [endpoint] = collect(subject.service.endpoint$);
      const [first, second] = await updates(subject, welcome(), text(1));
      expect(first?.log).toEqual({ code: code!, endpoint: endpoint!, epoch: 'e' });
      expect(second?.log).toEqual(first?.log);
    });

    it('names no log of a basic server', async () => {
      const [update] = await updates(await create(), text());
      expect(update).toEqual({ isReplay: false, log: undefined });
    });

    it('tells how far each message brings this page', async () => {
      const subject = await create();
      const log = jasmine.objectContaining({ epoch: 'e' }) as unknown as ReceivedMessage['log'];
      expect(await updates(subject, welcome({ lastSeq: 4 }), text(5), text(), text(6))).toEqual([
        { isReplay: false, log },
        { isReplay: false, log, progress: { from: 4, to: 5 } },
        { isReplay: false, log },
        { isReplay: false, log, progress: { from: 5, to: 6 } },
      ]);
    });

    it('begins where an application has saved everything up to, and tells what is replayed after that', async () => {
      const subject = await create({ epoch: 'e', seq: 7 });
      const told = await updates(subject, welcome({ lastSeq: 9 }), text(8), text(9), text(10));
      expect(told.map(({ isReplay }) => isReplay)).toEqual([false, true, true, false]);
      expect(told.map(({ progress }) => progress)).toEqual([
        undefined,
        { from: 7, to: 8 },
        { from: 8, to: 9 },
        { from: 9, to: 10 },
      ]);
    });

    it('tells of another log, and of one that has been set back', async () => {
      const subject = await create();
      await subject.receive(welcome(), text(1), text(2));
      await subject.reconnect();
      expect((await updates(subject, welcome({ lastSeq: 1 })))[0]?.logChange).toBe('rewound');
      await subject.reconnect();
      const [replaced, next] = await updates(subject, welcome({ epoch: 'other', lastSeq: 1 }), text(1));
      expect(replaced?.logChange).toBe('replaced');
      expect(replaced?.log?.epoch).toBe('other');
      expect(next?.progress).toEqual({ from: 0, to: 1 });
    });

    it('tells what is lost, and how much of it', async () => {
      const subject = await create();
      await subject.receive(welcome(), text(1));
      await subject.reconnect();
      const unrecovered = welcome({ lastSeq: 9, recovered: false });
      const [greeting, skip, next] = await updates(subject, unrecovered, gap(5), text(5));
      expect(greeting?.lost).toEqual({ id: 'gap e 1', count: null });
      expect(skip?.lost).toEqual({ id: 'gap e before 5', count: 3 });
      expect(skip?.progress).toEqual({ from: 1, to: 4 });
      expect(next).toEqual(jasmine.objectContaining({ isReplay: true, progress: { from: 4, to: 5 } }));
    });

    it('begins anew under another user code, and calls that no change of the log', async () => {
      const subject = await create();
      await subject.receive(welcome(), text(1));
      const code = subject.service.refreshUserCode();
      const [greeting, next] = await updates(subject, welcome({ epoch: 'f', lastSeq: 3 }), text(4));
      expect(greeting?.logChange).toBeUndefined();
      expect(greeting?.log?.code).toBe(code);
      expect(next?.progress).toEqual({ from: 3, to: 4 });
    });
  });
}
