import ts from 'typescript';
import { isPrivateMember } from './private-member.mjs';

/** What the comment of a stream has to say, by the words that say it. */
const OF_A_STREAM = {
  'hot or cold': /\b(hot|cold|for each subscription)\b/i,
  'what it replays': /\b(replays?|for each subscription)\b/i,
  'whether it errors and completes':
    /\b(errors?|fails?)\b[\s\S]*\bcompletes?\b|\bcompletes?\b[\s\S]*\b(errors?|fails?)\b/i,
};

/**
 * What the comments of an export leave open: it has none, one of its members has none, or a stream's says too little. What a
 * class says of all its streams counts for each of them.
 * @param {string} name
 * @param {ts.Symbol} symbol what is exported, aliases resolved
 * @param {ts.TypeChecker} checker
 * @returns {readonly string[]}
 */
export function uncommented(name, symbol, checker) {
  const comment = commentOf(symbol, checker);
  const owner = classOf(symbol, checker) ?? symbol;
  const ofAll = `${comment}\n${commentOf(owner, checker)}`;
  return [
    ...(comment === '' ? [`${name} has no comment`] : []),
    ...streamFaults(name, comment, symbol, checker),
    ...membersOf(owner).flatMap((member) => {
      const own = commentOf(member, checker);
      const full = `${name}.${member.name}`;
      if (own === '') return isConstant(member, checker) ? [] : [`${full} has no comment`];
      return streamFaults(full, `${ofAll}\n${own}`, member, checker);
    }),
  ];
}

/** The class that an export is another name of. */
function classOf(symbol, checker) {
  if ((symbol.flags & ts.SymbolFlags.TypeAlias) === 0) return undefined;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  return type.isClassOrInterface() || type.target?.isClassOrInterface() ? type.symbol : undefined;
}

/** Whether its type says all: one word, one number, or null. */
function isConstant(symbol, checker) {
  const [declaration] = symbol.declarations ?? [];
  const { flags } = declaration === undefined ? {} : checker.getTypeOfSymbolAtLocation(symbol, declaration);
  return (flags & (ts.TypeFlags.Unit | ts.TypeFlags.StringLiteral)) !== 0;
}

function streamFaults(name, comment, symbol, checker) {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || !isStream(checker.getTypeOfSymbolAtLocation(symbol, declaration))) return [];
  return Object.entries(OF_A_STREAM)
    .filter(([, words]) => !words.test(comment))
    .map(([missing]) => `${name} does not say: ${missing}`);
}

/** Whether it is an Observable, or a function that returns one. */
function isStream(type) {
  return [type, ...type.getCallSignatures().map((signature) => signature.getReturnType())].some(
    (one) => one.symbol?.name === 'Observable',
  );
}

/** The public members that it declares itself. */
function membersOf(symbol) {
  const declared = (symbol.declarations ?? []).filter(
    (node) => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node),
  );
  return declared
    .flatMap((node) => [...node.members])
    .filter((node) => !ts.isConstructorDeclaration(node) && !ts.isIndexSignatureDeclaration(node))
    .filter((node) => !isPrivateMember(node))
    .map((node) => node.symbol)
    .filter((member, index, all) => all.indexOf(member) === index);
}

function commentOf(symbol, checker) {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
}
