import type { PromptMessage } from '../../protocol/index.ts';
import type { Job } from '../ports/index.ts';
import { derivedUuid } from './derived-uuid.ts';

/**
 * The prompt of a shot of a wish, with the options and reference images of that. Its id is the same each time, so that the
 * shot becomes one job however often it is added.
 */
export function shotPrompt({ id, prompt }: Job, index: number, content: string): PromptMessage {
  const { options, attachments } = prompt;
  return {
    type: 'text',
    id: derivedUuid(`shot ${index} of ${id}`),
    content,
    ...(options && { options }),
    ...(attachments && { attachments }),
    follows: prompt.id,
    verbatim: true,
  };
}
