import { inject, Service } from '@angular/core';
import type { EngineProfile, NamesByLanguage } from '../../services/index.ts';
import { Engines } from '../engines/engines.ts';

/** Subjects by their words, with what people call them. */
export type SubjectNames = Readonly<Record<string, NamesByLanguage>>;

/** All the subjects of engines, which are too many to be told in a greeting. */
@Service()
export class Subjects {
  private readonly engines = inject(Engines);
  private readonly loaded = new Map<string, Promise<SubjectNames>>();

  /** Those of an engine; where they can't be had, those that it offers. Never rejects. */
  of(engineId: string | undefined): Promise<SubjectNames> {
    const engine = this.engines.find(engineId) ?? this.engines.offered()[0];
    const offered = engine?.scene?.subject ?? {};
    if (engine?.subjects === undefined) return Promise.resolve(offered);
    const { subjects: address } = engine;
    const loading = this.loaded.get(address) ?? load(address);
    this.loaded.set(address, loading);
    return loading.catch(() => {
      // The next time it may be there.
      this.loaded.delete(address);
      return offered;
    });
  }
}

async function load(address: NonNullable<EngineProfile['subjects']>): Promise<SubjectNames> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status}`);
  const known = Object.entries((await response.json()) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(known.filter((entry): entry is [string, NamesByLanguage] => areNames(entry[1])));
}

function areNames(value: unknown): value is NamesByLanguage {
  return typeof value === 'object' && value !== null && Object.values(value).every((name) => typeof name === 'string');
}
