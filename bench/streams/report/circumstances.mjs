import { readFile } from 'node:fs/promises';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { BENCH } from '../build/folders.mjs';
import { PROJECT } from '../../../tools/setup/project.mjs';

/** One line on the machine, the versions and the day: figures of two runs are comparable where it says the same. */
export async function circumstances(browserVersion) {
  const [ours, peers] = await Promise.all([PROJECT, BENCH].map(dependenciesOf));
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const versions = ['@angular/core', 'rxjs'].map((name) => `${name} ${ours[name]}`);
  const others = ['socket.io-client', 'graphql-ws', '@stomp/rx-stomp', 'partysocket'].map(
    (name) => `${name} ${peers[name]}`,
  );
  return [
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'},`,
    `${memory}, ${platform()} ${release()}, load ${loadavg()[0].toFixed(1)} at the start; Node ${process.versions.node},`,
    `${browserVersion.replace('/', ' ')}, ${[...versions, ...others].join(', ')}.`,
  ].join(' ');
}

async function dependenciesOf(folder) {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).dependencies;
}
