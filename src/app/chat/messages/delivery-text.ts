import type { Delivery } from '../../../services/index.ts';
import type { Turn } from '../conversation/turn.ts';

/** What bears on a delivery besides the delivery itself. */
export interface DeliveryContext {
  /** What the person has done with the prompt since. */
  readonly setAside: Turn['setAside'];
  /** Whether the server says that it has a prompt. */
  readonly acknowledges: boolean;
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

/** How far a prompt has come, for people. */
export function deliveryText(delivery: Delivery, { setAside, acknowledges }: DeliveryContext): DeliveryText {
  switch (delivery.state) {
    case 'queued':
      // One that an earlier connection has carried can only be stopped once the server is back.
      if (setAside === 'withdrawn') return { word: '连接恢复后撤回', tone: 'waiting' };
      return { word: '排队中', tone: 'waiting', remedy: 'withdraw' };
    case 'sent':
      // A basic server greets nobody and acknowledges nothing: what is written has arrived as far as one can know.
      return { word: acknowledges ? '发送中' : '已发出' };
    case 'accepted':
      return { word: '已送达' };
    case 'failed':
      if (setAside === 'resent') return { word: '已重新发送' };
      if (setAside === 'withdrawn') return { word: '已撤回', remedy: 'resend' };
      return { word: '失败', tone: 'bad', cause: delivery.cause, remedy: 'resend' };
  }
}
