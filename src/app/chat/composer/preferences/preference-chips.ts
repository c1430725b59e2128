import { computed, effect, inject, Service, untracked } from '@angular/core';

import { type ClipPreference, ClipPreferences } from '../../../clip-options/clip-preferences.ts';
import { pixelsText, shapeText } from '../../../clip-options/option-text.ts';
import { fineness, shapesOf, sizesLike, sizesToChoose } from '../../../clip-options/size-choices.ts';
import { VARIATION_COUNTS } from '../../../clip-options/variations.ts';
import { Draft } from '../../../drafts/draft.ts';
import { injectCostText } from '../../../engines/cost-text.ts';
import { injectCountText, injectText } from '../../../language/text.ts';
import { offeredSeconds } from '../commands/offered-values.ts';
import { EngineChoice } from '../engine/engine-choice.ts';
import { ratioOf, type PreferenceChip, type PreferenceOffer } from './preference-chip.ts';

/** The styles that are offered; every engine reads them in the words of the prompt. */
const STYLES = [
  ...(['watercolour', 'ink', 'oil', 'ukiyoe', 'pixel'] as const),
  ...(['film', 'blackWhite', 'sketch', 'neonGlow', 'anime'] as const),
] as const;

type StyleName = (typeof STYLES)[number];

/** What can be chosen of a clip, as the engine that makes it can do it, and what that is now. */
@Service()
export class PreferenceChips {
  private readonly draft = inject(Draft);
  private readonly choice = inject(EngineChoice);
  private readonly preferences = inject(ClipPreferences);
  private readonly text = injectText();
  private readonly count = injectCountText();
  private readonly costText = injectCostText();

  private readonly sizes = computed(() => sizesToChoose(this.choice.limits().sizes));
  /** The size in force: where nobody chose, the engine's own choice; undefined where it does not tell. */
  private readonly size = computed(() => this.choice.options().size ?? this.choice.limits().sizes?.[0]);

  /** All of them, in their order. */
  readonly chips = computed<readonly PreferenceChip[]>(() => [
    this.shape(),
    this.length(),
    ...this.quality(),
    this.style(),
    this.counts(),
  ]);

  /** What each style adds to a prompt, in the language of the page. */
  readonly allStyleWords = computed(() => STYLES.map((style) => this.styleWords(style)));

  constructor() {
    this.choice.follow(this.preferences.options);
    // The words of a style follow the language of the page.
    effect(() => {
      const name = STYLES.find((style) => style === this.preferences.current().style?.name);
      if (name === undefined) return;
      const words = this.styleWords(name);
      untracked(() => {
        if (words !== this.preferences.current().style?.words) this.preferences.choose({ style: { name, words } });
      });
    });
  }

  private shape(): PreferenceChip {
    const size = this.size();
    const isChosen = this.choice.options().size !== undefined;
    const offers = shapesOf(this.sizes(), size ?? this.sizes()[0] ?? '').map((each): PreferenceOffer => ({
      id: each,
      label: shapeText(each),
      detail: pixelsText(each),
      ratio: ratioOf(each),
      isChosen: isChosen && each === size,
      choose: () => this.choose({ size: each }),
    }));
    return {
      id: 'shape',
      name: this.text('preferences.shape'),
      value: size === undefined ? this.text('preferences.auto') : shapeText(size),
      isChosen,
      ratio: ratioOf(size ?? this.sizes()[0] ?? ''),
      offers: [this.auto(!isChosen, { size: undefined }), ...offers],
    };
  }

  private length(): PreferenceChip {
    const { seconds } = this.choice.options();
    const offers = offeredSeconds(this.choice.limits()).map((each): PreferenceOffer => ({
      id: String(each),
      label: this.count('units.seconds', each),
      isChosen: each === seconds,
      choose: () => this.choose({ seconds: each }),
    }));
    return {
      id: 'length',
      name: this.text('preferences.length'),
      value: seconds === undefined ? this.text('preferences.auto') : this.count('units.seconds', seconds),
      isChosen: seconds !== undefined,
      offers: [this.auto(seconds === undefined, { seconds: undefined }), ...offers],
    };
  }

  /** None where there is nothing to choose. */
  private quality(): readonly PreferenceChip[] {
    const size = this.size() ?? this.sizes()[0] ?? '';
    const sizes = sizesLike(this.sizes(), size);
    if (sizes.length < 2) return [];
    const offers = sizes.map((each): PreferenceOffer => ({
      id: each,
      label: `${fineness(each)}p`,
      detail: pixelsText(each),
      isChosen: each === size,
      choose: () => this.choose({ size: each }),
    }));
    const value = `${fineness(size)}p`;
    return [
      { id: 'quality', name: this.text('preferences.quality'), value, isChosen: value !== offers[0]?.label, offers },
    ];
  }

  private style(): PreferenceChip {
    const { style } = this.preferences.current();
    const name = STYLES.find((each) => each === style?.name);
    const offers = STYLES.map((each): PreferenceOffer => ({
      id: each,
      label: this.text(`preferences.${each}`),
      isChosen: each === name,
      choose: () => this.choose({ style: { name: each, words: this.styleWords(each) } }),
    }));
    const none: PreferenceOffer = {
      id: 'none',
      label: this.text('preferences.noStyle'),
      isChosen: name === undefined,
      choose: () => this.choose({ style: undefined }),
    };
    return {
      id: 'style',
      name: this.text('preferences.style'),
      value: this.text(name === undefined ? 'preferences.noStyle' : `preferences.${name}`),
      isChosen: name !== undefined,
      offers: [none, ...offers],
    };
  }

  private counts(): PreferenceChip {
    const { count = 1 } = this.preferences.current();
    const asked = { engine: this.choice.engine(), seconds: this.choice.options().seconds };
    const offers = VARIATION_COUNTS.map((each): PreferenceOffer => ({
      id: String(each),
      label: this.count('preferences.clips', each),
      detail: this.costText(asked, each) ?? undefined,
      isChosen: each === count,
      choose: () => this.choose({ count: each }),
    }));
    const value = this.count('preferences.clips', count);
    return { id: 'count', name: this.text('preferences.count'), value, isChosen: count > 1, offers };
  }

  private auto(isChosen: boolean, change: ClipPreference): PreferenceOffer {
    return { id: 'auto', label: this.text('preferences.auto'), isChosen, choose: () => this.choose(change) };
  }

  private styleWords(style: StyleName): string {
    return this.text('preferences.styleWords', { style: this.text(`preferences.${style}`) });
  }

  /** It is for all that follow, and for what is being written: that had its own, perhaps. */
  private choose(change: ClipPreference): void {
    this.preferences.choose(change);
    this.draft.options.update(({ size, seconds, ...others }) => ({
      ...others,
      ...(size !== undefined && !('size' in change) && { size }),
      ...(seconds !== undefined && !('seconds' in change) && { seconds }),
    }));
  }
}
