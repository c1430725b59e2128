import type { PromptOptions } from '../../services/index.ts';
import { fieldsOf, parseJson } from '../preferences/parse-json.ts';

/** What is being written. */
export interface DraftContent {
  readonly text: string;
  readonly options: PromptOptions;
  /** Addresses of reference images that the server has. */
  readonly attachments: readonly string[];
}

/** A draft as it is saved. */
export interface StoredDraft extends DraftContent {
  /** Ids of reference images that are still to be uploaded. */
  readonly waiting: readonly string[];
}

/** A draft in which nothing is written. */
export const EMPTY_DRAFT: StoredDraft = { text: '', options: {}, attachments: [], waiting: [] };

/** Whether a draft is not worth saving. */
export function isEmptyDraft({ text, options, attachments, waiting }: StoredDraft): boolean {
  return text === '' && attachments.length + waiting.length + Object.keys(options).length === 0;
}

/** Whether the same is written in two drafts. */
export function isSameDraft(one: DraftContent, other: DraftContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Reads a draft from its JSON; an empty one where there is none. Fields that another version wrote differently are
 * ignored, the others stay.
 */
export function parseDraft(json: string | null): StoredDraft {
  const fields = fieldsOf(parseJson(json));
  if (fields === undefined) return EMPTY_DRAFT;
  const { text, options, attachments, waiting } = fields;
  return {
    text: typeof text === 'string' ? text : '',
    options: optionsOf(fieldsOf(options) ?? {}),
    attachments: wordsOf(attachments),
    waiting: wordsOf(waiting),
  };
}

function optionsOf({ seconds, size, seed, engine }: Readonly<Record<string, unknown>>): PromptOptions {
  return {
    ...(typeof seconds === 'number' && { seconds }),
    ...(typeof size === 'string' && { size }),
    ...(typeof seed === 'number' && { seed }),
    ...(typeof engine === 'string' && { engine }),
  };
}

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}
