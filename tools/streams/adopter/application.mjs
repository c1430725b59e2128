import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../setup/project.mjs';
import { runInFolder } from './run-in-folder.mjs';

const MINUTE_MS = 60_000;
const ADOPTER = join(PROJECT, 'tools', 'streams', 'adopter');

/** What the specs of the application need to run under Karma; Vitest comes with it. */
const FOR_KARMA = ['karma', 'karma-jasmine', 'karma-chrome-launcher', 'jasmine-core', '@types/jasmine'];

/**
 * Generates an Angular application as a newcomer does, and installs the package in it.
 * @param {string} folder
 * @param {string} tarball
 * @returns {Promise<string>} the application's folder
 */
export async function createApplication(folder, tarball) {
  const angular = releaseOf('@angular/cli');
  const cli = `@angular/cli@${angular}`;
  const options = ['--defaults', '--ssr', '--style=css', '--ai-config=none', '--skip-git', '--skip-install'];
  await runInFolder(folder, 'npm', ['exec', '--yes', `--package=${cli}`, '--', 'ng', 'new', 'shop', ...options], {
    timeLimitMs: 3 * MINUTE_MS,
  });
  const app = join(folder, 'shop');
  editJson(join(app, 'package.json'), (manifest) => {
    // The releases that this repository is tested with: ranges of packages that want one another's very release may not
    // be resolved for some hours after one.
    for (const list of [manifest.dependencies, manifest.devDependencies]) {
      for (const name of Object.keys(list).filter((one) => one.startsWith('@angular/'))) list[name] = angular;
    }
    manifest.dependencies['@ask-kitten/streams'] = `file:${tarball}`;
    for (const name of FOR_KARMA) manifest.devDependencies[name] = releaseOf(name);
    manifest.overrides = { 'karma-jasmine': { 'jasmine-core': releaseOf('jasmine-core') } };
  });
  await runInFolder(app, 'npm', ['install', '--no-audit', '--no-fund'], {
    timeLimitMs: 4 * MINUTE_MS,
  });
  await runInFolder(app, 'ng', ['generate', '@ask-kitten/streams:ng-add', '--project=shop']);
  adapt(app);
  return app;
}

/** The release that this repository is tested with, whichever list of package.json names it. */
function releaseOf(name) {
  const { dependencies, devDependencies } = readJson(join(PROJECT, 'package.json'));
  const release = dependencies[name] ?? devDependencies[name];
  if (release === undefined) throw new Error(`package.json does not ask for ${name}.`);
  return release;
}

/** Gives the application something to do, and what its tests need. */
function adapt(app) {
  cpSync(join(ADOPTER, 'app'), app, { recursive: true });
  rmSync(join(app, 'src', 'app', 'app.html'));
  rmSync(join(app, 'src', 'app', 'app.css'));
  editJson(join(app, 'angular.json'), ({ projects: { shop } }) => {
    shop.architect.build.options.security.allowedHosts = ['127.0.0.1', 'localhost'];
    shop.architect.karma = {
      builder: '@angular/build:karma',
      options: { tsConfig: 'tsconfig.karma.json', karmaConfig: 'karma.conf.cjs', watch: false },
    };
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function editJson(file, edit) {
  const json = readJson(file);
  edit(json);
  writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
}
