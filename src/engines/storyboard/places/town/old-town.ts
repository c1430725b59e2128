import { box, fade, glow, type Layer, openSky, type Pen, shape, type Stage, strip } from '../../stage/index.ts';
import { fixedProps, type Front, fronts, hills, landscape, pavement, windowGrid } from '../parts/index.ts';

/** Low houses with tiled roofs along a lane of stones, lanterns between them. */
export const OLD_TOWN = landscape({
  floor: 0.82,
  surface: 'paved',
  behind: (stage, floor) => {
    const kerb = floor - 20;
    return [
      ...openSky(stage),
      hills(stage, { y: kerb - 90, height: 30, near: 0.05, colour: '#7f9fa8' }),
      cottages(stage, kerb, 0.22, 0.85),
      cottages(stage, kerb, 0.5, 1.15),
      pavement(stage, kerb, ['#b9aa98', '#a39484', '#7d7468']),
      fixedProps(
        stage,
        [
          ['red-paper-lantern', 0.3, kerb - 92, 40],
          ['potted-plant', 0.55, kerb + 8, 46],
          ['red-paper-lantern', 0.8, kerb - 96, 40],
          ['red-paper-lantern', 1.3, kerb - 92, 40],
        ],
        0.5,
      ),
    ];
  },
});

function cottages(stage: Stage, kerb: number, near: number, size: number): Layer {
  const chance = stage.chance(`cottages ${near}`);
  const span = Math.ceil(stage.width * 1.6);
  const houses = fronts(chance, span, {
    width: 108 * size,
    floor: kerb,
    tall: [86 * size, 128 * size],
    paints: ['#efe3d0', '#e3d3ba', '#d9c2a3', '#f3ead9', '#d9b795'],
  });
  const isLit = stage.light.areLampsLit;
  return strip(stage, {
    near,
    span,
    paint: ({ pen }) => {
      for (const house of houses) {
        box(pen, house.paint, house.left + 2, house.roof, house.width - 4, stage.height - house.roof);
        box(pen, '#8a5a3c', house.left + 2, kerb - 52 * size, house.width - 4, 5);
        windowGrid(pen, house, 15, () => '#6b4a3a', kerb - 54 * size);
        box(pen, '#6b3f2a', house.left + house.width * 0.36, kerb - 46 * size, house.width * 0.26, 46 * size, 2);
        tiledRoof(pen, house);
      }
    },
    ...(isLit && {
      shine: ({ pen }) => {
        for (const house of houses) {
          windowGrid(pen, house, 15, () => (chance() < 0.7 ? fade('#ffcf87', 0.9) : ''), kerb - 54 * size);
          glow(
            pen,
            [fade('#ffb765', 0.3), fade('#ffb765', 0)],
            house.left + house.width / 2,
            kerb - 20,
            house.width * 0.6,
          );
        }
      },
    }),
  });
}

/** A roof whose eaves turn up. */
function tiledRoof(pen: Pen, { left, width, roof }: Front): void {
  shape(pen, '#4d4a55', () => {
    pen.moveTo(left - 14, roof + 8);
    pen.quadraticCurveTo(left + 6, roof - 4, left + 16, roof - 30);
    pen.lineTo(left + width - 16, roof - 30);
    pen.quadraticCurveTo(left + width - 6, roof - 4, left + width + 14, roof + 8);
    pen.quadraticCurveTo(left + width / 2, roof - 2, left - 14, roof + 8);
  });
  box(pen, '#66626e', left + 12, roof - 34, width - 24, 6, 3);
  for (let x = left + 12; x < left + width - 10; x += 11) box(pen, 'rgba(255, 255, 255, 0.09)', x, roof - 28, 3, 30);
}
