import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What reads an example of `docs/deploy` as its program would, without starting anything. */
const READERS = {
  'ask-kitten.service': ['systemd-analyze', 'verify'],
  Caddyfile: ['caddy', 'validate', '--adapter', 'caddyfile', '--config'],
};

describe('the examples of docs/deploy', () => {
  for (const [file, [program, ...args]] of Object.entries(READERS)) {
    it(`are ones that their programs read: ${file}`, () => {
      const path = fileURLToPath(new URL(`../../docs/deploy/${file}`, import.meta.url));
      const { status, error, stderr } = spawnSync(program, [...args, path], { encoding: 'utf8' });
      if (error?.code === 'ENOENT') pending(`${program} is not installed`);
      expect(status).withContext(stderr).toBe(0);
    });
  }
});
