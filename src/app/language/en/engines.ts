import type { Texts } from '../texts.ts';

export const engines: Texts['engines'] = {
  engine: 'Video engine',
  choose: 'Video engine: {{name}}',
  byRule: 'drawn by rules, not an AI model',
  pricePerClip: '{{money}} a clip',
  pricePerSecond: '{{money}} a second',
  free: 'free',
  cost: 'about {{money}}',
  shotsOne: '{{count}} shot',
  shotsOther: '{{count}} shots',
  costEach: 'about {{money}} a clip',
  times: '{{count}} × {{price}}',
  replaced: 'The engine “{{gone}}” is no longer on this server; “{{name}}” will make it instead',
  repeatWith: 'Another engine',
  repeatWithOne: 'Again with “{{name}}”',
  madeWith: 'Made with {{maker}}',
};
