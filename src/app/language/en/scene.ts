import type { Texts } from '../texts.ts';

export const scene: Texts['scene'] = {
  label: 'In the picture',
  labelOfShot: 'In shot {{number}}',
  shot: 'Shot {{number}}',
  change: '{{kind}}: {{word}}, change',
  add: 'Add {{kind}}',
  searchAll: 'Search all subjects…',
  redrawn: 'Each change is drawn anew',
  search: 'Find a subject',
  found: '{{count}} found',
  given: 'The picture as chosen',
  subject: 'Subject',
  action: 'Action',
  place: 'Place',
  weather: 'Weather',
  time: 'Time',
  camera: 'Camera',
  style: 'Style',
  colour: 'Colour',
};
