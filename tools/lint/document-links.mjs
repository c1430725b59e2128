import { posix } from 'node:path';

/** `[text](target)`, also around a picture. */
const LINK = /\]\(([^()\s]+)\)/g;
/** A path in backticks that ends as our sources do; a `*` stands for any name. */
const SOURCE_NAME = /`((?:[\w@.*-]+\/)*[\w.*-]+\.(?:ts|mjs|cjs|html|scss))`/g;
const SCRIPT = /\bnpm run ([\w:-]*\w)/g;
const ELSEWHERE = /^[a-z]+:/;
const CODE_BLOCK = /^```.*?^```/gms;

/**
 * What Markdown documents name and the project does not have: the targets of links, headings in other documents among
 * them, sources that are named in backticks, and scripts of `npm run`. The name of a source may leave out the folders before
 * it, as a README's table does.
 * @param {ReadonlyMap<string, string>} documents the text of each, by its path with slashes
 * @param {readonly string[]} files every file of the project, by its path with slashes
 * @param {readonly string[]} scripts the names of those in `package.json`
 * @returns {string[]} `path: target`
 */
export function brokenReferences(documents, files, scripts) {
  const known = new Set(files.flatMap(withFolders));
  return [...documents].flatMap(([path, text]) => {
    const prose = text.replace(CODE_BLOCK, '');
    const links = targets(prose, LINK).filter((link) => !ELSEWHERE.test(link) && !leadsSomewhere(link, path));
    const names = targets(prose, SOURCE_NAME).filter((name) => !isNamed(name, files));
    const commands = targets(text, SCRIPT).filter((script) => !scripts.includes(script));
    return [...links, ...names, ...commands].map((target) => `${path}: ${target}`);
  });

  function leadsSomewhere(link, path) {
    const [file, heading] = link.split('#');
    const target = file === '' ? path : posix.join(posix.dirname(path), file).replace(/\/$/, '');
    if (!known.has(target)) return false;
    return heading === undefined || headingsOf(documents.get(target) ?? '').has(heading);
  }
}

/**
 * The folders beside a README that it does not name. Those for specs need not be.
 * @param {ReadonlyMap<string, string>} documents the text of each, by its path with slashes
 * @param {readonly string[]} files every file of the project, by its path with slashes
 * @returns {string[]} their paths
 */
export function unnamedFolders(documents, files) {
  const folders = new Set(files.map((file) => posix.dirname(file)).flatMap(withFolders));
  return [...folders].filter((folder) => {
    const readme = documents.get(posix.join(posix.dirname(folder), 'README.md'));
    const name = posix.basename(folder);
    return readme !== undefined && name !== 'testing' && !readme.includes(name);
  });
}

function targets(text, pattern) {
  return [...text.matchAll(pattern)].map(([, target]) => target);
}

/** A path, and every folder on the way to it. */
function withFolders(path) {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Whether a file has this path, or ends in it. */
function isNamed(name, files) {
  const end = name
    .replace(/^(?:\.\.?\/)+/, '')
    .split('*')
    .map(RegExp.escape)
    .join('[^/]*');
  const pattern = new RegExp(`(?:^|/)${end}$`);
  return files.some((file) => pattern.test(file));
}

/** The headings of a document as GitHub makes anchors of them. */
function headingsOf(text) {
  const headings = text.replace(CODE_BLOCK, '').matchAll(/^#+ (.+)$/gm);
  return new Set(Array.from(headings, ([, heading]) => anchorOf(heading)));
}

function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
