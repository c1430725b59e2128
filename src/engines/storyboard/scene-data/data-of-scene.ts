import type { SceneData, SceneSubject } from '../../../protocol/index.ts';
import { heroOf } from '../library/subject-kinds.ts';
import { subjectNames } from '../read/subject-words.ts';
import type { CastMember, Scene } from '../scene.ts';

/** The shots of a clip as a client may show and change them. */
export function dataOfShots(shots: readonly { readonly scene: Scene; readonly enter: 'cut' | 'fade' }[]): SceneData {
  const [first] = shots;
  if (first && shots.length === 1) return dataOfScene(first.scene);
  const unknown = [...new Set(shots.flatMap(({ scene }) => scene.unknown))];
  return {
    ...(unknown.length > 0 && { unknown }),
    shots: shots.map(({ scene, enter }, index) => {
      const { unknown: _, ...shot } = dataOfScene(scene);
      return { ...shot, ...(index > 0 && { enter }) };
    }),
  };
}

/** A scene as a client may show and change it, with what was chosen where the prompt says nothing. */
export function dataOfScene(scene: Scene): SceneData {
  const { cast, place, weather, time, camera, style, isSlow, props, unknown } = scene;
  const hero = heroOf(cast);
  return {
    subjects: cast.map((member) => subjectOf(member, member.motion ?? (member === hero ? scene.motion : undefined))),
    place,
    weather,
    time,
    camera,
    style,
    ...(isSlow && { slow: true }),
    ...(props.length > 0 && { props }),
    ...(unknown.length > 0 && { unknown }),
  };
}

function subjectOf({ subject, stands, motion: _, ...member }: CastMember, action: string | undefined): SceneSubject {
  return { subject, names: subjectNames(subject), ...member, ...(action !== undefined && { action }), ...stands };
}
