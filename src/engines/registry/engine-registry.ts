import type { EngineProfile, NamesByLanguage } from '../../protocol/index.ts';
import { GuardedEngine } from '../port/guarded-engine.ts';
import type { VideoEngine } from '../port/video-engine.ts';

/** An engine as a gateway offers it. */
export interface OfferedEngine {
  /** What people are told of it. */
  readonly profile: EngineProfile;
  readonly engine: VideoEngine;
  /** All the subjects that it knows, by their words; absent where it knows none by words. */
  readonly subjects?: () => Readonly<Record<string, NamesByLanguage>>;
  /** Jobs that run on it at once; default 1. */
  readonly concurrency?: number;
  /** Whether each process that has the engine may run so many, as where it draws there itself; default: all together. */
  readonly isPerProcess?: boolean;
  /** How long a job may take from its start on, in milliseconds. Default: for ever. */
  readonly deadlineMs?: number;
}

/** An engine that holds to its port whatever it does itself. */
export type RegisteredEngine = Required<Omit<OfferedEngine, 'deadlineMs' | 'subjects'>> &
  Pick<OfferedEngine, 'subjects'>;

/** The engines of a gateway, by their ids. The first is the default. */
export class EngineRegistry {
  readonly #engines: ReadonlyMap<string, RegisteredEngine>;
  readonly default: RegisteredEngine;

  /** Throws where two have the same id. */
  constructor(engines: readonly [OfferedEngine, ...OfferedEngine[]]) {
    const [first, ...others] = engines;
    this.default = registered(first);
    const all = [this.default, ...others.map(registered)];
    this.#engines = new Map(all.map((each) => [each.profile.id, each]));
    if (this.#engines.size !== all.length) throw new Error('two engines have the same id');
  }

  /** A registry of one engine, whose name is its id. */
  static of(engine: VideoEngine): EngineRegistry {
    return new EngineRegistry([{ profile: { id: engine.info.name, ...engine.info }, engine }]);
  }

  /** What people are told of each engine, the default first. */
  get profiles(): readonly EngineProfile[] {
    return [...this.#engines.values()].map(({ profile }) => profile);
  }

  /** The engine of an id; without one the default; undefined where there is none of that id. */
  find(id: string | undefined): RegisteredEngine | undefined {
    return id === undefined ? this.default : this.#engines.get(id);
  }

  /** What keeps engines from making clips, in a line for whoever runs them about each, as far as asking costs nothing. */
  async troubles(signal: AbortSignal): Promise<readonly string[]> {
    const each = [...this.#engines.values()].map(async ({ profile, engine }) => {
      const troubles = (await engine.troubles?.(signal)) ?? [];
      return troubles.map((trouble) => `The engine "${profile.id}": ${trouble}`);
    });
    return (await Promise.all(each)).flat();
  }

  /** Closes every engine. */
  async close(): Promise<void> {
    await Promise.all([...this.#engines.values()].map(({ engine }) => engine.close()));
  }
}

function registered({
  profile,
  engine,
  subjects,
  concurrency = 1,
  isPerProcess = false,
  deadlineMs,
}: OfferedEngine): RegisteredEngine {
  return {
    profile,
    concurrency,
    isPerProcess,
    ...(subjects && { subjects }),
    engine: new GuardedEngine(engine, deadlineMs === undefined ? {} : { deadlineMs }),
  };
}
