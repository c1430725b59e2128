import typescript from 'typescript';

const HAN = /\p{Script=Han}/u;
const HTML_COMMENT = /<!--.*?-->/gs;

/**
 * The literals in the application's sources that people would read in Chinese whichever language they have chosen.
 * Comments may say what they like.
 * @param {ReadonlyMap<string, string>} sources what is in each file, by its path with slashes
 * @returns {string[]} `path:line: literal`
 */
export function untranslated(sources) {
  return [...sources].flatMap(([path, text]) => {
    const literals = path.endsWith('.html') ? lines(text, 0) : scriptLiterals(path, text);
    return literals.filter(({ text }) => HAN.test(text)).map(({ line, text }) => `${path}:${line + 1}: ${text.trim()}`);
  });
}

/** Every text in quotes or backticks, a component's template too, by its lines. */
function scriptLiterals(path, source) {
  const file = typescript.createSourceFile(path, source, typescript.ScriptTarget.Latest);
  const found = [];
  const visit = (node) => {
    if (
      typescript.isStringLiteralLike(node) ||
      typescript.isTemplateHead(node) ||
      typescript.isTemplateMiddleOrTemplateTail(node)
    ) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(...lines(node.text, line));
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function lines(text, first) {
  const shown = text.replace(HTML_COMMENT, (comment) => comment.replace(/[^\n]/g, ''));
  return shown.split('\n').map((line, index) => ({ line: first + index, text: line }));
}
