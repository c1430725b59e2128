import type { Delivery } from '../../../services/index.ts';
import { waitText } from '../../language/quantity-text.ts';
import type { CountTextSource, TextSource } from '../../language/texts.ts';
import type { Turn } from '../../conversation-model/turn.ts';
import { errorText } from '../messages/error-text.ts';

/** What bears on a delivery besides the delivery itself. */
export interface DeliveryContext {
  /** What the person has done with the prompt since. */
  readonly setAside: Turn['setAside'];
  /** Whether the server says that it has a prompt. */
  readonly acknowledges: boolean;
  readonly language: string;
  readonly countText: CountTextSource;
}

/** A delivery as people see it. */
export interface DeliveryText {
  readonly word: string;
  readonly tone?: 'waiting' | 'bad';
  /** Why it failed. */
  readonly cause?: string;
  /** What people can do about it. */
  readonly remedy?: 'resend' | 'withdraw';
}

/** What is over sooner nobody could read. */
const TOLD_FROM_MS = 1_000;

/** How far a prompt has come, for people. */
export function deliveryText(delivery: Delivery, context: DeliveryContext, text: TextSource): DeliveryText {
  const { setAside, acknowledges, language, countText } = context;
  switch (delivery.state) {
    case 'queued':
      // One that an earlier connection has carried can only be stopped once the server is back.
      if (setAside === 'withdrawn') return { word: text('chat.deliveryToWithdraw'), tone: 'waiting' };
      if (delivery.endpoint !== undefined) {
        const server = new URL(delivery.endpoint).host;
        return { word: text('chat.deliveryElsewhere', { server }), tone: 'waiting', remedy: 'withdraw' };
      }
      return { word: text('chat.deliveryQueued'), tone: 'waiting', remedy: 'withdraw' };
    case 'sent':
      if (delivery.refusal !== undefined && delivery.refusal.waitMs >= TOLD_FROM_MS) {
        const { reason, waitMs } = delivery.refusal;
        const { cause } = errorText({ code: reason, content: '' }, text, language);
        return { word: text('chat.deliveryRefused', { time: waitText(waitMs, countText) }), tone: 'waiting', cause };
      }
      // A basic server greets nobody and acknowledges nothing: what is written has arrived as far as one can know.
      return { word: text(acknowledges ? 'chat.deliverySending' : 'chat.deliverySent') };
    case 'accepted':
      return { word: text('chat.deliveryAccepted') };
    case 'failed': {
      if (setAside === 'resent') return { word: text('chat.deliveryResent') };
      if (setAside === 'withdrawn') return { word: text('chat.deliveryWithdrawn'), remedy: 'resend' };
      const { cause } = errorText({ code: delivery.reason, content: delivery.cause }, text, language);
      return { word: text('chat.deliveryFailed'), tone: 'bad', cause, remedy: 'resend' };
    }
  }
}
