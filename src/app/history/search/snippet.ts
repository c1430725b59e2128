import { foldedWithPlaces } from '../../folding/folded-text.ts';

/** A piece of a text; one that was searched for is marked. */
export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** How much of the text is shown before the first match, and in all, in characters. */
const BEFORE = 12;
const LENGTH = 90;

/** The part of a text around its first match, in pieces. */
export function snippet(text: string, terms: readonly string[]): readonly SnippetPart[] {
  const line = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const matches = findAll(line, terms);
  const from = wordStart(line, Math.max(0, (matches[0]?.from ?? 0) - BEFORE), matches[0]?.from ?? 0);
  const to = Math.min(line.length, from + LENGTH);
  const parts: SnippetPart[] = from > 0 ? [{ text: '…', isMatch: false }] : [];
  let at = from;
  for (const match of matches) {
    if (match.from >= to) break;
    parts.push({ text: line.slice(at, match.from), isMatch: false });
    at = Math.min(match.to, to);
    parts.push({ text: line.slice(match.from, at), isMatch: true });
  }
  parts.push({ text: line.slice(at, to) + (to < line.length ? '…' : ''), isMatch: false });
  return parts.filter((part) => part.text !== '');
}

/** Within a word of a script that divides them by spaces. */
const WITHIN_WORD = /^[^\s\p{Script=Han}]{2}$/u;

/** Where the first whole word begins from a place on; the place itself where none does before `end`. */
function wordStart(line: string, from: number, end: number): number {
  const space = WITHIN_WORD.test(line.slice(from - 1, from + 1)) ? line.slice(from, end).indexOf(' ') : -1;
  return space === -1 ? from : from + space + 1;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where the terms are in a text, in order, with those that touch taken together. */
function findAll(text: string, terms: readonly string[]): readonly Range[] {
  const { text: comparable, starts } = foldedWithPlaces(text);
  const ranges = terms
    .flatMap((term) => occurrences(comparable, term))
    .map(({ from, to }) => ({ from: starts[from] ?? 0, to: starts[to] ?? text.length }))
    .toSorted((one, other) => one.from - other.from);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last === undefined || range.from > last.to) merged.push(range);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return merged;
}

function occurrences(text: string, term: string): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(term); at !== -1 && term !== ''; at = text.indexOf(term, at + term.length)) {
    found.push({ from: at, to: at + term.length });
  }
  return found;
}
