import { medians } from './statistics.mjs';
import { table } from './table.mjs';

/**
 * What was asked of the layer, and what a run has reached.
 * @typedef {object} Goal
 * @property {string} goal
 * @property {'at most' | 'at least'} bound
 * @property {number} asked
 * @property {number} reached
 * @property {string} [unit]
 */

/** The clients that one would take in place of ours, with one message a frame. */
const PEERS = ['rxjs/webSocket', 'socket.io', 'graphql-ws', 'rx-stomp', 'partysocket'];

const BARE = 'bare WebSocket';

/**
 * @param {Map<string, import('../experiments/rounds.mjs').Sample[]>} samples by the name of the client; without the
 *   others nothing can be compared
 * @returns {Goal[]}
 */
export function clientGoals(samples) {
  if ([BARE, ...PEERS].some((name) => !samples.has(name))) return [];
  const rows = new Map([...samples].map(([name, each]) => [name, medians(each)]));
  const bare = rows.get(BARE).taskUs;
  const costOf = (name) => rows.get(name).taskUs / bare;
  const bestCost = Math.min(...PEERS.map(costOf));
  const bestRate = Math.max(...PEERS.map((name) => rows.get(name).perSecond));
  return ['durable', 'transient'].flatMap((kind) => {
    const [one, many] = [`ours, ${kind}`, `ours, ${kind}, 32 a frame`];
    if (!rows.has(one) || !rows.has(many)) return [];
    return [
      atMost(`${kind}, one a frame: main thread by that of bare`, 1.15, costOf(one)),
      atMost(`${kind}, one a frame: main thread by the best peer's`, 1.05, costOf(one) / bestCost),
      atMost(`${kind}, 32 a frame: main thread a message by that of bare with one`, 0.16, costOf(many)),
      atLeast(`${kind}, 32 a frame: messages a second by the best peer's`, 6, rows.get(many).perSecond / bestRate),
    ];
  });
}

/** @param {Map<number, import('../experiments/burst.mjs').BurstSample[]>} samples by the number of texts */
export function burstGoals(samples) {
  const asked = new Map([
    [10_000, 1.8],
    [50_000, 12],
  ]);
  return [...samples].flatMap(([texts, each]) => {
    const seconds = asked.get(texts);
    if (seconds === undefined) return [];
    const { taskMs, longestTaskMs } = medians(each);
    const what = `${texts.toLocaleString('en')} texts into the chat`;
    return [
      atMost(`${what}: main thread`, seconds, taskMs / 1_000, 's'),
      atMost(`${what}: longest task`, 200, longestTaskMs, 'ms'),
    ];
  });
}

/** @param {readonly import('../experiments/size.mjs').SizeSample[]} samples */
export function sizeGoals(samples) {
  return samples
    .filter(({ askedBrotli }) => askedBrotli !== undefined)
    .map(({ name, askedBrotli, brotli }) => atMost(`size of ${name}`, askedBrotli / 1_000, brotli / 1_000, 'kB'));
}

/** What one message may leave in the heap and still be nothing: the heap itself is known no better. */
const NO_GROWTH = 0.1;

/** @param {readonly import('../experiments/memory.mjs').MemorySample[]} samples */
export function memoryGoals(samples, { messages }) {
  return samples.map(({ name, settledBytes, endBytes }) =>
    atMost(`${name}: growth a message`, NO_GROWTH, (endBytes - settledBytes) / (messages * 0.9), 'bytes'),
  );
}

/**
 * @param {readonly Goal[]} goals
 * @returns {import('./sections.mjs').Section}
 */
export function goalsSection(goals) {
  const rows = goals.map((each) => {
    const unit = each.unit === undefined ? '' : ` ${each.unit}`;
    return [each.goal, `${each.bound} ${each.asked}${unit}`, `${each.reached.toFixed(2)}${unit}`, missedBy(each)];
  });
  const words = 'Where a goal is missed, the breakdown under Sizes and the profiles below say what holds it.';
  return { heading: 'Goals', body: `${words}\n\n${table(['goal', 'asked', 'reached', 'missed by'], rows)}` };
}

/** By how much of what was asked; a dash where it is reached. */
export function missedBy({ bound, asked, reached }) {
  const excess = bound === 'at most' ? reached / asked - 1 : 1 - reached / asked;
  return excess <= 0 ? '–' : `${Math.ceil(excess * 100)} %`;
}

function atMost(goal, asked, reached, unit) {
  return { goal, bound: 'at most', asked, reached, unit };
}

function atLeast(goal, asked, reached, unit) {
  return { goal, bound: 'at least', asked, reached, unit };
}
