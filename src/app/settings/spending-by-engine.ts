import type { EngineProfile, MadeWith, ServerMessage, VideoMessage } from '../../services/index.ts';
import { clipSeconds, costOf, type Money, mostCostOf, sumOf } from '../engines/price.ts';
import type { HistoryContent } from '../history/store/history-store.ts';
import { unsettledJobs } from './unsettled-jobs.ts';

/** What the clips of an engine have cost. */
export interface Spent {
  readonly id: string;
  readonly name: string;
  readonly clips: number;
  readonly sums: readonly Money[];
}

/** What jobs may have cost that have ended without a clip. */
export interface Unsettled {
  readonly jobs: number;
  /** At most; empty where nobody knows. */
  readonly sums: readonly Money[];
}

type Maker = Pick<EngineProfile, 'id' | 'name' | 'price'>;

/** A clip of which it is known what made it. */
type Clip = VideoMessage & { readonly madeWith: MadeWith };

/** The messages of the conversations that are not deleted, oldest first. */
export function messagesOf({ conversations, events }: HistoryContent): readonly ServerMessage[] {
  const deleted = new Set(conversations.filter(({ deletedAt }) => deletedAt !== undefined).map(({ id }) => id));
  return events.flatMap(({ conversationId, event }) =>
    event.kind === 'gap' || deleted.has(conversationId) ? [] : event.message,
  );
}

/** What the clips among some messages have cost, by engine: those that there are, and then those that are gone. */
export function spentOnClips(messages: readonly ServerMessage[], offered: readonly EngineProfile[]): readonly Spent[] {
  const clips = messages.filter(isClip);
  return makersOf(clips, offered)
    .map((engine) => spentOn(engine, clips))
    .filter((spent) => spent.clips > 0);
}

/** What the jobs among some messages may have cost that have ended without a clip; null where there are none. */
export function unsettledOf(messages: readonly ServerMessage[], offered: readonly EngineProfile[]): Unsettled | null {
  const costs = unsettledJobs(messages).flatMap(({ id, price: taken, options = {} }) => {
    const engine = offered.find((each) => each.id === id);
    const price = taken ?? engine?.price;
    if (price === undefined || price.amount === 0) return [];
    return [mostCostOf({ price, ...(engine?.seconds && { seconds: engine.seconds }) }, options)];
  });
  if (costs.length === 0) return null;
  const known = costs.filter((cost) => cost !== undefined);
  return { jobs: costs.length, sums: known.length === costs.length ? sumOf(known) : [] };
}

function makersOf(clips: readonly Clip[], offered: readonly EngineProfile[]): readonly Maker[] {
  const gone = clips.map(({ madeWith }) => madeWith);
  const byId = new Map<string, Maker>(gone.map((made) => [made.id, { id: made.id, name: made.name }]));
  for (const { id } of offered) byId.delete(id);
  return [...offered, ...byId.values()];
}

function spentOn({ id, name, price }: Maker, clips: readonly Clip[]): Spent {
  const costs = clips.flatMap((clip) => {
    const { madeWith } = clip;
    if (madeWith.id !== id) return [];
    const seconds = clipSeconds(clip) ?? 0;
    // Older clips have no price stored with them: they count by what the engine takes now.
    const taken = madeWith.price ?? price;
    return (taken && costOf({ price: taken }, { seconds })) ?? [];
  });
  return { id, name, clips: costs.length, sums: sumOf(costs) };
}

function isClip(message: ServerMessage): message is Clip {
  return message.type === 'video' && message.madeWith !== undefined;
}
