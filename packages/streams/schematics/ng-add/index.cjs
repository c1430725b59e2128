const { chain, SchematicsException } = require('@angular-devkit/schematics');
const { addRootProvider, readWorkspace } = require('@schematics/angular/utility');

const PACKAGE = '@ask-kitten/streams';
const ENDPOINT_PATH = '/api/ws/video-generation';

/** Where the configuration goes; the second one where the application has a file of the first one's name. */
const FILES = ['config.json', 'socket.config.json'];

/**
 * `ng add @ask-kitten/streams`: provides the service in the application's configuration, and puts a configuration file
 * where it reads it. What is there already stays as it is.
 * @param {{ project: string, baseUrl?: string }} options
 * @returns {import('@angular-devkit/schematics').Rule}
 */
exports.ngAdd =
  ({ project, baseUrl = ENDPOINT_PATH }) =>
  async (tree, context) => {
    const { sourceRoot, root } = await applicationOf(tree, project);
    if (isProvided(tree, sourceRoot ?? `${root}/src`)) {
      context.logger.info('provideWebSocket() is there already.');
      return undefined;
    }
    const folder = [root, 'public'].filter(Boolean).join('/');
    const file = FILES.find((name) => !tree.exists(`${folder}/${name}`)) ?? FILES.at(-1);
    return chain([addProvider(project, file), addConfigFile(`${folder}/${file}`, baseUrl)]);
  };

function addProvider(project, file) {
  return addRootProvider(project, ({ code, external }) => {
    const [provide, preset, configFile] = ['provideWebSocket', 'withPreset', 'withConfigFile'].map((name) =>
      external(name, PACKAGE),
    );
    return code`${provide}({}, ...${preset}(), ${configFile}('${file}'))`;
  });
}

function addConfigFile(path, baseUrl) {
  return (tree) => {
    const config = { baseUrl, maxReconnectAttempts: 5, reconnectTimeout: 3000 };
    if (!tree.exists(path)) tree.create(path, `${JSON.stringify(config, null, 2)}\n`);
  };
}

async function applicationOf(tree, name) {
  const application = (await readWorkspace(tree)).projects.get(name);
  if (application?.extensions.projectType !== 'application') {
    throw new SchematicsException(`There is no application ${JSON.stringify(name)} in this workspace.`);
  }
  return application;
}

function isProvided(tree, sourceRoot) {
  let isFound = false;
  tree.getDir(sourceRoot).visit((path) => {
    const isSource = path.endsWith('.ts') && !path.endsWith('.spec.ts');
    isFound ||= isSource && /\bprovide(Lean)?WebSocket\(/.test(tree.readText(path));
  });
  return isFound;
}
