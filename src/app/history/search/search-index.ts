import MiniSearch, { type Query, type SearchResult } from 'minisearch';

import type { HistoryContent } from '../store/history-store.ts';
import { type SearchDocument, searchDocuments } from './search-documents.ts';
import { characters, isHan, normalized, queryWords, searchTokens, words } from './tokens.ts';

/** Something that was found. */
export interface Hit extends SearchDocument {
  /** The words that it was found by. */
  readonly terms: readonly string[];
}

/** How many hits are of use to anybody. */
const MAX_HITS = 60;

/** A word is worth more than the characters that it is made of. */
const CHARACTER_BOOST = 0.3;

/** Finds prompts, replies and names by their words. */
export class SearchIndex {
  private documents: ReadonlyMap<string, SearchDocument> = new Map<string, SearchDocument>();
  private readonly index = new MiniSearch<SearchDocument>({
    fields: ['text'],
    tokenize: searchTokens,
    processTerm: (term) => term,
    searchOptions: { tokenize: (text) => [...words(text)] },
  });

  /** Takes in what is new in the history, a little at a time, and lets go of what is no longer there. */
  async update(content: HistoryContent): Promise<void> {
    const before = this.documents;
    const now = new Map(searchDocuments(content).map((document) => [document.id, document]));
    this.documents = now;
    for (const { id, text } of before.values()) {
      if (now.get(id)?.text !== text) this.index.discard(id);
    }
    const added = [...now.values()].filter(({ id, text }) => before.get(id)?.text !== text);
    await this.index.addAllAsync(added, { chunkSize: 200 });
  }

  /** The best hits first. The last word may be unfinished. */
  find(query: string): readonly Hit[] {
    const wanted = queryWords(query);
    if (wanted.length === 0) return [];
    const found = this.index.search({ combineWith: 'AND', queries: wanted.map(queryOf) });
    const hits = found.flatMap((result) => this.hit(result));
    return hits.filter((hit) => wanted.every((word) => isThere(word, hit))).slice(0, MAX_HITS);
  }

  private hit({ id, terms }: SearchResult): readonly Hit[] {
    const document = this.documents.get(String(id));
    return document === undefined ? [] : [{ ...document, terms }];
  }
}

/** Whether a word is in what was found: the characters of a Chinese one may also stand there apart. */
function isThere(word: string, { terms, text }: Hit): boolean {
  return !isHan(word) || terms.includes(word) || normalized(text).includes(word);
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
