import { z } from 'zod';
import { DEFAULT_LIMITS } from '../protocol/index.ts';
import type { Decision } from './bot.ts';

/** How many shots a wish may become. */
const MAX_SHOTS = 6;

/** People may change a prompt, and send it: it is no longer than theirs may be. */
const filled = z.string().trim().min(1).max(DEFAULT_LIMITS.maxContentLength);

/** What a language model answers with. */
const ANSWER = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), reply: filled }),
  z.object({ kind: z.literal('clip'), reply: z.string(), prompt: filled }),
  z.object({ kind: z.literal('shots'), reply: z.string(), shots: z.array(filled).min(1) }),
]);

/** The text and the decision of a whole answer; undefined where it is none of those that were asked for. */
export function readAnswer(value: unknown): { readonly text: string; readonly decision: Decision } | undefined {
  const { success, data } = ANSWER.safeParse(value);
  return success ? { text: answerText(data), decision: decisionOf(data) } : undefined;
}

/**
 * The text of as much of an answer as there is. It only grows while an answer does: a prompt begins when the reply before
 * it is whole.
 */
export function answerText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const { reply, prompt, shots } = value as Readonly<Record<string, unknown>>;
  const said = typeof reply === 'string' ? reply.trim() : '';
  if (typeof prompt === 'string' && prompt.trim() !== '') return joined(said, `> ${oneLine(prompt)}`);
  if (!Array.isArray(shots)) return said;
  const lines = shots.flatMap((shot: unknown) => (typeof shot === 'string' ? oneLine(shot) : []));
  return joined(
    said,
    lines
      .slice(0, MAX_SHOTS)
      .map((line, index) => `${index + 1}. ${line}`)
      .join('\n'),
  );
}

function decisionOf(answer: z.infer<typeof ANSWER>): Decision {
  if (answer.kind === 'answer') return { kind: 'answer' };
  if (answer.kind === 'clip') return { kind: 'clip', prompt: answer.prompt };
  const [first = '', ...others] = answer.shots.slice(0, MAX_SHOTS);
  return others.length === 0 ? { kind: 'clip', prompt: first } : { kind: 'shots', prompts: [first, ...others] };
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
