import { Component, type EnvironmentProviders } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { scan } from 'rxjs';

import {
  type Codec,
  injectWebSocket,
  provideLeanWebSocket,
  Unreadable,
  withCodec,
  withReconnect,
} from '../../index.ts';

/** What the backend sends, as `{ "event": …, "payload": { … } }`. */
export type OrderMessage =
  | { readonly type: 'placed'; readonly order: string }
  | { readonly type: 'shipped'; readonly order: string; readonly carrier: string };

interface OrderFrame {
  readonly event: 'placed' | 'shipped';
  readonly payload?: { readonly order: string; readonly carrier: string };
}

export const ORDER_CODEC: Codec<OrderMessage> = {
  decode(frame) {
    if (typeof frame !== 'string') return new Unreadable(frame, 'no text');
    // A keep-alive is no message.
    if (frame === 'ping') return [];
    // What throws here is unreadable too, and ends nothing.
    const { event, payload } = JSON.parse(frame) as OrderFrame;
    return payload === undefined ? new Unreadable(frame, 'no order') : [{ ...payload, type: event }];
  },
  encode: (message) =>
    message.type === 'text' ? JSON.stringify({ event: 'ask', payload: message.content }) : undefined,
};

export function provideOrders(): EnvironmentProviders {
  return provideLeanWebSocket(
    'orders',
    { url: 'wss://orders.example.com/live', queryNames: { code: null, after: null, epoch: null } },
    withCodec(ORDER_CODEC),
    withReconnect(),
  );
}

@Component({
  selector: 'kitten-shipped-orders',
  template: `{{ orders.status() }}: {{ shipped().join(', ') }}`,
})
export class ShippedOrders {
  protected readonly orders = injectWebSocket<OrderMessage>('orders');
  private readonly shipped$ = this.orders.message$('shipped');
  protected readonly shipped = toSignal(
    this.shipped$.pipe(scan((all: readonly string[], { order, carrier }) => [...all, `${order} by ${carrier}`], [])),
    { initialValue: [] },
  );
}
