import type { PromptOptions } from '../../../services/index.ts';
import type { DraftContent } from './draft.ts';

/** Reads a draft as it was kept; undefined for a text that is none. What another version wrote costs only itself. */
export function keptDraft(json: string | null): DraftContent | undefined {
  const kept = fieldsOf(parsed(json));
  if (kept === undefined) return undefined;
  const { text, options, attachments } = kept;
  return {
    text: typeof text === 'string' ? text : '',
    options: optionsOf(fieldsOf(options) ?? {}),
    attachments: Array.isArray(attachments) ? attachments.filter((url) => typeof url === 'string') : [],
  };
}

function optionsOf({ seconds, size, seed }: Readonly<Record<string, unknown>>): PromptOptions {
  return {
    ...(typeof seconds === 'number' && { seconds }),
    ...(typeof size === 'string' && { size }),
    ...(typeof seed === 'number' && { seed }),
  };
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
