import { mix } from '../stage/colour.ts';
import { arc, at, bow, box, glow, line, oval, polygon, shape } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import { blush, eyes, smile } from './face.ts';
import type { Figure, Pose } from './pose.ts';

const SKIN = '#f8d3b4';
const HAIR = '#4a3040';

export const PERSON: Figure = {
  colour: '#e2604f',
  reach: 44,
  neck: () => [0, -76],
  size: 1.1,
  paint: paintPerson,
};
export const ROBOT: Figure = {
  colour: '#8fb4c9',
  reach: 50,
  neck: () => [0, -74],
  size: 1.05,
  paint: paintRobot,
};
export const SNOWMAN: Figure = {
  colour: '#fbfcff',
  reach: 46,
  neck: () => [0, -72],
  size: 1.05,
  paint: paintSnowman,
};

function paintPerson(pen: Pen, pose: Pose): void {
  const { tones, motion, gait, time } = pose;
  if (motion === 'sleep') {
    at(pen, -48, -16, () => standingPerson(pen, { ...pose, motion: 'stay', lids: 1 }, 0), Math.PI / 2);
    box(pen, tones.pale, -42, -36, 62, 34, 14);
    return;
  }
  const dances = motion === 'dance';
  const hop = dances ? -Math.abs(Math.sin(gait)) * 8 : -Math.abs(Math.sin(gait)) * 2.4;
  at(
    pen,
    0,
    motion === 'stay' ? 0 : hop,
    () => standingPerson(pen, pose, dances ? Math.sin(time * 6) : 0),
    dances ? Math.sin(gait) * 0.1 : 0,
  );
}

function standingPerson(pen: Pen, pose: Pose, cheer: number): void {
  const { tones, motion, gait, lids } = pose;
  const stride = motion === 'stay' ? 0 : motion === 'run' ? 22 : motion === 'dance' ? 7 : 13;
  const swing = Math.sin(gait) * stride;
  const hands = motion === 'dance' || motion === 'fly' ? -52 - cheer * 12 : -32;
  bow(pen, mix(tones.main, '#3a2a55', 0.35), 10, [-16, -70], [-25, -52], [-16 - swing, hands]);
  limb(pen, -7, -swing, '#3d4468');
  limb(pen, 7, swing, '#4b5480');
  shape(pen, tones.main, () => {
    pen.moveTo(-19, -78);
    pen.quadraticCurveTo(0, -86, 19, -78);
    pen.quadraticCurveTo(24, -48, 29, -28);
    pen.quadraticCurveTo(0, -20, -29, -28);
    pen.quadraticCurveTo(-24, -48, -19, -78);
  });
  line(pen, tones.pale, 1.6, [
    [0, -76],
    [0, -30],
  ]);
  bow(pen, tones.dark, 10, [17, -70], [27, -52], [18 + swing, hands]);
  oval(pen, SKIN, 18 + swing, hands + 3, 5.5);
  at(
    pen,
    0,
    -104,
    () => {
      oval(pen, HAIR, 0, -4, 33, 31);
      oval(pen, HAIR, -27, 14, 9, 19, 0.25);
      oval(pen, HAIR, 27, 14, 9, 19, -0.25);
      oval(pen, SKIN, 2, 5, 26, 23);
      shape(pen, HAIR, () => {
        pen.moveTo(-27, 6);
        pen.bezierCurveTo(-26, -24, 24, -30, 29, 4);
        pen.bezierCurveTo(18, -4, 10, -10, 6, -14);
        pen.bezierCurveTo(0, -4, -16, -2, -27, 6);
      });
      at(pen, 3, 8, () => eyes(pen, { apart: 11, size: 4.8 }, lids));
      blush(pen, 17, 15, 5);
      at(pen, 3, 0, () => smile(pen, 18, 4.4));
    },
    Math.sin(gait) * 0.03,
  );
}

function limb(pen: Pen, x: number, swing: number, colour: string): void {
  const lift = Math.max(0, swing * 0.28);
  bow(pen, colour, 12, [x, -30], [x + swing * 0.3 + 2, -18], [x + swing, -8 - lift]);
  oval(pen, '#5d4037', x + swing + 4, -5 - lift, 10, 5.4);
}

