import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { mdiCheck, mdiMenuDown } from '@mdi/js';

import type { SceneData, SceneWordKind, SceneWords } from '../../../services/index.ts';
import { Icon } from '../../icon/icon.ts';
import { Language } from '../../language/language.ts';
import { injectText } from '../../language/text.ts';
import type { PlainTextKey } from '../../language/texts.ts';
import { chipsOf, choicesOf, type SceneChip, type SceneChoice, withWord } from '../../scene/scene-chips.ts';

const KINDS: Readonly<Record<SceneWordKind, PlainTextKey>> = {
  subject: 'scene.subject',
  action: 'scene.action',
  place: 'scene.place',
  weather: 'scene.weather',
  time: 'scene.time',
  camera: 'scene.camera',
  style: 'scene.style',
  colour: 'scene.colour',
};

/** What the engine has read in a prompt, word by word; each opens a menu of others, and one of these asks for that picture. */
@Component({
  selector: 'kitten-scene',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  templateUrl: './scene-view.html',
  styleUrl: './scene-view.scss',
})
export class SceneView {
  readonly scene = input.required<SceneData>();
  /** The words of the engine. */
  readonly words = input.required<SceneWords>();
  /** The person wants it otherwise. */
  readonly changed = output<SceneData>();

  private readonly language = inject(Language);
  protected readonly text = injectText();
  protected readonly openIcon = mdiMenuDown;
  protected readonly checkIcon = mdiCheck;
  protected readonly shots = computed(() => chipsOf(this.scene(), this.words(), this.language.current()));

  protected kindOf({ kind }: SceneChip): string {
    return this.text(KINDS[kind]);
  }

  protected choicesOf(chip: SceneChip): readonly SceneChoice[] {
    return choicesOf(chip, this.words(), this.language.current());
  }

  protected choose(chip: SceneChip, { word, isChosen }: SceneChoice): void {
    if (!isChosen) this.changed.emit(withWord(this.scene(), chip, word));
  }
}
