import type { SceneShot, SceneSubject } from '../../../protocol/index.ts';
import { isDrawn } from '../library/subject-kinds.ts';
import { CAMERAS, COLOURS, MOTIONS, PLACES, PROPS, SIZES, STYLES, TIMES, WEATHERS } from '../read/vocabulary.ts';
import { MOST_IN_CAST, MOST_OF_ONE } from '../read/cast/draft.ts';
import type { PartialScene } from '../read/partial-scene.ts';
import type { CastMember } from '../scene.ts';

/** What a shot of a scene says. Words that are not known count as not said, and are told in `unknown`. */
export function sceneOfData(shot: SceneShot): PartialScene {
  const unknown: string[] = [];
  const known = <Name extends string>(word: string | undefined, names: Readonly<Record<Name, unknown>>) => {
    if (word === undefined || Object.hasOwn(names, word)) return word as Name | undefined;
    unknown.push(word);
    return undefined;
  };
  const subjects = (shot.subjects ?? []).filter(({ subject }) => isDrawn(subject));
  unknown.push(...(shot.subjects ?? []).filter((each) => !subjects.includes(each)).map(({ subject }) => subject));
  const kept = subjects.slice(0, MOST_IN_CAST);
  const motions = kept.map(({ action }) => known(action, MOTIONS));
  const motion = motions.find((action) => action !== undefined);
  return {
    cast: kept.map((subject, index) => {
      const [own, { count = 1 }] = [motions[index], subject];
      const colour = known(subject.colour, COLOURS);
      const size = known(subject.size, SIZES);
      const stands = standsOf(subject, shot.subjects ?? [], kept);
      return {
        subject: subject.subject,
        ...(count > 1 && { count: Math.min(MOST_OF_ONE, count) }),
        ...(colour && { colour }),
        ...(size && { size }),
        ...(stands && { stands }),
        ...(own !== undefined && own !== motion && { motion: own }),
      };
    }),
    motion,
    place: known(shot.place, PLACES),
    weather: known(shot.weather, WEATHERS),
    time: known(shot.time, TIMES),
    camera: known(shot.camera, CAMERAS),
    style: known(shot.style, STYLES),
    isSlow: shot.slow === true,
    props: (shot.props ?? []).flatMap((prop) => known(prop, PROPS) ?? []),
    unknown,
  };
}

type Subjects = readonly SceneSubject[];

/** Where it stands, by the places in the cast of those that can be drawn. */
function standsOf({ side, of }: SceneSubject, all: Subjects, kept: Subjects): CastMember['stands'] {
  const other = of === undefined ? undefined : all[of];
  const at = other === undefined ? -1 : kept.indexOf(other);
  // Two that stand at each other would have no place.
  const isMutual = other?.of !== undefined && all[other.of]?.of === of;
  return side === undefined || at < 0 || isMutual ? undefined : { side, of: at };
}
