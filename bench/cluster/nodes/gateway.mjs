import { createGateway } from '../../../src/server/index.ts';
import { EngineRegistry, loadBundledEngine } from '../../../src/engines/index.ts';
import { ANSWER, piecesFor } from '../answer.mjs';
import { openStorage } from './open-storage.mjs';

/** Limits are for strangers: here one address is everybody. */
const ENDLESS = { perSecond: 1e6, burst: 1e6 };
const RATES = { code: ENDLESS, address: ENDLESS };
const MANY = 1e6;

/** Answers by itself, in pieces, so that no clip is drawn and nothing is measured but messages. */
const bot = {
  async *respond({ content }) {
    for await (const delta of piecesFor(content)) yield { kind: 'text', delta };
    yield { kind: 'decision', text: ANSWER, decision: { kind: 'answer' } };
  },
};

const storage = await openStorage({
  jobLimits: { perCode: MANY, perAddress: MANY, total: MANY },
  // Room is kept for the clip of each open job, and none of them has one.
  diskLimits: { addressBytes: Infinity, totalBytes: Infinity, freeBytes: -Infinity },
});
const gateway = await createGateway({
  engines: EngineRegistry.of(await loadBundledEngine('instant')),
  bot,
  storage,
  appFolder: 'nowhere',
  // Each user says that another address is theirs: prompts of one are taken one after the other.
  trustedProxies: ['loopback'],
  rateLimits: RATES,
  connectLimits: RATES,
  socketLimits: { total: MANY, perAddress: MANY, perCode: MANY },
});
process.send({ url: `${gateway.url.replace('http', 'ws')}/api/ws/video-generation` });
process.on('disconnect', () => process.exit());
