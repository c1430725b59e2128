import { join, relative } from 'node:path';
import ts from 'typescript';
import { isPrivateMember } from './private-member.mjs';
import { PROJECT } from '../setup/project.mjs';
import { uncommented } from './api-comments.mjs';

/** The entry points of the package, each with the file that holds the report on it. */
const REPORTS = [
  { entry: 'src/services/index.ts', report: 'packages/streams/api/streams.api.md' },
  { entry: 'src/protocol/index.ts', report: 'packages/streams/api/protocol.api.md' },
  { entry: 'src/services/testing/index.ts', report: 'packages/streams/api/testing.api.md' },
];

/**
 * What the entry points export, as users of the types see it: each declaration by its name, without comments and without
 * what is private. A change of this text is a change of the public API.
 * @returns {readonly { entry: string, report: string, text: string, faults: readonly string[] }[]} `faults`: what comments
 *   leave open
 */
export function apiReports() {
  const { program, checker } = declarations();
  return REPORTS.map(({ entry, report }) => {
    const file = program.getSourceFile(declarationFile(entry));
    const symbols = checker
      .getExportsOfModule(checker.getSymbolAtLocation(file))
      .map((symbol) => ({ name: symbol.name, symbol: resolved(symbol, checker) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const blocks = symbols.map(({ name, symbol }) => block(name, symbol));
    return {
      entry,
      report,
      text: `# The public API of \`${entry}\`\n\nWritten by \`npm run goldens\`.\n\n\`\`\`ts\n${blocks.join('\n\n')}\n\`\`\`\n`,
      faults: symbols.flatMap(({ name, symbol }) => uncommented(name, symbol, checker)),
    };
  });
}

/** A program over the declarations of the entry points, with the types that the compiler infers written out. */
function declarations() {
  const { config } = ts.readConfigFile(join(PROJECT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, PROJECT);
  const entries = REPORTS.map(({ entry }) => join(PROJECT, entry));
  const sources = ts.createProgram(entries, { ...options, declaration: true, emitDeclarationOnly: true });
  const texts = new Map();
  // Written with `.js`, an import is resolved to the declarations, and not to the sources beside them.
  const write = (file, text) => texts.set(file, text.replaceAll(/(\bfrom ')(\.[^']+)\.ts'/g, "$1$2.js'"));
  sources.emit(undefined, write, undefined, true);
  const program = programOf(texts, { ...options, noEmit: true });
  return { program, checker: program.getTypeChecker() };
}

function programOf(texts, options) {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const isSource = (file) => texts.has(file.replace(/\.ts$/, '.d.ts'));
  host.fileExists = (file) => texts.has(file) || (!isSource(file) && fileExists(file));
  host.readFile = (file) => texts.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version, true);
  };
  return ts.createProgram([...texts.keys()], options, host);
}

function declarationFile(entry) {
  return join(PROJECT, entry).replace(/\.ts$/, '.d.ts');
}

function resolved(symbol, checker) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function block(name, symbol) {
  const declared = (symbol.declarations ?? []).filter(
    (node) => !node.getSourceFile().fileName.includes('node_modules'),
  );
  const origin = declared[0] && relative(PROJECT, declared[0].getSourceFile().fileName).replace(/\.d\.ts$/, '.ts');
  const from = symbol.name === name ? origin : `${symbol.name} of ${origin}`;
  return [`// ${name}: ${from}`, ...declared.map(textOf)].join('\n');
}

const printer = ts.createPrinter({ removeComments: true });

function textOf(node) {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const shown = ts.isClassDeclaration(statement) ? withoutPrivates(statement) : statement;
  return printer.printNode(ts.EmitHint.Unspecified, shown, statement.getSourceFile());
}

function withoutPrivates(node) {
  const members = node.members.filter((member) => !isPrivateMember(member));
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}
