import { setTimeout as delay } from 'node:timers/promises';
import { LoadProcess } from './load/load-process.mjs';
import { processorSeconds, residentBytes } from './load/processor-time.mjs';
import { startNode } from './nodes/start-node.mjs';
import { SERVICES } from './services/service.mjs';

/** What a job leaves in the log: accepted, started, its text, completed. socket.io's server has no `started`. */
const KEPT_OF_JOB = { gateway: 4, 'socket-io': 3 };
/** Prompts of each user, one after the other, where it is measured how many jobs a second can be. */
const FULL_PROMPTS = 10;
/** What is left to do after the last message was seen. */
const SETTLE_MS = 500;

/**
 * Measures one case: the same prompts without pieces and with many, as fast as they can be, and what idle sockets take.
 * @param {import('./cases.mjs').Case} measured
 * @param {{ users: number, prompts: number, rate: number, pieces: number, sockets: number }} amounts
 */
export async function measureCase({ kind, store, processes }, amounts) {
  const service = await SERVICES[store]();
  const nodes = [];
  const load = new LoadProcess();
  try {
    while (nodes.length < processes) nodes.push(await startNode(kind, service.env));
    const pids = { servers: nodes.map(({ pid }) => pid), store: service.pid === undefined ? [] : [service.pid] };
    const where = { kind, urls: nodes.map(({ url }) => url), users: amounts.users };
    // Once for practice: code that is run for the first time is not what a message costs.
    await ask(load, pids, { where, load: { prompts: 2, pieces: 5 } });
    const { prompts, pieces, rate } = amounts;
    const plain = await ask(load, pids, { where, load: { prompts, rate, pieces: 0 } });
    const busy = await ask(load, pids, { where, load: { prompts, rate, pieces } });
    const full = await ask(load, pids, { where, load: { prompts: FULL_PROMPTS, pieces: 0 } });
    const jobs = amounts.users * prompts;
    const passing = perMessage(
      {
        servers: busy.processor.servers - plain.processor.servers,
        store: busy.processor.store - plain.processor.store,
      },
      jobs * pieces,
    );
    return {
      keptMicroseconds: perMessage(full.processor, amounts.users * FULL_PROMPTS * KEPT_OF_JOB[kind]),
      passingMicroseconds: passing,
      jobsPerSecond: (amounts.users * FULL_PROMPTS) / full.seconds,
      kept: quantiles(plain.kept),
      passing: quantiles(busy.passing),
      socketKilobytes: await socketKilobytes(load, nodes[0], { kind, sockets: amounts.sockets }),
    };
  } finally {
    await load.close();
    for (const node of nodes) await node.stop();
    await service.stop();
  }
}

async function ask(load, pids, what) {
  await load.run('connect', what);
  const before = processorTimes(pids);
  const answer = await load.run('ask');
  await delay(SETTLE_MS);
  const after = processorTimes(pids);
  const processor = { servers: after.servers - before.servers, store: after.store - before.store };
  await load.run('close');
  return { ...answer, processor };
}

/** Seconds of the servers, and of what they share. */
function processorTimes({ servers, store }) {
  return { servers: processorSeconds(servers), store: processorSeconds(store) };
}

/** Microseconds, where many messages took some seconds. */
function perMessage({ servers, store }, messages) {
  const each = (seconds) => (Math.max(0, seconds) / messages) * 1e6;
  return { servers: each(servers), store: each(store) };
}

async function socketKilobytes(load, { pid, url }, { kind, sockets }) {
  await delay(SETTLE_MS);
  const before = residentBytes(pid);
  await load.run('idle', { kind, url, sockets });
  await delay(SETTLE_MS);
  return (residentBytes(pid) - before) / sockets / 1_000;
}

/** The middle, and what one of a hundred exceeds. */
function quantiles(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { p50: at(0.5), p99: at(0.99) };
}
