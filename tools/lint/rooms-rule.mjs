import { dirname, relative, resolve, sep } from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { ROOMS } from './rooms.mjs';

/** Reports an import that crosses the walls between the rooms of `src`. */
export const roomsRule = {
  meta: {
    type: 'problem',
    docs: { description: 'keep to the imports that a room of src may have' },
    messages: {
      room: 'The room {{from}} may not import the room {{to}}.',
      door: 'The room {{to}} is entered through its index.ts.',
      package: 'The room {{from}} may not import the package {{to}}.',
      outside: 'The room {{from}} may not import what is outside of src.',
    },
    schema: [],
  },
  create(context) {
    const file = pathInSource(context.filename);
    const from = roomOf(file);
    if (from === undefined) return {};
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const fault = importFault({ file, from, specifier: source.value });
      if (fault !== undefined) context.report({ node: source, ...fault });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    };
  },
};

function importFault({ file, from, specifier }) {
  if (!specifier.startsWith('.')) return packageFault({ file, from, specifier });
  const target = pathInSource(resolve(PROJECT, 'src', dirname(file), specifier));
  const to = roomOf(target);
  if (to === from) return undefined;
  if (to === undefined) return { messageId: 'outside', data: { from } };
  if (!ROOMS[from].rooms.includes(to)) return { messageId: 'room', data: { from, to } };
  const isDoor = target === `${to}/index.ts` || (isForSpecs(file) && isForSpecs(target));
  return isDoor ? undefined : { messageId: 'door', data: { to } };
}

/** Specs may use what they like to test with; what they test may not. */
function packageFault({ file, from, specifier }) {
  const isAllowed = ROOMS[from].packages.some((name) =>
    name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name,
  );
  return isAllowed || isForSpecs(file) ? undefined : { messageId: 'package', data: { from, to: specifier } };
}

function isForSpecs(file) {
  return /\.spec\.ts$|\/testing\//.test(file);
}

/** A path relative to `src`, with slashes. */
function pathInSource(path) {
  return relative(resolve(PROJECT, 'src'), path).split(sep).join('/');
}

/** The room that a path is in; undefined outside of them. */
function roomOf(path) {
  const [room, ...rest] = path.split('/');
  return rest.length > 0 && Object.hasOwn(ROOMS, room) ? room : undefined;
}
