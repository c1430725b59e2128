import { computed, effect, inject, Service, untracked } from '@angular/core';

import type { SceneWords } from '../../services/index.ts';
import { Engines } from '../engines/engines.ts';
import { jsonPreference } from '../preferences/json-preference.ts';
import { fieldsOf } from '../preferences/parse-json.ts';

/** The name of the engine that makes what names none. */
const DEFAULT = '';

/** What engines call the words of a scene; kept, so that works are called the same without a connection. */
@Service()
export class SceneVocabulary {
  private readonly engines = inject(Engines);
  private readonly kept = jsonPreference('ask-kitten.scene-words', (content) => fieldsOf(content) ?? {});
  private readonly told = computed(() => {
    const [usual, ...others] = this.engines.offered();
    const named = [usual, ...others].flatMap((engine) => (engine?.scene ? [[engine.id, engine.scene] as const] : []));
    return Object.fromEntries([...(usual?.scene ? [[DEFAULT, usual.scene] as const] : []), ...named]);
  });

  constructor() {
    effect(() => {
      const told = this.told();
      if (this.engines.offered().length > 0) untracked(() => this.kept.set(told));
    });
  }

  /** The words of an engine, by its id, or of the one that makes what names none; undefined where they were never told. */
  of(engineId: string | undefined): SceneWords | undefined {
    const known = this.engines.offered().length > 0 ? this.told() : this.kept.value();
    return fieldsOf(known[engineId ?? DEFAULT]);
  }
}
