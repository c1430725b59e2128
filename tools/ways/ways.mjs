import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../setup/project.mjs';
import { runProgram } from '../setup/refusal.mjs';
import { BRANCHES, separateBranches } from './branches.mjs';
import { buildApp, withAppPage } from './browser.mjs';
import { frameToPixel, promptToWire, reconnect } from './browser-ways.mjs';
import { promptToEngine } from './gateway-way.mjs';
import { measure } from './measure.mjs';
import { json, text } from './report.mjs';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    // Another checkout of the project, to compare with.
    root: { type: 'string', default: PROJECT },
  },
});

/** Every way with its name, the most files that it should enter, and what is entered besides. */
const WAYS = {
  frame: { name: 'a frame to a pixel', limit: 19 },
  prompt: { name: 'a prompt to the wire', limit: 6 },
  job: { name: 'a prompt from the wire to the engine', limit: 10 },
  reconnect: { name: 'a reconnect', limit: 8 },
};

async function measureAll(root, folder) {
  const found = {};
  const appFolder = buildApp(root, join(folder, 'app'));
  await withAppPage({ root, appFolder, dataFolder: join(folder, 'app-data') }, async (app) => {
    const fileOf = (run) => app.fileOf(run);
    // First, and three prompts: the last one's job is the frame's.
    found.prompt = await measure(promptToWire(app), app.recorder, fileOf);
    found.frame = await measure(frameToPixel(app), app.recorder, fileOf);
    found.reconnect = await measure(reconnect(app), app.recorder, fileOf);
  });
  found.job = await promptToEngine(root, join(folder, 'job-data'));
  return Object.entries(WAYS).map(([key, way]) => ({ ...way, ...separateBranches(found[key], BRANCHES[key]) }));
}

await runProgram(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ask-kitten-ways-'));
  try {
    const ways = await measureAll(resolve(values.root), folder);
    process.stdout.write(values.json ? json(ways) : text(ways));
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
