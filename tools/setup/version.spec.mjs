import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../src/app/settings/version.ts';
import { PROJECT } from './project.mjs';

describe('the version that the application tells', () => {
  it('is the one of the package', () => {
    expect(VERSION).toBe(JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')).version);
  });
});

describe('the version of the package of the stream layer', () => {
  it('is the one of the project', () => {
    const versionOf = (path) => JSON.parse(readFileSync(join(PROJECT, path), 'utf8')).version;
    expect(versionOf('packages/streams/package.json')).toBe(versionOf('package.json'));
  });
});
