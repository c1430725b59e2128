import { type AnyMessage, CODEC, type Codec } from '../codec/codec.ts';
import type { WebSocketFeature } from './feature.ts';

/** Reads and writes the frames of a backend: `jsonCodec()`, `GATEWAY_CODEC`, or one of your own. */
export function withCodec<Message extends AnyMessage, Sent>(codec: Codec<Message, Sent>): WebSocketFeature {
  return { kind: 'codec', isGateway: codec.isGateway ?? false, providers: [{ provide: CODEC, useValue: codec }] };
}
