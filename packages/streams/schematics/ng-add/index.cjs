const { chain, SchematicsException } = require('@angular-devkit/schematics');
const { addRootProvider, readWorkspace } = require('@schematics/angular/utility');

const PACKAGE = '@ask-kitten/streams';
const ENDPOINT_PATH = '/api/ws/video-generation';

/**
 * `ng add @ask-kitten/streams`: provides the service in the application's configuration, and puts a configuration file
 * where it reads it. What is there already stays as it is.
 * @param {{ project: string, baseUrl?: string }} options
 * @returns {import('@angular-devkit/schematics').Rule}
 */
exports.ngAdd = ({ project, baseUrl }) => chain([addProvider(project), addConfigFile(project, baseUrl)]);

function addProvider(project) {
  return async (tree, context) => {
    const { sourceRoot, root } = await applicationOf(tree, project);
    if (isProvided(tree, sourceRoot ?? `${root}/src`)) {
      context.logger.info('provideWebSocket() is there already.');
      return undefined;
    }
    return addRootProvider(project, ({ code, external }) => {
      const [provide, preset, file] = ['provideWebSocket', 'withPreset', 'withConfigFile'].map((name) =>
        external(name, PACKAGE),
      );
      return code`${provide}({}, ...${preset}(), ${file}('config.json'))`;
    });
  };
}

function addConfigFile(project, baseUrl = ENDPOINT_PATH) {
  return async (tree, context) => {
    const { root } = await applicationOf(tree, project);
    const file = [root, 'public', 'config.json'].filter(Boolean).join('/');
    if (tree.exists(file)) {
      context.logger.warn(`${file} is there already: see that what the socket needs is in it.`);
      return;
    }
    const config = { baseUrl, maxReconnectAttempts: 5, reconnectTimeout: 3000 };
    tree.create(file, `${JSON.stringify(config, null, 2)}\n`);
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
    isFound ||= path.endsWith('.ts') && /\bprovideWebSocket\(/.test(tree.readText(path));
  });
  return isFound;
}
