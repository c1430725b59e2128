import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../src/app/settings/version.ts';
import { PROJECT } from './project.mjs';

describe('the version that the application tells', () => {
  it('is the one of the package', () => {
    expect(VERSION).toBe(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).version);
  });
});
