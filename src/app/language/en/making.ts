import type { Texts } from '../texts.ts';

export const making: Texts['making'] = {
  exampleCat: 'An orange cat strolling down a neon-lit street on a rainy night',
  exampleBoat: 'A small red boat drifting past the shore at dawn',
  exampleRabbit: 'A white rabbit running through a snowy forest in the moonlight',
  surprise: 'Surprise me',
  ideas:
    'A golden retriever chases a butterfly through a wheat field at dusk|Two swans glide over a lake in the moonlight|A hot air balloon drifts over a valley of lavender|A red train passes a small town in the snow|A panda eats bamboo in a quiet grove|A sea turtle swims past a coral reef|A squirrel picks up a pine cone in an autumn park|Camels walk slowly through the desert under the stars|A black cat naps on a windowsill after the rain|A little fox walks under cherry blossoms in spring',
};

export const engineFacts: Texts['engineFacts'] = {
  manySizes: '{{count}} sizes',
  noImages: 'no reference images',
  imagesOne: '{{count}} reference image',
  imagesOther: 'up to {{count}} reference images',
  firstFrame: 'a reference image becomes the first frame',
  firstAndLastFrame: 'reference images become the first and last frame',
  sound: 'with sound',
  gone: 'This server no longer has the engine “{{gone}}” that you chose, so “{{name}}” will make it instead',
  misfit: '“{{name}}” can’t do {{wished}}, so it will be {{value}}',
  noSeed: '“{{name}}” doesn’t use a seed, so yours is left out',
  tooManyImages:
    '“{{name}}” can’t use more than {{most}} of the reference images: remove some, or choose another engine',
  refusesImages: '“{{name}}” doesn’t accept reference images: remove them, or choose another engine',
};

export const references: Texts['references'] = {
  network: 'Not uploaded; retries once the server is back',
  code: 'Your user code has expired; refresh it and retry',
  tooLarge: 'Too large: up to {{size}} MB and {{pixels}} pixels',
  type: 'Not a PNG, JPEG or WebP image',
  broken: 'This image can’t be opened',
  busy: 'Too many uploads; retry in a moment',
  busyFor: 'Too many uploads; retry in {{time}}',
  noRoom: 'The server has no room; retry once old clips have expired',
  noRoomFor: 'The server has no room; retry in {{time}}',
  refused: 'The server didn’t accept this image',
  gone: 'No longer on the server; please add it again',
  lost: 'This browser could not keep the image; please add it again',
  heic: 'This browser can’t read HEIC photos. Save it as JPEG first, or set the camera’s format to “Most Compatible”',
};
