import { DEFAULT_LIMITS, PROTOCOL_VERSION, type WelcomeMessage } from '../index.ts';

/** A full server's greeting, for fakes and specs; what they don't say has a plain default. */
export function welcomeMessage(fields: Partial<WelcomeMessage> = {}): WelcomeMessage {
  return {
    type: 'system',
    event: 'welcome',
    id: 'welcome',
    ts: 0,
    epoch: 'epoch-1',
    lastSeq: 0,
    recovered: true,
    heartbeatMs: 30_000,
    version: PROTOCOL_VERSION,
    features: [],
    limits: DEFAULT_LIMITS,
    engine: { name: 'fake', isModel: false },
    ...fields,
  };
}
