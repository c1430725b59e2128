import { type Texts, TEXTS } from '../texts/texts.ts';
import type { WebSocketFeature } from './feature.ts';

/**
 * The sentences of `errorMessage$` and of failed deliveries: `CHINESE`, `ENGLISH`, or your own. Without it
 * `provideWebSocket` has `CHINESE`, and `provideLeanWebSocket` the codes themselves.
 */
export function withTexts(texts: Texts): WebSocketFeature {
  return { kind: 'texts', providers: [{ provide: TEXTS, useValue: texts }] };
}
