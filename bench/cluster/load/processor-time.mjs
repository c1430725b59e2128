import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts a second of a processor in. */
const TICKS = 100;

/**
 * Seconds that processes have had of processors so far, with all that they have started, also what has ended since.
 * @param {readonly number[]} pids
 */
export function processorSeconds(pids) {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(name) ?? []) : []));
  const counted = new Set(pids);
  // A child may have a lower number than its parent: until nothing is added.
  for (let before = -1; before !== counted.size;) {
    before = counted.size;
    for (const { pid, parent } of all) if (counted.has(parent)) counted.add(pid);
  }
  return all.filter(({ pid }) => counted.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}

/** Bytes of memory that a process has in use. */
export function residentBytes(pid) {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1024;
}

/** undefined where it has ended meanwhile */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may have anything in it.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15);
    return { pid: Number(pid), parent: fields[1], ticks: user + system + childrenUser + childrenSystem };
  } catch {
    return undefined;
  }
}
