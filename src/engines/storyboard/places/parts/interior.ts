import { box, downward, fade, type Layer, line, mix, openSky, type Pen, type Stage, strip } from '../../stage/index.ts';
import { fallingWeather } from '../../weather/index.ts';
import { type FixedProp, fixedProps } from './props.ts';
import { motifs, type MotifsLook } from './motifs.ts';

/** A room between a wall and a floor. */
export interface InteriorLook {
  /** Where the floor begins, in units from the top. */
  readonly edge: number;
  /** The wall from its top down. */
  readonly wall: readonly [string, string];
  readonly floor: readonly [string, string, string];
  readonly pattern: 'stripes' | 'tiles' | 'panels' | 'plain';
  /** What hangs and stands at the wall; feet are units above the floor's edge. */
  readonly atWall: readonly FixedProp[];
  /** What stands on the floor behind the cast; feet are units below the floor's edge. */
  readonly onFloor?: readonly FixedProp[];
  /** Where windows are, as shares of the picture's width. */
  readonly windows?: readonly number[];
  /** Painted on the wall, behind what hangs at it. */
  readonly onWall?: MotifsLook['motifs'];
}

const WINDOW = { width: 92, top: 0.16, height: 0.34 };

/** A room up to its floor; its weather is outside the windows. */
export function interior(stage: Stage, look: InteriorLook): readonly Layer[] {
  const { windows, atWall, onFloor = [], onWall, edge } = look;
  // Lamps are on inside when it is dark outside.
  const inside: Stage = { ...stage, light: { ...stage.light, shadeStrength: stage.light.areLampsLit ? 0.16 : 0.02 } };
  const from = (list: readonly FixedProp[], down: 1 | -1, near: number) => {
    const things = list.map(([name, x, y, size]): FixedProp => [name, x, edge + y * down, size]);
    return things.length > 0 ? [fixedProps(inside, { list: things, near })] : [];
  };
  return [
    ...(windows ? [...openSky(stage), ...fallingWeather(stage)] : []),
    wall(inside, look),
    ...(onWall ? [motifs(inside, { near: 0.5, haze: 0, motifs: onWall })] : []),
    ...from(atWall, -1, 0.5),
    ground(inside, look),
    ...from(onFloor, 1, 0.9),
  ];
}

function wall(stage: Stage, look: InteriorLook): Layer {
  const { edge } = look;
  const span = Math.ceil(stage.width * 1.5);
  return strip(stage, {
    near: 0.5,
    rows: [0, edge + 4],
    span,
    paint: ({ pen }) => {
      pen.fillStyle = downward(pen, 0, edge, look.wall);
      pen.fillRect(0, 0, span, edge + 2);
      pattern(pen, look.pattern, span, edge);
      for (const x of look.windows ?? []) opening(pen, stage, x * stage.width);
      box(pen, mix(look.wall[1], '#ffffff', 0.4), 0, edge - 9, span, 11);
    },
  });
}

function pattern(pen: Pen, kind: InteriorLook['pattern'], span: number, edge: number): void {
  if (kind === 'stripes') for (let x = 0; x < span; x += 34) box(pen, 'rgba(255, 255, 255, 0.14)', x, 0, 14, edge);
  if (kind === 'tiles') {
    for (let y = 14; y < edge; y += 26) box(pen, 'rgba(255, 255, 255, 0.4)', 0, y, span, 1.6);
    for (let x = 0; x < span; x += 26) box(pen, 'rgba(255, 255, 255, 0.4)', x, 0, 1.6, edge);
  }
  if (kind === 'panels')
    for (let x = 8; x < span; x += 74) box(pen, 'rgba(60, 30, 20, 0.1)', x, edge * 0.6, 58, edge * 0.34, 3);
}

function opening(pen: Pen, stage: Stage, x: number): void {
  const [top, height] = [WINDOW.top * stage.height, WINDOW.height * stage.height];
  pen.clearRect(x, top, WINDOW.width, height);
  pen.strokeStyle = '#fffaf0';
  pen.lineWidth = 7;
  pen.strokeRect(x, top, WINDOW.width, height);
  box(pen, '#fffaf0', x + WINDOW.width / 2 - 2, top, 4, height);
  box(pen, '#fffaf0', x - 8, top + height + 2, WINDOW.width + 16, 7, 3);
}

function ground(stage: Stage, { floor, pattern: kind, edge }: InteriorLook): Layer {
  const span = Math.ceil(stage.width * 1.5);
  return strip(stage, {
    near: 0.9,
    rows: [edge, stage.height],
    span,
    paint: ({ pen }) => {
      pen.fillStyle = downward(pen, edge, stage.height, floor);
      pen.fillRect(0, edge, span, stage.height);
      const step = kind === 'tiles' ? 44 : 58;
      for (let x = 0; x < span; x += step) {
        line(pen, fade(mix(floor[2], '#000000', 0.25), 0.4), 1.2, [x, edge, x - 44, stage.height]);
      }
      if (kind === 'tiles')
        for (let y = edge + 14; y < stage.height; y += 20)
          box(pen, fade(mix(floor[2], '#000000', 0.25), 0.3), 0, y, span, 1.2);
    },
  });
}
