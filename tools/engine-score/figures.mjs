/**
 * What a clip of the heaviest scene costs, by size, each in a process of its own, one after another: `npm run
 * engine:figures`. Says how busy the machine is besides.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { makeClip, warmUp } from '../../src/engines/storyboard/drawing-process/make-clip.ts';
import { registerFonts, warmFonts } from '../../src/engines/storyboard/stage/fonts.ts';

const PROMPT = '一只橘猫在雨夜的霓虹街头散步';
const SECONDS = 4;
const SIZES = ['640x360', '360x640', '480x480', '480x360', '1280x720', '1920x1080', '640x360 oil'];

const [size, style = 'plain'] = process.argv.slice(2);
if (size === undefined) measureAll();
else process.stdout.write(JSON.stringify(await costOf(size, style)));

function measureAll() {
  for (const each of SIZES) {
    const output = execFileSync(process.execPath, [process.argv[1], ...each.split(' ')], { encoding: 'utf8' });
    const { processor, preview, memory, bytes } = JSON.parse(output);
    process.stdout.write(
      `${each.padEnd(12)} ${processor.toFixed(1)} s of processor time, preview after ${preview} ms, ` +
        `${memory} MB at most, ${Math.round(bytes / 1000)} KB, load ${loadavg()[0].toFixed(1)}\n`,
    );
  }
}

/** Processor time without the start of the process, which happens before somebody waits. */
async function costOf(clipSize, clipStyle) {
  registerFonts();
  warmFonts();
  await warmUp();
  const from = process.cpuUsage();
  const startedAt = performance.now();
  let [preview, bytes] = [0, 0];
  await makeClip({
    prompt: PROMPT,
    options: { seconds: SECONDS, size: clipSize, seed: 7, scene: sceneIn(clipStyle) },
    references: [],
    tell: (event) => {
      if (event.kind === 'preview' && preview === 0) preview = Math.round(performance.now() - startedAt);
      if (event.kind === 'video') bytes = event.video.bytes.length;
    },
    isStopped: () => false,
  });
  const { user, system } = process.cpuUsage(from);
  const memory = Math.round(process.resourceUsage().maxRSS / 1000);
  return { processor: (user + system) / 1e6, preview, memory, bytes };
}

function sceneIn(clipStyle) {
  return {
    subjects: [{ subject: 'cat', colour: 'orange', action: 'walk' }],
    place: 'neon',
    weather: 'rain',
    time: 'night',
    style: clipStyle,
  };
}
