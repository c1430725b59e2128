// Old Nodes read this file and the ones that `npm start` and its sisters name: it keeps to what they can read.

/** The oldest Node that can do the set-up; the rest runs on the Node that the set-up installs. */
const OLDEST_NODE = 20;

/**
 * Whether a Node can do the set-up.
 * @param {string} version for example `20.11.1`
 */
export function isNewEnough(version) {
  return Number(version.split('.')[0]) >= OLDEST_NODE;
}

/**
 * Loads a program where this Node is new enough, and otherwise says in one line what is needed.
 * @param {() => Promise<unknown>} load imports it: by then, so that an old Node need not read it
 */
export function withNewEnoughNode(load) {
  if (isNewEnough(process.versions.node)) return load();
  console.error(`Ask Kitten needs Node ${OLDEST_NODE} or later; this is Node ${process.versions.node}.`);
  process.exitCode = 1;
  return undefined;
}
