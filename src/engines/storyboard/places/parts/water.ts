import { downward, fade, type Layer, line, mix, polygon, type Stage } from '../../stage/index.ts';

/** The colours of open water under the light of a scene: near the horizon, and deep. */
function waterColours({ light }: Stage): readonly [string, string] {
  return [
    mix(mix('#4fb3cf', light.sky[2], 0.42), light.shade, light.shadeStrength),
    mix(mix('#1d6f9e', light.sky[0], 0.22), light.shade, light.shadeStrength),
  ];
}

/** Open water from a horizon down. */
export function water(stage: Stage, { y: horizon }: { readonly y: number }): Layer {
  const [near, deep] = waterColours(stage);
  return (pen) => {
    pen.fillStyle = downward(pen, horizon, stage.height, [near, mix(near, deep, 0.6), deep]);
    pen.fillRect(0, horizon, stage.width, stage.height - horizon);
  };
}

/** The path of light on the water, below sun or moon. */
export function glitter(stage: Stage, { y: horizon }: { readonly y: number }): Layer {
  const chance = stage.chance('glitter');
  const sparks = Array.from({ length: 46 }, () => ({ x: chance(), depth: chance() ** 1.4, phase: chance() * 9 }));
  const colour = mix(stage.light.sky[2], '#ffffff', 0.6);
  const middle = stage.scene.time === 'dawn' ? 0.24 : stage.scene.time === 'dusk' ? 0.72 : 0.79;
  return (pen, { time, travel }) => {
    for (const { x, depth, phase } of sparks) {
      const y = horizon + 4 + depth * (stage.height - horizon) * 0.7;
      const spread = (x - 0.5) * (70 + depth * stage.width * 1.1);
      const along = stage.width * middle + spread + Math.sin(time + phase) * 6 - ((travel * depth * 0.2) % 30);
      const strength = 0.2 + 0.5 * Math.max(0, Math.sin(time * 2.3 + phase));
      const shine = fade(colour, strength * (stage.light.isOvercast ? 0.4 : 1));
      line(pen, shine, 1 + depth * 1.4, [along - 4 - depth * 12, y, along + 4 + depth * 12, y]);
    }
  };
}

export interface WaveLook {
  readonly y: number;
  readonly height: number;
  readonly shade: number;
  readonly near: number;
  readonly pace: number;
}

/** A row of waves that passes, with a light crest. */
export function wave(stage: Stage, look: WaveLook): Layer {
  const [near, deep] = waterColours(stage);
  const fill = mix(near, deep, 0.25 + look.shade);
  return (pen, { time, travel }) => {
    const shift = travel * look.near + time * look.pace;
    const crest: [number, number][] = [];
    for (let x = -10; x <= stage.width + 10; x += 8) {
      const along = x + shift;
      crest.push([x, look.y + Math.sin(along / 31) * look.height + Math.sin(along / 13 + time) * look.height * 0.35]);
    }
    polygon(pen, fade(fill, 0.9), [[-10, stage.height + 10], ...crest, [stage.width + 10, stage.height + 10]]);
    line(pen, fade('#ffffff', 0.32), 1.6, crest);
  };
}
