import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, platform, release } from 'node:os';
import { join } from 'node:path';
import { table } from '../../streams/report/table.mjs';
import { FOLDER } from './folder.mjs';

const HEADER = [
  'what',
  'kept, µs of CPU',
  'passing, µs of CPU',
  'jobs a second',
  'accepted, p50 ms',
  'p99',
  'piece, p50 ms',
  'p99',
  'kB a socket',
];

/** @param {readonly { name: string, figures?: object, reason?: string }[]} rows */
export function resultsTable(rows) {
  return table(
    HEADER,
    rows.map(({ name, figures, reason }) => [name, ...(figures === undefined ? notMeasured(reason) : cells(figures))]),
  );
}

function notMeasured(reason) {
  return HEADER.slice(1).map((_, column) => (column === 0 ? `not measured: ${reason}` : ''));
}

function cells({ keptMicroseconds, passingMicroseconds, jobsPerSecond, kept, passing, socketKilobytes }) {
  return [
    ...[keptMicroseconds, passingMicroseconds].map(
      ({ servers, store }) => `${servers.toFixed(0)} + ${store.toFixed(0)}`,
    ),
    jobsPerSecond.toFixed(0),
    ...[kept.p50, kept.p99, passing.p50, passing.p99].map((time) => time.toFixed(1)),
    socketKilobytes.toFixed(0),
  ];
}

/** One line on the machine, the versions, the amounts and the day: figures of two runs are comparable where it says the same. */
export async function circumstances(amounts) {
  const { dependencies } = JSON.parse(await readFile(join(FOLDER, 'package.json'), 'utf8'));
  const peers = ['socket.io', '@socket.io/redis-streams-adapter'].map((name) => `${name} ${dependencies[name]}`);
  const { users, prompts, rate, pieces, sockets } = amounts;
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'},`,
    `${platform()} ${release()}, load ${loadavg()[0].toFixed(1)} at the start; ${peers.join(', ')};`,
    `${users} users with two sockets, ${prompts} prompts each, ${rate} a second, ${pieces} pieces of each prompt, ${sockets} idle sockets.`,
  ].join(' ');
}

/** Writes the table, with what it was measured on. @returns {Promise<string>} the file */
export async function writeResults(body, line) {
  const file = join(FOLDER, 'RESULTS.md');
  const title =
    '# What many nodes cost\n\nWritten by `npm run bench:cluster -- --write`; [README.md](README.md) says how.';
  await writeFile(file, `${title}\n\n${line}\n\n${body}\n`);
  return file;
}
