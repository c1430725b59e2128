import type { Job, JobTally } from '../ports/index.ts';

type WithJob = readonly { readonly job: Job }[];

/** Counts jobs by engine. An engine that has had one stays, with 0: a curve that just ends says nothing. */
export class EngineTally {
  readonly #engines = new Set<string>();

  count(waiting: WithJob, running: WithJob): readonly JobTally[] {
    const [waitingOf, runningOf] = [countByEngine(waiting), countByEngine(running)];
    for (const engine of [...waitingOf.keys(), ...runningOf.keys()]) this.#engines.add(engine);
    return [...this.#engines].map((engine) => ({
      engine,
      waiting: waitingOf.get(engine) ?? 0,
      running: runningOf.get(engine) ?? 0,
    }));
  }
}

function countByEngine(jobs: WithJob): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { job } of jobs) {
    const engine = job.prompt.options?.engine ?? '';
    counts.set(engine, (counts.get(engine) ?? 0) + 1);
  }
  return counts;
}
