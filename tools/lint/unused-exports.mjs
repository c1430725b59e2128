import { dirname, join } from 'node:path/posix';
import typescript from 'typescript';

/**
 * The values that a file exports and no other file imports. What an index.ts passes on is offered, so it counts as
 * imported; a type may be exported because an exported value is of it.
 * @param {ReadonlyMap<string, string>} sources what is in each file, by its path with slashes
 * @returns {string[]} `path: name`
 */
export function unusedExports(sources) {
  const offered = [];
  const taken = new Set();
  for (const [path, text] of sources) {
    const file = typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest);
    for (const statement of file.statements)
      offered.push(...declaredExports(statement).map((name) => ({ path, name })));
    visit(file, (node) => {
      for (const { from, name } of imports(node)) taken.add(key(join(dirname(path), from), name));
    });
  }
  return offered
    .filter(({ path, name }) => !taken.has(key(path, name)) && !taken.has(key(path, '*')))
    .map(({ path, name }) => `${path}: ${name}`);
}

function key(path, name) {
  return `${path}#${name}`;
}

/** The names that a statement declares and exports; passing on what another file declares is none of that. */
function declaredExports(statement) {
  const isExported = statement.modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.ExportKeyword);
  if (!isExported || typescript.isInterfaceDeclaration(statement) || typescript.isTypeAliasDeclaration(statement))
    return [];
  const declarations = typescript.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
  return declarations.flatMap(({ name }) => (name && typescript.isIdentifier(name) ? [name.text] : []));
}

/** What a node takes from other files, `*` for everything. */
function imports(node) {
  const from = specifier(node);
  if (!from?.startsWith('.')) return [];
  const bindings = typescript.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  const isNamed = bindings && (typescript.isNamedImports(bindings) || typescript.isNamedExports(bindings));
  if (!isNamed) return [{ from, name: '*' }];
  return bindings.elements.map(({ name, propertyName }) => ({ from, name: (propertyName ?? name).text }));
}

/** The file that a node names: an import, an export from another file, `import()`, or an import type. */
function specifier(node) {
  const { SyntaxKind } = typescript;
  if (typescript.isImportDeclaration(node) || typescript.isExportDeclaration(node)) return node.moduleSpecifier?.text;
  if (typescript.isImportTypeNode(node)) return node.argument.literal?.text;
  const isImportCall = typescript.isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword;
  return isImportCall ? node.arguments[0]?.text : undefined;
}

function visit(node, look) {
  look(node);
  typescript.forEachChild(node, (child) => visit(child, look));
}
