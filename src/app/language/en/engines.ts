import type { Texts } from '../texts.ts';

export const engines: Texts['engines'] = {
  engine: 'Video engine',
  choose: 'Video engine: {{name}}',
  sketch: 'sketches drawn by rule, not an AI model',
  manySizes: '{{count}} sizes',
  noImages: 'no reference images',
  imagesOne: '{{count}} reference image',
  imagesOther: 'up to {{count}} reference images',
  firstFrame: 'a reference image becomes the first frame',
  firstAndLastFrame: 'reference images become the first and last frame',
  sound: 'with sound',
  pricePerClip: '{{money}} a clip',
  pricePerSecond: '{{money}} a second',
  free: 'free',
  cost: 'about {{money}}',
  gone: 'This server no longer has the engine “{{gone}}” that you chose, so “{{name}}” will do it',
  replaced: 'The engine “{{gone}}” is no longer on this server; “{{name}}” makes it instead',
  misfit: '“{{name}}” can’t do {{wished}}, so it will be {{value}}',
  noSeed: '“{{name}}” uses no seed, so it is left out',
  tooManyImages:
    '“{{name}}” can’t use more than {{most}} of the reference images: remove some, or choose another engine',
  refusesImages: '“{{name}}” takes no reference images: remove them, or choose another engine',
  againWith: 'Another engine',
  againWithOne: 'Again with “{{name}}”',
  madeWith: 'Made with {{maker}}',
};
