import { createCanvas } from '@napi-rs/canvas';
import { between } from '../random.ts';
import { fade, mix } from './colour.ts';
import { at, downward, glow, oval, type Pen } from './pen.ts';
import type { Layer, Stage } from './stage.ts';
import { modulo, strip } from './strip.ts';

/** The open sky: its colours, sun or moon, stars and clouds. */
export function openSky(stage: Stage): readonly Layer[] {
  const layers = [backdrop(stage, stage.light.sky)];
  const { time, weather } = stage.scene;
  if (!stage.light.isOvercast) {
    if (time === 'night') layers.push(stars(stage, 70));
    // Where one is named there is no second one.
    const isNamed = stage.scene.cast.some(({ subject }) => /-moon$|^sun(?:-with-face)?$/.test(subject));
    if (!isNamed) layers.push(time === 'night' ? moon(stage) : sun(stage));
  }
  layers.push(clouds(stage, weather === 'clear' ? 5 : 9));
  return layers;
}

/** A standing picture behind everything: colours from the top to the bottom. */
export function backdrop(stage: Stage, colours: readonly string[]): Layer {
  const canvas = createCanvas(Math.ceil(stage.width * stage.scale), Math.ceil(stage.height * stage.scale));
  const pen = canvas.getContext('2d');
  pen.scale(stage.scale, stage.scale);
  pen.fillStyle = downward(pen, 0, stage.height * 0.85, colours);
  pen.fillRect(0, 0, stage.width + 1, stage.height + 1);
  return (frame) => {
    // What changes as little from pixel to pixel is shown in half the time as it is.
    frame.imageSmoothingEnabled = false;
    frame.drawImage(canvas, 0, 0, canvas.width / stage.scale, canvas.height / stage.scale);
    frame.imageSmoothingEnabled = true;
  };
}

/** Stars, some of which twinkle. */
export function stars(stage: Stage, count: number): Layer {
  const chance = stage.chance('stars');
  const all = Array.from({ length: count }, () => ({
    x: chance() * stage.width,
    y: chance() ** 1.3 * stage.height * 0.75,
    size: between(chance, 0.4, 1.3),
    phase: chance() * 7,
  }));
  return (pen, { time, travel }) => {
    for (const { x, y, size, phase } of all) {
      const along = modulo(x - travel * 0.02, stage.width);
      oval(pen, fade('#fff8e2', 0.55 + 0.4 * Math.sin(time * 2.4 + phase)), along, y, size);
    }
  };
}

function sun(stage: Stage): Layer {
  const { time } = stage.scene;
  const isLow = time !== 'day';
  const x = stage.width * (time === 'dusk' ? 0.72 : time === 'dawn' ? 0.24 : 0.8);
  const y = stage.height * (isLow ? 0.46 : 0.19);
  const radius = isLow ? 34 : 24;
  const colour = time === 'dusk' ? '#ffd98a' : '#fff3c4';
  return (pen, { time: now }) => {
    glow(pen, colour, 0.75, [x, y], radius * (3.6 + 0.15 * Math.sin(now * 1.7)));
    oval(pen, colour, x, y, radius);
  };
}

function moon(stage: Stage): Layer {
  const [x, y] = [stage.width * 0.79, stage.height * 0.2];
  return (pen) => {
    glow(pen, '#dfe6ff', 0.5, [x, y], 92);
    oval(pen, '#fbf3d4', x, y, 25);
    oval(pen, fade('#d9cba2', 0.55), x - 8, y - 5, 5.5);
    oval(pen, fade('#d9cba2', 0.5), x + 7, y + 8, 4);
    oval(pen, fade('#d9cba2', 0.4), x + 5, y - 11, 2.6);
  };
}

function clouds(stage: Stage, count: number): Layer {
  const chance = stage.chance('clouds');
  const { light, scene } = stage;
  const white = scene.time === 'night' ? mix(light.sky[2], '#8f93c9', 0.25) : mix(light.sky[2], '#ffffff', 0.72);
  const fill = light.isOvercast ? mix(light.sky[1], '#ffffff', scene.time === 'night' ? 0.06 : 0.16) : white;
  const opacity = scene.time === 'night' ? 0.5 : 0.85;
  const layer = strip(stage, {
    near: 1,
    rows: [0, stage.height * 0.36 + 40],
    paint: ({ pen, span, put }) => {
      for (let index = 0; index < count; index++) {
        const y = between(chance, 0.05, 0.36) * stage.height;
        const size = between(chance, 0.6, light.isOvercast ? 2.1 : 1.3);
        const shift = chance() * 20;
        put(((index + chance() * 0.6) / count) * span, (x) =>
          at(pen, [x, y, 0, size], () => cloud(pen, fade(fill, opacity), shift)),
        );
      }
    },
  });
  const pace = scene.weather === 'wind' || scene.weather === 'thunder' ? 34 : 9;
  return (pen, { time, travel }) => layer(pen, { time, share: 0, travel: travel * 0.06 + time * pace });
}

/** A cloud about 90 units wide around the origin. */
function cloud(pen: Pen, fill: string, shift: number): void {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.ellipse(0, 8, 46, 9, 0, 0, Math.PI * 2);
  pen.ellipse(-20 + shift * 0.3, 0, 18, 14, 0, 0, Math.PI * 2);
  pen.ellipse(6, -6, 22, 19, 0, 0, Math.PI * 2);
  pen.ellipse(27 - shift * 0.2, 2, 15, 11, 0, 0, Math.PI * 2);
  pen.fill();
}
