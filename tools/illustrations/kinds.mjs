/** What is drawn of each group of CLDR, and how it moves; groups that are not named here are signs, not things. */
const KINDS = {
  'person-fantasy': 'bust',
  'person-role': 'bust',
  'person-sport': 'figure',
  'animal-mammal': 'legs',
  'animal-bird': 'wings',
  'animal-amphibian': 'face',
  'animal-reptile': 'legs',
  'animal-marine': 'fins',
  'animal-bug': 'legs',
  'plant-flower': 'plant',
  'plant-other': 'plant',
  'food-fruit': 'thing',
  'food-vegetable': 'thing',
  'food-prepared': 'thing',
  'food-asian': 'thing',
  'food-sweet': 'thing',
  drink: 'thing',
  dishware: 'thing',
  'place-geographic': 'building',
  'place-building': 'building',
  'place-religious': 'building',
  'place-other': 'building',
  'transport-ground': 'wheels',
  'transport-water': 'floats',
  'transport-air': 'flies',
  hotel: 'thing',
  event: 'thing',
  'award-medal': 'thing',
  sport: 'thing',
  game: 'thing',
  'arts-crafts': 'thing',
  clothing: 'thing',
  sound: 'thing',
  music: 'thing',
  'musical-instrument': 'thing',
  phone: 'thing',
  computer: 'thing',
  'light-video': 'thing',
  'book-paper': 'thing',
  money: 'thing',
  mail: 'thing',
  writing: 'thing',
  office: 'thing',
  lock: 'thing',
  tool: 'thing',
  science: 'thing',
  medical: 'thing',
  household: 'thing',
  'other-object': 'thing',
};

/** Drawings whose kind is not that of their group. */
const EXCEPTIONS = {
  head: 'person man woman boy girl child baby old-man old-woman older-person robot alien clown-face santa-claus mrs-claus',
  figure:
    'woman-dancing man-dancing person-in-lotus-position person-taking-bath person-in-bed person-fairy woman-fairy ' +
    'person-merpeople woman-merpeople man-merpeople person-genie horse-racing',
  face:
    'dog-face tiger-face rabbit-face wolf raccoon lion moose unicorn boar hamster polar-bear koala frog fox bear monkey-face cow-face horse-face ' +
    'pig-face dragon-face',
  legs:
    'turkey chicken rooster baby-chick penguin goose dodo flamingo peacock ostrich crab lobster hatching-chick ' +
    'front-facing-baby-chick snail',
  wings: 'butterfly honeybee mosquito fly bat phoenix-bird',
  crawls: 'snake snail bug worm crocodile lizard scorpion spider beetle lady-beetle ant cockroach turtle',
  fins: 'otter',
  thing:
    'feather wing empty-nest nest-with-eggs spider-web microbe coral spiral-shell paw-prints pig-nose oyster ' +
    'traffic-light horizontal-traffic-light vertical-traffic-light stop-sign wheel fuel-pump oil-drum bus-stop roller-skate ' +
    'skateboard construction police-car-light anchor ring-buoy seat rock wood brick fountain tent barber-pole ' +
    'playground-slide carousel-horse maple-leaf fallen-leaf herb four-leaf-clover',
  flies:
    'kite balloon ringed-planet comet shooting-star star full-moon crescent-moon sun cloud rainbow ghost satellite drone',
  flame: 'fire candle fireworks sparkler diya-lamp firecracker',
  ball:
    'soccer-ball baseball basketball volleyball tennis american-football rugby-football softball bowling pool-8-ball ' +
    'game-die yo-yo',
};

const OF_SKY =
  'ringed-planet comet shooting-star star full-moon crescent-moon sun cloud rainbow snowman-without-snow snowman umbrella ' +
  'closed-umbrella umbrella-on-ground fire snowflake tornado droplet water-wave milky-way';
const OF_PEOPLE =
  'person man woman boy girl child baby old-man old-woman older-person robot alien ghost clown-face woman-dancing ' +
  'man-dancing person-in-lotus-position person-taking-bath person-in-bed';
const OF_TIME =
  'globe-showing-asia-australia world-map compass watch alarm-clock mantelpiece-clock hourglass-done stopwatch';
/** What is a place or a condition in a scene, not a thing in it; or the same thing twice. */
const LEFT_OUT = new Set(
  (
    'desert beach-with-umbrella camping foggy night-with-stars cityscape sunrise-over-mountains sunrise cityscape-at-dusk ' +
    'sunset national-park desert-island hot-springs cat cat-face dog tiger rabbit panda black-cat mouse-face guide-dog service-dog wedding motorway station building-construction oncoming-bus ' +
    'oncoming-taxi oncoming-police-car oncoming-automobile mobile-phone-with-arrow broken-chain low-battery link seat ' +
    'airplane-departure airplane-arrival bell-with-slash muted-speaker speaker-low-volume speaker-medium-volume ' +
    'hammer-and-wrench hammer-and-pick locked-with-pen locked-with-key chart-increasing-with-yen love-hotel ' +
    'japanese-post-office clinking-glasses clinking-beer-mugs pouring-liquid snowboarder cigarette dagger bomb syringe ' +
    'performing-arts ice-skate moon-viewing-ceremony person-getting-massage'
  ).split(' '),
);

const MOVES = new Map(
  Object.entries(EXCEPTIONS).flatMap(([kind, list]) => list.split(' ').map((name) => [name, kind])),
);
const EXTRAS = new Map(
  [...OF_SKY.split(' '), ...OF_PEOPLE.split(' '), ...OF_TIME.split(' ')].map((name) => [name, 'thing']),
);

/** How a drawing moves, or undefined where it is none of a thing. */
export function kindOf(name, group) {
  if (
    LEFT_OUT.has(name) ||
    /-facing-right$|^(man|woman)-(golfing|surfing|rowing|swimming|bouncing|biking|lifting|mountain|cart|wrestling|playing|juggling)/.test(
      name,
    )
  )
    return undefined;
  return (KINDS[group] || EXTRAS.has(name)) && (MOVES.get(name) ?? KINDS[group] ?? EXTRAS.get(name));
}