function paintRobot(pen: Pen, pose: Pose): void {
  const { tones, gait, motion, lids, time } = pose;
  const swing = motion === 'stay' || motion === 'sleep' ? 0 : Math.sin(gait) * 11;
  const dances = motion === 'dance';
  const raise = dances ? Math.sin(gait) * 26 : 0;
  at(
    pen,
    0,
    dances ? -Math.abs(Math.sin(gait)) * 6 : 0,
    () => {
      for (const [x, step] of [
        [-14, -swing],
        [14, swing],
      ] as const) {
        const lift = Math.max(0, step * 0.5);
        line(pen, mix(tones.dark, '#333a4a', 0.4), 9, [
          [x, -30],
          [x + step, -10 - lift],
        ]);
        box(pen, tones.dark, x + step - 11, -10 - lift, 25, 10, 5);
      }
      for (const side of [-1, 1]) {
        const handY = -40 - (dances ? side * raise + 12 : side * swing * 0.3);
        bow(pen, mix(tones.dark, '#333a4a', 0.3), 7, [side * 26, -62], [side * 42, -56], [side * 40, handY]);
        arc(pen, tones.dark, 5, side * 40, handY + 6, 6, -0.6, 3.8);
      }
      box(pen, tones.main, -29, -74, 58, 47, 14);
      box(pen, tones.light, -19, -64, 38, 22, 6);
      for (const [index, colour] of ['#ff6b6b', '#ffd166', '#6be7a8'].entries()) {
        const isOn = Math.floor(time * 3 + index) % 3 === 0;
        oval(pen, isOn ? colour : mix(colour, '#39435a', 0.6), -10 + index * 10, -53, 3.4);
      }
      line(pen, tones.dark, 4, [
        [0, -126],
        [0, -140],
      ]);
      oval(pen, '#ff7a6b', 0, -144, 5);
      glow(pen, ['rgba(255, 122, 107, 0.7)', 'rgba(255, 122, 107, 0)'], 0, -144, 10 + 5 * Math.sin(time * 6));
      for (const side of [-1, 1]) box(pen, tones.dark, side * 38 - 5, -110, 10, 18, 4);
      box(pen, tones.main, -37, -128, 74, 53, 19);
      box(pen, '#22304a', -29, -119, 58, 36, 13);
      at(pen, 0, -103, () => eyes(pen, { apart: 13, size: 7, iris: '#7df0ff' }, motion === 'sleep' ? 0.6 : lids));
      arc(pen, '#7df0ff', 2, 0, -96, 6, 0.4, Math.PI - 0.4);
    },
    dances ? Math.sin(gait) * 0.09 : 0,
  );
}

function paintSnowman(pen: Pen, { tones, time, lids, motion, gait }: Pose): void {
  const sway = motion === 'stay' ? 0.02 * Math.sin(time * 2) : 0.08 * Math.sin(gait);
  const shadow = mix(tones.main, '#9db7da', 0.4);
  at(
    pen,
    0,
    0,
    () => {
      for (const side of [-1, 1]) {
        line(pen, '#7a5238', 4, [
          [side * 30, -56],
          [side * 58, -76 + Math.sin(time * 4) * side * 5],
        ]);
        line(pen, '#7a5238', 3, [
          [side * 50, -70],
          [side * 54, -84],
        ]);
      }
      oval(pen, shadow, 0, -34, 45, 36);
      oval(pen, tones.main, 4, -36, 40, 33);
      oval(pen, shadow, 0, -92, 31, 29);
      oval(pen, tones.main, 3, -94, 27.5, 26);
      for (const y of [-50, -36, -22]) oval(pen, '#3a3440', 4, y, 3.2);
      at(pen, 4, -97, () => eyes(pen, { apart: 11, size: 4.4 }, lids));
      polygon(pen, '#f38b32', [
        [3, -92],
        [34, -86],
        [3, -83],
      ]);
      blush(pen, 19, -84, 5);
      box(pen, '#3d3550', -24, -122, 50, 7, 3);
      box(pen, '#3d3550', -15, -148, 32, 28, 4);
      box(pen, '#d6504a', -15, -128, 32, 7);
    },
    sway,
  );
}
