import { ensureBuilt } from '../../tools/setup/build.mjs';
import { runProgram } from '../../tools/setup/setup-error.mjs';
import { buildOurs } from './build/build-ours.mjs';
import { bundlePages } from './build/bundle-pages.mjs';
import { ensurePeers } from './build/ensure-peers.mjs';
import { Chromium } from './browser/chromium.mjs';
import { measureBurst } from './experiments/burst.mjs';
import { measureMemory } from './experiments/memory.mjs';
import { profileOurs } from './experiments/profile.mjs';
import { measureRounds } from './experiments/rounds.mjs';
import { measureSizes } from './experiments/size.mjs';
import { readOptions, USAGE } from './options.mjs';
import { circumstances } from './report/circumstances.mjs';
import { burstGoals, clientGoals, goalsSection, memoryGoals, sizeGoals } from './report/goals.mjs';
import { writeResults } from './report/results-file.mjs';
import { burstSection, clientsSection, memorySection, profileSection, sizeSection } from './report/sections.mjs';

/** How a run goes on is no part of its result. */
const progress = (line) => console.error(line);

/** Each experiment: what it needs to be built, how it becomes a section of the report, and which goals it has reached. */
const EXPERIMENTS = {
  clients: async (browser, options) => {
    const pages = new Set(options.cases.map(({ page }) => page));
    await buildPages(pages);
    const samples = await measureRounds(browser, options, progress);
    return { section: clientsSection(samples, options), goals: clientGoals(samples) };
  },
  burst: async (browser, { bursts, rounds }) => {
    await ensureBuilt();
    const samples = new Map();
    for (const texts of bursts) samples.set(texts, await measureBurst(browser, { texts, rounds }, progress));
    return { section: burstSection(samples, { rounds }), goals: burstGoals(samples) };
  },
  size: async () => {
    const samples = await measureSizes();
    return { section: sizeSection(samples), goals: sizeGoals(samples) };
  },
  memory: async (browser, { memoryMessages: messages }) => {
    await buildOurs();
    const samples = await measureMemory(browser, { messages }, progress);
    return { section: memorySection(samples, { messages }), goals: memoryGoals(samples, { messages }) };
  },
  profile: async (browser, options) => {
    await buildOurs();
    return { section: profileSection(await profileOurs(browser, options)), goals: [] };
  },
};

async function buildPages(pages) {
  const others = [...pages].filter((page) => page !== 'ours');
  await ensurePeers();
  await bundlePages(others);
  if (others.length < pages.size) await buildOurs();
}

function print({ heading, body }) {
  console.log(`\n## ${heading}\n\n${body}`);
}

async function bench() {
  const options = readOptions(process.argv.slice(2));
  if (options.wantsHelp) {
    console.log(USAGE);
    return 0;
  }
  const browser = await Chromium.start(options);
  try {
    const line = await circumstances(await browser.version());
    console.log(line);
    const sections = [];
    const goals = [];
    for (const name of options.experiments) {
      const result = await EXPERIMENTS[name](browser, options);
      print(result.section);
      sections.push(result.section);
      goals.push(...result.goals);
    }
    // A table of some of the goals would take the place of that with all of them.
    if (options.isEverything) {
      sections.unshift(goalsSection(goals));
      print(sections[0]);
    }
    if (options.writesResults) progress(`\nWritten to ${await writeResults(sections, line)}`);
  } finally {
    await browser.close();
  }
  return 0;
}

await runProgram(bench);
