import { readFileSync } from 'node:fs';
import type { Result } from '../../protocol/index.ts';

/**
 * Reads a file of JSON; undefined where there is none. The fault says in which line it is, and nothing of what stands
 * there: it may be a key.
 */
export function readJson(file: string): Result<unknown, string> | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return code === 'ENOENT' ? undefined : { ok: false, fault: `can’t be read (${code})` };
  }
  try {
    // Editors on Windows begin a file with a mark of its encoding.
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return { ok: false, fault: text.trim() === '' ? 'is empty' : `is no JSON: see line ${faultyLine(text)}` };
  }
}

/** The first line with which the text can't go on to be JSON; the last one where all could. */
function faultyLine(text: string): number {
  const lines = text.split('\n');
  const found = lines.findIndex((_, index) => !canGoOn(`${lines.slice(0, index + 1).join('\n')}\n`));
  return found === -1 ? lines.length : found + 1;
}

/** Whether all that is wrong with a text is that it ends. */
function canGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const [, position] = /at position (\d+)/.exec(message) ?? [];
    return message.startsWith('Unexpected end') || Number(position) === text.length;
  }
}
