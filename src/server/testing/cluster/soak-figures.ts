import type { PromptMessage } from '../../../protocol/index.ts';
import { label } from '../../ports/testing/messages.ts';
import type { SoakClient } from './soak-client.ts';

/** What became of what was sent. */
export interface SoakFigures {
  readonly sent: number;
  readonly accepted: number;
  readonly clips: number;
  /** Jobs that ended because nobody knows whether they were begun elsewhere when their worker was killed. */
  readonly inDoubt: number;
  /** Prompts without an end. */
  readonly lost: number;
  /** Prompts with two ends, or with two of anything that is told once. */
  readonly twice: number;
  /** Prompts that were accepted before one that was sent earlier, and not refused: a database that is away refuses. */
  readonly outOfOrder: number;
  /** Codes whose messages have a gap, or a number twice. */
  readonly withGaps: number;
}

/** What they have to be where nothing went wrong. */
export function faultless(sent: number): Partial<SoakFigures> {
  return { sent, accepted: sent, lost: 0, twice: 0, outOfOrder: 0, withGaps: 0 };
}

const ENDS: readonly string[] = ['completed', 'cancelled', 'error'];
const ONCE: readonly string[] = ['accepted', 'text', 'image', 'video'];

/** Counts what each client was sent. */
export function soakFigures(clients: readonly SoakClient[]): SoakFigures {
  const stories = clients.flatMap(({ client, sent }) => sent.map((each) => client.storyOf(each)));
  const count = (holds: (story: readonly string[]) => boolean): number => stories.filter(holds).length;
  const has = (story: readonly string[], names: readonly string[]): number =>
    story.filter((event) => names.includes(event)).length;
  return {
    sent: stories.length,
    accepted: count((story) => story.includes('accepted')),
    clips: count((story) => story.includes('video')),
    inDoubt: clients.reduce((sum, client) => sum + doubtsOf(client), 0),
    lost: count((story) => has(story, ENDS) === 0),
    twice: count((story) => has(story, ENDS) > 1 || ONCE.some((name) => has(story, [name]) > 1)),
    outOfOrder: clients.reduce((sum, client) => sum + outOfOrder(client), 0),
    withGaps: clients.filter(({ client }) => client.durable.some(({ seq }, index) => seq !== index + 1)).length,
  };
}

/** The figures, a name and a number on each line. */
export function printFigures(title: string, figures: object): void {
  const rows = Object.entries(figures).map(([name, value]) => `  ${name.padEnd(28)}${String(value).padStart(8)}`);
  process.stdout.write(`${[title, ...rows].join('\n')}\n`);
}

function doubtsOf({ client }: SoakClient): number {
  return client.durable.filter((each) => each.type === 'error' && each.code === 'engine_uncertain').length;
}

function outOfOrder({ client, sent, refused }: SoakClient): number {
  const accepted = client.durable.filter((each) => label(each) === 'accepted').map(({ replyTo }) => replyTo);
  const inOrder = sent.filter(({ id }: PromptMessage) => !refused.has(id));
  const places = inOrder.map(({ id }) => accepted.indexOf(id)).filter((place) => place >= 0);
  return places.filter((place, index) => index > 0 && place < (places[index - 1] ?? 0)).length;
}
