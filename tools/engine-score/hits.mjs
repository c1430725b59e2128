import { SAME } from './labels.mjs';

/** Which labels of a prompt a scene meets, for each part: lists of { label, isHit }. */
export function hitsOf(labels, scene) {
  const isSlow = (label) => label === 'slowMotion' && scene.isSlow === true;
  return {
    subject: labels.subject.map((label) => ({
      label,
      isHit: label.startsWith('rel=') ? hasRelation(scene, label.slice(4)) : hasSubject(scene, label),
    })),
    place: one(labels.place, (label) => scene.named.has('place') && placesOf(label).includes(scene.place)),
    action: one(labels.action, (label) => scene.motion === label || (label === 'drive' && scene.motion === 'float')),
    weather: labels.weather.map((label) => ({ label, isHit: scene.weather === label || scene.time === label })),
    camera: one(labels.camera, (label) => scene.camera === label || isSlow(label)),
    style: one(labels.style, (label) => scene.style === (SAME.style[label] ?? label)),
  };
}

/** A prompt of which nothing is known. */
export function knowsNothing(scene) {
  return scene.named.size === 0;
}

function one(label, test) {
  return label ? [{ label, isHit: test(label) }] : [];
}

function placesOf(label) {
  return SAME.place[label] ?? [label];
}

/** `2 panda`, `purple chair`, `wine glass`: number and colour have to be met too. */
function hasSubject({ cast, props }, label) {
  const [, count, colour, noun] =
    /^(?:(\d) )?(?:(red|green|blue|yellow|orange|purple|pink|black|white|gold|grey) (?=\w))?(.*)$/.exec(label);
  const names = SAME.subject[noun] ?? [noun.replaceAll(' ', '-')];
  if (noun === 'umbrella' && props.includes('umbrella')) return true;
  // A green apple is a drawing of its own.
  if (noun === 'apple' && colour === 'green' && cast.some(({ subject }) => subject === 'green-apple')) return true;
  return cast.some(
    (member) =>
      names.includes(member.subject) &&
      (!colour || member.colour === colour) &&
      (!count || (member.count ?? 1) >= Number(count)),
  );
}

function hasRelation({ cast }, side) {
  return cast.some(({ stands }) => stands?.side === side);
}
