import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { WebSocket } from 'ws';
import { ENDPOINT_PATH } from '../../protocol/index.ts';

/** Bystanders come from another address than attackers: all of 127.0.0.0/8 is this machine. */
const BYSTANDER_ADDRESS = '127.0.0.2';

/** The value below which so large a share of all lies; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What a process holds in memory, in bytes. Linux only. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1_024;
}

/** The address of a gateway's socket for a code. */
export function socketAddress(url: string, query: Readonly<Record<string, string>>): string {
  return `${url.replace('http', 'ws')}${ENDPOINT_PATH}?${new URLSearchParams(query).toString()}`;
}

/**
 * Somebody else, who asks for a sign of life again and again until they are stopped.
 * @returns stops them, and resolves with how long each answer took, in milliseconds
 */
export async function startBystander(url: string): Promise<() => readonly number[]> {
  const socket = new WebSocket(socketAddress(url, { code: randomUUID() }), { localAddress: BYSTANDER_ADDRESS });
  await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject));
  const took: number[] = [];
  let sentAt = 0;
  const ask = (): void => {
    sentAt = performance.now();
    socket.send(JSON.stringify({ type: 'ping', id: randomUUID() }));
  };
  // Slower than what a code may send.
  let timer: NodeJS.Timeout | undefined;
  socket.on('message', () => {
    took.push(performance.now() - sentAt);
    timer = setTimeout(ask, 60);
  });
  ask();
  return () => {
    clearTimeout(timer);
    // An answer that never came counts for as long as it was waited for.
    if (sentAt > 0 && took.length === 0) took.push(performance.now() - sentAt);
    socket.terminate();
    return took;
  };
}

/** A line of figures, for whoever runs the attacks. */
export function printFigures(name: string, figures: Readonly<Record<string, string | number>>): void {
  const list = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`);
  process.stdout.write(`\n  ${name}: ${list.join(', ')}\n`);
}

/** Bytes in words. */
export function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
