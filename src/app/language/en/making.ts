import type { Texts } from '../texts.ts';

export const making: Texts['making'] = {
  exampleCat: 'An orange cat strolling down a neon-lit street on a rainy night',
  exampleBoat: 'A small red boat drifting past the shore at dawn',
  exampleRabbit: 'A white rabbit running through a snowy forest in the moonlight',
  surprise: 'Surprise me',
  ideas:
    'A golden retriever chases a butterfly through a wheat field at dusk|Two swans glide over a lake in the moonlight|A hot air balloon drifts over a valley of lavender|A red train passes a small town in the snow|A panda eats bamboo in a quiet grove|A sea turtle swims past a coral reef|A squirrel picks up a pine cone in an autumn park|Camels walk slowly through the desert under the stars|A black cat naps on a windowsill after the rain|A little fox walks under cherry blossoms in spring',
};
