import { randomInt } from 'node:crypto';

/** None that looks like another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;

/** How long a join code is good, in milliseconds. */
export const JOIN_CODE_LASTS_MS = 10 * 60 * 1_000;

/** A join code that nobody can foresee. */
export function newJoinCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** A join code as it was given, however it was typed. */
export function plainJoinCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '');
}
