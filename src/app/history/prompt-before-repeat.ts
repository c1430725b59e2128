import type { PromptMessage } from '../../services/index.ts';

/**
 * The prompt before one that is asked again: the one before the first asking, or that itself where it began the
 * conversation. Without any, a device that has only what the server keeps would take it for a conversation of its own.
 */
export function promptBeforeRepeat({ id, follows = id }: PromptMessage): string {
  return follows;
}
