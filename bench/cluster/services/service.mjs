import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';

/**
 * What servers share, and how they are told.
 * @typedef {object} Service
 * @property {number | undefined} pid of the process that does its work; undefined where it is the server's own
 * @property {Record<string, string>} env
 * @property {() => Promise<void>} stop
 */

async function startFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'kitten-bench-data-'));
  const stop = () => rm(folder, { recursive: true, force: true });
  return { pid: undefined, env: { DATA_DIR: folder }, stop };
}

/** @type {Record<import('../cases.mjs').Case['store'], () => Promise<Service>>} */
export const SERVICES = { sqlite: startFolder, postgres: startPostgres, redis: startRedis };
