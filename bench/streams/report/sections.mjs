import { byFile } from '../experiments/self-times.mjs';
import { medians } from './statistics.mjs';
import { table } from './table.mjs';

/**
 * A part of the report: a heading, and what stands under it in Markdown.
 * @typedef {{ heading: string, body: string }} Section
 */

/** @param {Map<string, import('../experiments/rounds.mjs').Sample[]>} samples the first is the measure of the others */
export function clientsSection(samples, { rounds, messages, hasNetworkEvents }) {
  const rows = [...samples].map(([name, each]) => ({ name, ...medians(each) }));
  const [bare] = rows;
  const words = [
    `${messages.toLocaleString('en')} messages of about 350 bytes, five types with a subscriber each, one a frame where`,
    `nothing else is said: medians of ${rounds} alternating rounds, relative to the first row. Main thread: CPU time of all`,
    `tasks (\`TaskDuration\`); script: the part of it in JavaScript (\`ScriptDuration\`).`,
    ...(hasNetworkEvents ? ['With the network events of the DevTools protocol switched on.'] : []),
  ];
  const body = table(
    ['client', 'main thread, µs a message', 'relative', 'script, µs a message', 'messages a second', 'bytes a message'],
    rows.map(({ name, taskUs, scriptUs, perSecond, bytes }) => [
      name,
      taskUs.toFixed(1),
      (taskUs / bare.taskUs).toFixed(2),
      scriptUs.toFixed(1),
      Math.round(perSecond).toLocaleString('en'),
      Math.round(bytes).toString(),
    ]),
  );
  return { heading: 'Clients', body: `${words.join('\n')}\n\n${body}` };
}

/** @param {Map<number, import('../experiments/burst.mjs').BurstSample[]>} samples by the number of texts */
export function burstSection(samples, { rounds }) {
  const words = [
    'Texts in a burst, 50 a frame, from a basic server into the open chat (the built application, served by the gateway):',
    `medians of ${rounds} rounds.`,
  ];
  const body = table(
    ['texts', 'main thread, s of CPU', 'script, s', 'longest task, ms', 'newest on the screen after, s'],
    [...samples].map(([texts, each]) => {
      const { taskMs, scriptMs, longestTaskMs, shownAfterMs } = medians(each);
      return [
        texts.toLocaleString('en'),
        seconds(taskMs),
        seconds(scriptMs),
        longestTaskMs < 50 ? 'below 50' : Math.round(longestTaskMs).toString(),
        seconds(shownAfterMs),
      ];
    }),
  );
  return { heading: 'A burst into the chat', body: `${words.join('\n')}\n\n${body}` };
}

/** What is less than this part of a bundle has no row of its own. */
const SMALL_PART = 0.02;

/** @param {readonly import('../experiments/size.mjs').SizeSample[]} samples */
export function sizeSection(samples) {
  const sizes = table(
    ['import', 'minified, kB', 'brotli, kB', 'once used, brotli, kB'],
    samples.map(({ name, minified, brotli, laterBrotli }) => [name, ...[minified, brotli, laterBrotli].map(kilobytes)]),
  );
  const breakdowns = samples
    .filter(({ askedBrotli, brotli }) => askedBrotli !== undefined && brotli > askedBrotli)
    .map(({ name, minified, parts }) => `### What ${name} is made of\n\n${breakdownTable(parts, minified)}`);
  const words =
    'The layer with rxjs, without Angular, compiled ahead of time. Without rxjs there is no layer: its part is in each row.';
  return { heading: 'Sizes', body: [words, sizes, ...breakdowns].join('\n\n') };
}

/** Small parts stand together in the last row. */
function breakdownTable(parts, total) {
  const rows = parts.filter(({ bytes }) => bytes >= total * SMALL_PART);
  const rest = parts.slice(rows.length).reduce((sum, { bytes }) => sum + bytes, 0);
  return table(
    ['part', 'minified, kB', 'of the whole'],
    [...rows, { part: 'the rest', bytes: rest }].map(({ part, bytes }) => [
      part,
      kilobytes(bytes),
      percent(bytes / total),
    ]),
  );
}

/** @param {readonly import('../experiments/memory.mjs').MemorySample[]} samples */
export function memorySection(samples, { messages }) {
  const count = messages.toLocaleString('en');
  const body = table(
    ['case', 'heap after a tenth, kB', `heap after ${count}, kB`, 'growth, bytes a message'],
    samples.map(({ name, settledBytes, endBytes }) => [
      name,
      kilobytes(settledBytes),
      kilobytes(endBytes),
      ((endBytes - settledBytes) / (messages * 0.9)).toFixed(3),
    ]),
  );
  return { heading: 'Memory', body: `What script holds over ${count} messages, after garbage collection.\n\n${body}` };
}

/** @param {readonly import('../experiments/profile.mjs').CaseProfile[]} profiles */
export function profileSection(profiles) {
  const parts = profiles.map(({ name, functions }) => {
    const top = functions.slice(0, 20).map((each) => [where(each), percent(each.part), each.milliseconds.toFixed(1)]);
    const files = byFile(functions).slice(0, 12);
    return [
      `### ${name}`,
      table(['function', 'self time', 'ms'], top),
      table(
        ['file', 'self time', 'ms'],
        files.map(({ file, part, milliseconds }) => [file, percent(part), milliseconds.toFixed(1)]),
      ),
    ].join('\n\n');
  });
  return { heading: 'Profile of ours', body: parts.join('\n\n') };
}

function where({ file, line, name }) {
  return line === undefined ? name : `${name} ${file}:${line}`;
}

function percent(part) {
  return `${(part * 100).toFixed(1)} %`;
}

function seconds(milliseconds) {
  return (milliseconds / 1_000).toFixed(1);
}

function kilobytes(bytes) {
  return (bytes / 1_000).toFixed(1);
}
