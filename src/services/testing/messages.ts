import { DEFAULT_LIMITS, type WelcomeMessage } from '../../protocol/index.ts';

/** A full server's greeting, with the log that it names. */
export function welcome(epoch = 'e', lastSeq = 0): WelcomeMessage {
  return {
    type: 'system',
    event: 'welcome',
    id: 'welcome',
    ts: 0,
    epoch,
    lastSeq,
    recovered: true,
    heartbeatMs: 30_000,
    features: [],
    limits: DEFAULT_LIMITS,
    engine: { name: 'fake', isModel: false },
  };
}
