import { SchematicTestRunner } from '@angular-devkit/schematics/testing/index.js';
import { join } from 'node:path';
import { PACKAGE } from './stage.mjs';

const ANGULAR = '@schematics/angular';
const CONFIG = '/app/src/app/app.config.ts';

describe('ng add @ask-kitten/streams', () => {
  const runner = new SchematicTestRunner('streams', join(PACKAGE, 'schematics', 'collection.json'));
  let workspace;

  beforeEach(async () => {
    const version = '22.2.0';
    const empty = await runner.runExternalSchematic(ANGULAR, 'workspace', { name: 'new', version });
    workspace = await runner.runExternalSchematic(
      ANGULAR,
      'application',
      { name: 'app', projectRoot: 'app', zoneless: true, skipInstall: true, ssr: false },
      empty,
    );
  });

  const add = (options = {}) => runner.runSchematic('ng-add', { project: 'app', ...options }, workspace);

  it('provides the service with a file of configuration, and all that the chat has', async () => {
    const text = (await add()).readText(CONFIG);
    expect(text).toContain("import { provideWebSocket, withPreset, withConfigFile } from '@ask-kitten/streams';");
    expect(text).toContain("provideWebSocket({}, ...withPreset(), withConfigFile('config.json'))");
  });

  it('puts a configuration file where the application serves it', async () => {
    const tree = await add({ baseUrl: 'wss://video.example.com/socket' });
    expect(JSON.parse(tree.readText('/app/public/config.json'))).toEqual({
      baseUrl: 'wss://video.example.com/socket',
      maxReconnectAttempts: 5,
      reconnectTimeout: 3000,
    });
  });

  it('leaves a file of the same name alone, which is of the application itself', async () => {
    workspace.create('/app/public/config.json', '{ "apiUrl": "https://api.example.com" }');
    const tree = await add();
    expect(tree.readText('/app/public/config.json')).toContain('apiUrl');
    expect(JSON.parse(tree.readText('/app/public/socket.config.json')).maxReconnectAttempts).toBe(5);
    expect(tree.readText(CONFIG)).toContain("withConfigFile('socket.config.json')");
  });

  it('finds where an application with modules provides things', async () => {
    workspace = await runner.runExternalSchematic(
      ANGULAR,
      'application',
      { name: 'old', projectRoot: 'old', standalone: false, skipInstall: true, ssr: false },
      workspace,
    );
    const tree = await add({ project: 'old' });
    const changed = tree.files.filter(
      (file) => file.startsWith('/old/src/') && tree.readText(file).includes('withPreset()'),
    );
    expect(changed).toEqual([jasmine.stringMatching(/module\.ts$/)]);
  });

  it('changes nothing the second time', async () => {
    workspace = await add();
    const before = [workspace.readText(CONFIG), workspace.readText('/app/public/config.json')];
    const again = await add({ baseUrl: 'wss://other.example.com/' });
    expect([again.readText(CONFIG), again.readText('/app/public/config.json')]).toEqual(before);
  });

  it('says so where there is no such application', async () => {
    await expectAsync(add({ project: 'shop' })).toBeRejectedWithError(/no application "shop"/);
  });
});
