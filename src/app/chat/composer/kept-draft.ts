import type { PromptOptions } from '../../../services/index.ts';
import type { KeptDraft } from './draft.ts';

/** Reads a draft as it was kept; undefined for a text that is none. What another version wrote costs only itself. */
export function keptDraft(json: string | null): KeptDraft | undefined {
  const kept = fieldsOf(parsed(json));
  if (kept === undefined) return undefined;
  const { text, options, attachments, waiting } = kept;
  return {
    text: typeof text === 'string' ? text : '',
    options: optionsOf(fieldsOf(options) ?? {}),
    attachments: wordsOf(attachments),
    waiting: wordsOf(waiting),
  };
}

function optionsOf({ seconds, size, seed }: Readonly<Record<string, unknown>>): PromptOptions {
  return {
    ...(typeof seconds === 'number' && { seconds }),
    ...(typeof size === 'string' && { size }),
    ...(typeof seed === 'number' && { seed }),
  };
}

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
