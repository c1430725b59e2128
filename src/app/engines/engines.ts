import { computed, inject, Service } from '@angular/core';

import { type EngineProfile, WebSocketService } from '../../services/index.ts';
import { preference } from '../preferences/preference.ts';

/** The engines of the server, and the one that the person prefers in this browser. */
@Service()
export class Engines {
  private readonly socket = inject(WebSocketService);
  private readonly preference = preference<string>({ key: 'ask-kitten.engine', initial: '', accepts: () => true });

  /** Those that a prompt may choose, the default first; none before the server has said so, or where it says nothing. */
  readonly offered = computed<readonly EngineProfile[]>(() => this.socket.welcome()?.engines ?? []);
  /** Whether there is anything to choose. */
  readonly isChoice = computed(() => this.offered().length > 1);
  /** Whether any of them takes money. */
  readonly havePrices = computed(() => this.offered().some(({ price }) => price !== undefined));
  /** The id of the one that was chosen last, also where this server has it not; empty for none. */
  readonly preferredId = this.preference.value;

  /** Prefers an engine from now on, by its id. */
  prefer(id: string): void {
    this.preference.set(id);
  }

  /** One of those that there are. */
  find(id: string | undefined): EngineProfile | undefined {
    return this.offered().find((engine) => engine.id === id);
  }

  /** What makes a prompt that names this one, or none: then the default does. */
  makerOf(id: string | undefined): EngineProfile | undefined {
    return id === undefined ? this.offered()[0] : this.find(id);
  }

  /** Whether a prompt names an engine that the server no longer has. */
  isGone(id: string | undefined): boolean {
    return id !== undefined && this.offered().length > 0 && this.find(id) === undefined;
  }

  /** Those that a clip could be made with once more: all but the one that it was made with. */
  othersThan(id: string | undefined): readonly EngineProfile[] {
    if (!this.isChoice()) return [];
    const [usual] = this.offered();
    return this.offered().filter((engine) => engine.id !== (id ?? usual?.id));
  }
}
