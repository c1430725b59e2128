import { inject } from '@angular/core';

import type { SceneData } from '../../services/index.ts';
import { Language } from '../language/language.ts';
import { injectText } from '../language/text.ts';
import { sceneText } from '../scene/scene-chips.ts';
import { SceneVocabulary } from '../scene/scene-vocabulary.ts';
import type { Work } from './collect-works.ts';

/** What a work is called, and what else it is found by. */
export interface WorkNames {
  /**
   * What was asked: of a clip that was drawn again with another word its scene, which the others of its prompt don't have,
   * and else the prompt. Its own name where nobody knows what was asked.
   */
  readonly captionOf: (work: Work) => string;
  /** All its words: those of the prompt, and those of the scene that was given with it. */
  readonly wordsOf: (work: Work) => string;
}

/** Reactive: words of a scene are known once the engines are. In an injection context. */
export function injectWorkNames(): WorkNames {
  const [vocabulary, language, text] = [inject(SceneVocabulary), inject(Language), injectText()];
  const givenScene = (work: Work): string => {
    const { scene, engine } = askedOf(work);
    const words = vocabulary.of(engine);
    return scene === undefined || words === undefined ? '' : sceneText(scene, words, language.current());
  };
  const asked = ({ prompt, message }: Work): string => prompt?.content ?? message.name ?? '';
  return {
    captionOf: (work) =>
      givenScene(work) || asked(work) || text(work.kind === 'video' ? 'media.videoOfKitten' : 'media.imageOfKitten'),
    wordsOf: (work) => `${asked(work)} ${givenScene(work)}`,
  };
}

/** The scene that was given with a prompt, as data; the engine's own reading of the words is none. */
function askedOf({ prompt, message }: Work): { readonly scene?: SceneData; readonly engine?: string } {
  const made = message.type === 'video' ? message.madeWith : undefined;
  const scene = prompt?.options?.scene ?? made?.options?.scene;
  const engine = made?.id ?? prompt?.options?.engine;
  return { ...(scene !== undefined && { scene }), ...(engine !== undefined && { engine }) };
}
