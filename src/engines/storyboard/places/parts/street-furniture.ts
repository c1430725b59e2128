import { box, downward, fade, glow, type Layer, line, mix, polygon, type Stage, strip } from '../../stage/index.ts';

/** A pavement, its kerb and the road, from `kerb` down. */
export function pavement(stage: Stage, kerb: number, [slab, edge, road]: readonly [string, string, string]): Layer {
  return strip(stage, {
    near: 1,
    paint: ({ pen, span }) => {
      pen.fillStyle = downward(pen, kerb, stage.height, [slab, edge, road]);
      pen.fillRect(0, kerb, span, stage.height - kerb);
      const slabs = Math.round(span / 64);
      for (let index = 0; index < slabs; index++) {
        const x = (index / slabs) * span;
        line(pen, fade(road, 0.5), 1, [x, kerb, x - 22, kerb + 42]);
      }
      box(pen, mix(slab, '#ffffff', 0.1), 0, kerb, span, 2);
      box(pen, mix(edge, '#ffffff', 0.16), 0, kerb + 42, span, 4);
      box(pen, fade('#05040f', 0.35), 0, kerb + 46, span, 3);
      const dashes = Math.round(span / 120);
      for (let index = 0; index < dashes; index++) {
        const x = (index / dashes) * span;
        polygon(pen, fade('#f4ecd0', 0.3), [x, kerb + 62, x + 58, kerb + 62, x + 52, kerb + 67, x - 6, kerb + 67]);
      }
    },
  });
}

/** Street lamps behind the hero. */
export function lampPosts(stage: Stage, foot: number, light: string): Layer {
  const span = Math.ceil(stage.width * 1.3);
  const count = Math.max(1, Math.round(span / 340));
  const top = Math.max(24, foot - 196);
  const posts = Array.from({ length: count }, (_, index) => ((index + 0.35) / count) * span);
  return strip(stage, {
    near: 0.86,
    span,
    paint: ({ pen, put }) => {
      for (const post of posts) {
        put(post, (x) => {
          line(pen, '#2d2b45', 5, [x, foot, x, top + 12]);
          line(pen, '#2d2b45', 3.4, [x, top + 12, x + 8, top, x + 30, top]);
          box(pen, '#3c3a58', x - 6, foot - 16, 12, 16, 3);
          box(pen, '#3c3a58', x + 18, top, 26, 6, 3);
          box(pen, '#f4efe0', x + 21, top + 6, 20, 4, 2);
        });
      }
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen, put }) => {
        for (const post of posts) {
          put(post, (x) => {
            glow(pen, [fade(light, 0.75), fade(light, 0)], x + 31, top + 8, 64);
            box(pen, '#fff8e2', x + 21, top + 6, 20, 4, 2);
            pen.fillStyle = downward(pen, top + 8, foot, [fade(light, 0.3), fade(light, 0)]);
            pen.beginPath();
            pen.moveTo(x + 22, top + 10);
            pen.lineTo(x + 40, top + 10);
            pen.lineTo(x + 100, foot);
            pen.lineTo(x - 40, foot);
            pen.fill();
          });
        }
      },
    }),
  });
}
