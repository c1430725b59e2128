import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../setup/project.mjs';
import { SetupError, runProgram } from '../setup/setup-error.mjs';
import { SIDE_PATHS, separateSidePaths } from './side-paths.mjs';
import { buildApp, withAppPage } from './browser.mjs';
import { frameToPixel, promptToWire, reconnect } from './browser-ways.mjs';
import { promptToEngine } from './gateway-way.mjs';
import { measure } from './measure.mjs';
import { json, text, waysTooLong } from './report.mjs';

/** Every way: what it is called, the most files that it should enter, and for those of the browser how it is gone. */
const WAYS = {
  prompt: { name: 'a prompt to the wire', limit: 10, inPage: promptToWire },
  frame: { name: 'a frame to a pixel', limit: 25, inPage: frameToPixel },
  reconnect: { name: 'a reconnect', limit: 12, inPage: reconnect },
  job: { name: 'a prompt from the wire to the engine', limit: 27 },
};

/** The ways that are asked for, by their keys; all of them where none is. */
function chosenWays(keys) {
  const unknown = keys.find((key) => !(key in WAYS));
  if (unknown !== undefined)
    throw new SetupError(`There is no way "${unknown}", only ${Object.keys(WAYS).join(', ')}.`);
  return Object.keys(WAYS).filter((key) => keys.length === 0 || keys.includes(key));
}

/** What each of the ways enters, by their keys. */
async function measureWays(keys, root, folder) {
  const found = {};
  const inPage = keys.filter((key) => WAYS[key].inPage !== undefined);
  if (inPage.length > 0) {
    const appFolder = buildApp(root, join(folder, 'app'));
    await withAppPage({ root, appFolder, dataFolder: join(folder, 'app-data') }, async (app) => {
      for (const key of inPage) {
        found[key] = await measure(WAYS[key].inPage(app), app.recorder, (run) => app.fileOf(run));
      }
    });
  }
  if (keys.includes('job')) found.job = await promptToEngine(root, join(folder, 'job-data'));
  return found;
}

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      // Another checkout of the project, to compare with.
      root: { type: 'string', default: PROJECT },
    },
  });
  const keys = chosenWays(positionals);
  const folder = await mkdtemp(join(tmpdir(), 'ask-kitten-ways-'));
  try {
    const found = await measureWays(keys, resolve(values.root), folder);
    const ways = keys.map((key) => {
      const { name, limit } = WAYS[key];
      return { name, limit, ...separateSidePaths(found[key], SIDE_PATHS[key]) };
    });
    process.stdout.write(values.json ? json(ways) : text(ways));
    const tooLong = waysTooLong(ways);
    for (const line of tooLong) console.error(line);
    return tooLong.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
