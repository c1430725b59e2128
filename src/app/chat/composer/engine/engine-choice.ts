import { computed, inject, linkedSignal, Service, type Signal, signal } from '@angular/core';

import { type EngineProfile, haveSameShape, type PromptOptions } from '../../../../services/index.ts';
import { USUAL_LIMITS } from '../../../clip-options/clip-limits.ts';
import { fitOptions } from '../../../clip-options/fit-options.ts';
import { OPTION_NAMES, type OptionName } from '../../../clip-options/option-values.ts';
import { Draft } from '../../../drafts/draft.ts';
import { limitsOf } from '../../../engines/engine-limits.ts';
import { Engines } from '../../../engines/engines.ts';

/** The engine that is to make what is being written, and what becomes of the draft's options with it. */
@Service()
export class EngineChoice {
  private readonly draft = inject(Draft);
  private readonly engines = inject(Engines);
  private readonly chosen = signal<Signal<PromptOptions> | null>(null);
  /** A prompt that was made with another engine brings that along; else the person's preference counts. */
  private readonly wantedId = computed(() => this.draft.options().engine ?? this.engines.preferredId());
  /** The wanted one as it was when it was last there. */
  private readonly known = linkedSignal<EngineProfile | undefined, EngineProfile | undefined>({
    source: () => this.engines.find(this.wantedId()),
    computation: (found, before) => found ?? before?.value,
  });

  /** The engine that makes it; undefined where the server has not said what it has. */
  readonly engine = computed<EngineProfile | undefined>(
    () => this.engines.find(this.wantedId()) ?? this.engines.offered()[0],
  );
  /** What its clips may be. */
  readonly limits = computed(() => (this.engine() === undefined ? USUAL_LIMITS : limitsOf(this.engine())));
  /** What the wanted engine is called, where that is no longer there and another one takes its place; null else. */
  readonly missing = computed<string | null>(() => {
    const id = this.wantedId();
    // Read while it is there, so that it is known afterwards.
    const known = this.known();
    if (id === '' || this.engine() === undefined || this.engine()?.id === id) return null;
    if (known?.id === id) return known.name;
    // A server with one engine, to which nobody has been before, is no loss.
    return this.engines.isChoice() || this.draft.options().engine !== undefined ? id : null;
  });
  /** The options as people want them. What the draft does not say is as it was chosen last. */
  readonly wanted = computed<PromptOptions>(() => ({ ...this.chosen()?.(), ...this.draft.options() }));
  /** The same as the engine can do them, with the engine where there is a choice: what is sent. */
  readonly options = computed<PromptOptions>(() => {
    const { engine: _, ...wanted } = this.wanted();
    const engine = this.engine();
    // Nobody knows what there is before the server has said so: then the prompt goes out as it is.
    if (engine === undefined) return { ...wanted, ...(this.wantedId() !== '' && { engine: this.wantedId() }) };
    return { ...fitOptions(wanted, limitsOf(engine)), ...(this.engines.isChoice() && { engine: engine.id }) };
  });
  /** The options that the engine can't do as they are wanted. */
  readonly misfits = computed(() => OPTION_NAMES.filter((name) => this.isMisfit(name)));

  /** What a prompt does not say is as these say, from now on: they come when there is time. */
  follow(chosen: Signal<PromptOptions>): void {
    this.chosen.set(chosen);
  }

  /** Makes the engine with this id the one for this prompt and those that follow. */
  choose(id: string): void {
    this.engines.prefer(id);
    this.draft.options.update(({ engine: _, ...others }) => others);
  }

  private isMisfit(name: OptionName): boolean {
    const [wanted, made] = [this.wanted()[name], this.options()[name]];
    if (wanted === undefined || wanted === made) return false;
    // Of a shape that was chosen once for all, every engine makes as many pixels as it can.
    const isShapeAlone = name === 'size' && this.draft.options().size === undefined;
    return !(isShapeAlone && haveSameShape(String(wanted), String(made)));
  }
}
