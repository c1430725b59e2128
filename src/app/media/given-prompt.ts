import type { ImageMessage, PromptMessage, VideoMessage } from '../../services/index.ts';

/** A clip or still with what was asked, where that is known. */
export interface Asked {
  readonly message: VideoMessage | ImageMessage;
  readonly prompt?: PromptMessage | undefined;
}

/** What is varied or asked again: what the engine was given, where a bot has made that of a wish. */
export function givenPrompt({ message, prompt }: Asked): PromptMessage | undefined {
  const given = message.type === 'video' ? message.madeWith?.prompt : undefined;
  return prompt && given !== undefined ? { ...prompt, content: given, verbatim: true } : prompt;
}

/** In which words: what the engine was given, where that is known; else what was asked. */
export function givenWords({ message, prompt }: Asked): string | undefined {
  return (message.type === 'video' ? message.madeWith?.prompt : undefined) ?? prompt?.content;
}
