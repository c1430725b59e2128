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
import { writeResults } from './report/results-file.mjs';
import { burstSection, clientsSection, memorySection, profileSection, sizeSection } from './report/sections.mjs';

/** How a run goes on is no part of its result. */
const progress = (line) => console.error(line);

/** Each experiment: what it needs to be built, and how it becomes a section of the report. */
const EXPERIMENTS = {
  clients: async (browser, options) => {
    const pages = new Set(options.cases.map(({ page }) => page));
    await buildPages(pages);
    return clientsSection(await measureRounds(browser, options, progress), options);
  },
  burst: async (browser, { bursts, rounds }) => {
    await ensureBuilt();
    const samples = new Map();
    for (const texts of bursts) samples.set(texts, await measureBurst(browser, { texts, rounds }, progress));
    return burstSection(samples, { rounds });
  },
  size: async () => sizeSection(await measureSizes()),
  memory: async (browser, { memoryMessages: messages }) => {
    await buildOurs();
    return memorySection(await measureMemory(browser, { messages }, progress), { messages });
  },
  profile: async (browser, options) => {
    await buildOurs();
    return profileSection(await profileOurs(browser, options));
  },
};

async function buildPages(pages) {
  const others = [...pages].filter((page) => page !== 'ours');
  await ensurePeers();
  await bundlePages(others);
  if (others.length < pages.size) await buildOurs();
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
    for (const name of options.experiments) {
      const section = await EXPERIMENTS[name](browser, options);
      console.log(`\n## ${section.heading}\n\n${section.body}`);
      sections.push(section);
    }
    if (options.writesResults) progress(`\nWritten to ${await writeResults(sections, line)}`);
  } finally {
    await browser.close();
  }
  return 0;
}

await runProgram(bench);
