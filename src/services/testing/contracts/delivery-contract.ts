import type { PromptMessage } from '../../../protocol/index.ts';
import type { Delivery } from '../../outbox/outbox-entry.ts';
import type { WebSocketService } from '../../websocket.ts';
import { prompt } from '../messages.ts';
import { collect } from '../service-harness.ts';

/** A service that sends prompts, to hold against the contract. */
export interface DeliverySubject {
  readonly service: Pick<WebSocketService, 'send' | 'cancel' | 'delivery$' | 'sent$' | 'restored$'>;
  /** Lets the prompt that waits go out to the server. */
  readonly write: (id: string) => Promise<void>;
  /** Has the server accept a prompt that went out. */
  readonly accept: (id: string) => Promise<void>;
  /** Has the server refuse a prompt that went out, for good. */
  readonly refuse: (id: string, reason: string, cause: string) => Promise<void>;
  /** Hands over a prompt that an earlier page had not got through. */
  readonly restore: (prompt: PromptMessage) => Promise<void>;
}

/**
 * What the application relies on, of what it sends. It runs on the service itself and on the fake that the application's
 * specs use.
 *
 * @param create makes a service that is connected to a full server which has yet to greet: a prompt waits
 */
export function describeDeliveryContract(name: string, create: () => Promise<DeliverySubject>): void {
  describe(`the contract of what is sent: ${name}`, () => {
    function states({ service }: DeliverySubject, id: string): Delivery['state'][] {
      const seen: Delivery['state'][] = [];
      service.delivery$(id).subscribe(({ state }) => seen.push(state));
      return seen;
    }

    it('emits a prompt while it is given to send, with what belongs to it and nothing else', async () => {
      const { service } = await create();
      const sent = collect(service.sent$);
      const picture = 'https://kitten.example/media/8b1d.png';
      const full = service.send('一只猫', { seconds: 4 }, [picture], 'p', true);
      const plain = service.send('一只狗', undefined, []);
      expect(sent).toEqual([
        {
          type: 'text',
          id: full,
          content: '一只猫',
          options: { seconds: 4 },
          attachments: [picture],
          follows: 'p',
          verbatim: true,
        },
        { type: 'text', id: plain, content: '一只狗' },
      ]);
      expect(plain).not.toBe(full);
    });

    it('knows how far a prompt has come as soon as it emits it', async () => {
      const subject = await create();
      const atOnce: string[] = [];
      subject.service.sent$.subscribe(({ id }) => atOnce.push(...states(subject, id)));
      subject.service.send('一只猫');
      expect(atOnce).toEqual(['queued']);
    });

    it('tells each step to the server, and replays the newest alone', async () => {
      const subject = await create();
      const id = subject.service.send('一只猫');
      const seen = states(subject, id);
      await subject.write(id);
      await subject.accept(id);
      expect(seen).toEqual(['queued', 'sent', 'accepted']);
      expect(states(subject, id)).toEqual(['accepted']);
    });

    it('tells why the server has refused a prompt', async () => {
      const { service, write, refuse } = await create();
      const id = service.send('一只猫');
      await write(id);
      await refuse(id, 'too_large', '太长');
      expect(collect(service.delivery$(id))).toEqual([{ state: 'failed', reason: 'too_large', cause: '太长' }]);
    });

    it('replays no prompt', async () => {
      const { service, restore } = await create();
      service.send('一只猫');
      await restore(prompt('earlier'));
      expect(collect(service.sent$)).toEqual([]);
      expect(collect(service.restored$)).toEqual([]);
    });

    it('says nothing of a prompt that no page has on its way', async () => {
      const subject = await create();
      const seen = states(subject, 'unknown');
      subject.service.send('一只猫');
      await subject.restore(prompt('earlier'));
      expect(seen).toEqual([]);
    });

    it('emits what an earlier page had not got through, and tells from then on how far it has come', async () => {
      const subject = await create();
      const [restored, sent] = [collect(subject.service.restored$), collect(subject.service.sent$)];
      const seen = states(subject, 'earlier');
      const atOnce: string[] = [];
      subject.service.restored$.subscribe(({ id }) => atOnce.push(...states(subject, id).slice(0, 1)));
      expect(seen).toEqual([]);
      await subject.restore(prompt('earlier'));
      expect(restored).toEqual([prompt('earlier')]);
      expect(sent).toEqual(restored);
      expect(seen[0]).toBe('queued');
      expect(atOnce).toEqual(['queued']);
    });

    it('emits a restored prompt in both streams in the order in which they were subscribed to', async () => {
      const { service, restore } = await create();
      const order: string[] = [];
      service.sent$.subscribe(() => order.push('sent'));
      service.restored$.subscribe(() => order.push('restored'));
      await restore(prompt('earlier'));
      expect(order).toEqual(['sent', 'restored']);
    });

    it('withdraws a prompt that waits, at once', async () => {
      const { service } = await create();
      const id = service.send('一只猫');
      service.cancel(id);
      const [delivery] = collect(service.delivery$(id));
      expect(delivery).toEqual({ state: 'failed', reason: 'cancelled', cause: jasmine.stringMatching(/./) });
    });

    it('leaves to the server what becomes of a cancelled prompt that went out', async () => {
      const subject = await create();
      const id = subject.service.send('一只猫');
      await subject.write(id);
      const seen = states(subject, id);
      subject.service.cancel(id);
      expect(seen).toEqual(['sent']);
      await subject.accept(id);
      subject.service.cancel(id);
      expect(seen).toEqual(['sent', 'accepted']);
    });

    it('says nothing of a cancelled prompt that it does not know', async () => {
      const subject = await create();
      const seen = states(subject, 'unknown');
      subject.service.cancel('unknown');
      expect(seen.concat(states(subject, 'unknown'))).toEqual([]);
    });
  });
}
