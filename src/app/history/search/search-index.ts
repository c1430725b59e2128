import MiniSearch, { type Query, type SearchResult } from 'minisearch';

import type { HistoryContent } from '../store/history-store.ts';
import { type SearchDocument, searchDocuments } from './search-documents.ts';
import { folded } from '../../folding/folded-text.ts';
import { characters, isHan, queryWords, searchTokens, words } from './tokens.ts';

/** Something that was found. */
export interface Hit extends SearchDocument {
  /** The words that it was found by. */
  readonly terms: readonly string[];
}

/** How many hits are of use to anybody. */
const MAX_HITS = 60;

/** A word is worth more than the characters that it is made of. */
const CHARACTER_BOOST = 0.3;

/** What belongs to the word beside it, as in c++, c# and 100%; no word has it for the dictionary. */
const SIGN = /[#$%&+=@]/;

/** Finds prompts, replies and names by their words. */
export class SearchIndex {
  private documents: ReadonlyMap<string, SearchDocument> = new Map<string, SearchDocument>();
  /** The texts as they are compared, by the ids of their documents. */
  private comparable: ReadonlyMap<string, string> = new Map<string, string>();
  private readonly index = new MiniSearch<SearchDocument>({
    fields: ['text'],
    tokenize: searchTokens,
    processTerm: (term) => term,
    searchOptions: { tokenize: (text) => [...words(text)] },
  });

  /** Adds what is new in the history, in small pieces that do not block the page, and removes what is gone. */
  async update(content: HistoryContent): Promise<void> {
    const before = this.documents;
    const now = new Map(searchDocuments(content).map((document) => [document.id, document]));
    this.documents = now;
    for (const { id, text } of before.values()) {
      if (now.get(id)?.text !== text) this.index.discard(id);
    }
    const added = [...now.values()].filter(({ id, text }) => before.get(id)?.text !== text);
    this.comparable = new Map(
      [...now.values()].map(({ id, text }) => {
        const known = before.get(id)?.text === text ? this.comparable.get(id) : undefined;
        return [id, known ?? folded(text)];
      }),
    );
    await this.index.addAllAsync(added, { chunkSize: 200 });
  }

  /** The best hits first: by whole words and their beginnings, and then what stands within words, or is none. */
  find(query: string): readonly Hit[] {
    const byWords = this.findWithSigns(query);
    const found = new Set(byWords.map(({ id }) => id));
    const within = this.findWithin(query).filter(({ id }) => !found.has(id));
    return [...byWords, ...within].slice(0, MAX_HITS);
  }

  /** What has each part of the query anywhere: "fly" in dragonfly, 양이 in 고양이, an emoji. The newest first. */
  private findWithin(query: string): readonly Hit[] {
    const terms = folded(query)
      .split(/\s+/)
      .filter((part) => part !== '');
    if (terms.length === 0) return [];
    return [...this.documents.values()]
      .filter(({ id }) => terms.every((term) => this.comparable.get(id)?.includes(term) === true))
      .toSorted((one, other) => other.at - one.at)
      .map((document) => ({ ...document, terms }));
  }

  /** By words; parts with a sign stand in what is found just so. */
  private findWithSigns(query: string): readonly Hit[] {
    const parts = folded(query).split(/\s+/);
    const signed = parts.filter((part) => SIGN.test(part));
    const plain = parts.filter((part) => !SIGN.test(part)).join(' ');
    return this.findWords(queryWords(plain))
      .filter(({ id }) => signed.every((part) => this.comparable.get(id)?.includes(part) === true))
      .map((hit) => (signed.length === 0 ? hit : { ...hit, terms: [...hit.terms, ...signed] }));
  }

  private findWords(wanted: readonly string[]): readonly Hit[] {
    if (wanted.length === 0) return [];
    const found = this.index.search({ combineWith: 'AND', queries: wanted.map(queryOf) });
    const hits = found.flatMap((result) => this.hit(result));
    return hits.filter((hit) => wanted.every((word) => isThere(word, hit)));
  }

  private hit({ id, terms }: SearchResult): readonly Hit[] {
    const document = this.documents.get(String(id));
    return document === undefined ? [] : [{ ...document, terms }];
  }
}

/** Whether a word is in what was found: the characters of a Chinese one may also stand there apart. */
function isThere(word: string, { terms, text }: Hit): boolean {
  return !isHan(word) || terms.includes(word) || folded(text).includes(word);
}

/** A Chinese word may be divided otherwise in the text: then its characters are all there. */
function queryOf(word: string): Query {
  if (!isHan(word)) return { queries: [word], prefix: true, combineWith: 'AND' };
  const parts = characters(word);
  if (parts.length === 1) return word;
  return {
    combineWith: 'OR',
    queries: [word, { combineWith: 'AND', queries: parts, boost: { text: CHARACTER_BOOST } }],
  };
}
