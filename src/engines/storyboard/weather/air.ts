import { between, pick } from '../random.ts';
import { bow, fade, type Layer, mix, oval, type Stage } from '../stage/index.ts';

/** Banks of fog that drift past each other. */
export function fog(stage: Stage): Layer {
  const chance = stage.chance('fog');
  const { width, height, light } = stage;
  const colour = mix(light.haze, '#ffffff', stage.scene.time === 'night' ? 0.1 : 0.35);
  const banks = Array.from({ length: 9 }, (_, index) => ({
    x: chance(),
    y: 0.42 + index * 0.065,
    size: between(chance, 0.34, 0.6),
    pace: between(chance, 6, 18),
  }));
  return (pen, { time, travel }) => {
    for (const { x, y, size, pace } of banks) {
      const span = width * 2;
      const along = ((((x * span - time * pace - travel * y * 0.6) % span) + span) % span) - width * 0.5;
      const rx = size * width;
      pen.save();
      pen.translate(along, y * height);
      pen.scale(1, 0.14);
      const gradient = pen.createRadialGradient(0, 0, 0, 0, 0, rx);
      gradient.addColorStop(0, fade(colour, 0.62));
      gradient.addColorStop(1, fade(colour, 0));
      pen.fillStyle = gradient;
      pen.fillRect(-rx, -rx, rx * 2, rx * 2);
      pen.restore();
    }
  };
}

/** Leaves and curls of air that blow past. */
export function wind(stage: Stage): Layer {
  const chance = stage.chance('wind');
  const { width, height } = stage;
  const curls = Array.from({ length: 5 }, () => ({
    x: chance(),
    y: between(chance, 0.12, 0.7),
    length: between(chance, 60, 120),
  }));
  const leaves = Array.from({ length: 12 }, () => ({
    x: chance(),
    y: between(chance, 0.1, 0.85),
    phase: chance() * 7,
    colour: pick(chance, ['#e9a23b', '#d9743f', '#9cc05a', '#f3c65c']),
  }));
  return (pen, { time, travel }) => {
    const span = width + 240;
    for (const { x, y, length } of curls) {
      const left = span - ((x * span + time * 210 + travel * 0.4) % span) - 120;
      bow(
        pen,
        'rgba(255, 255, 255, 0.34)',
        1.8,
        [left + length, y * height + 4],
        [left + length * 0.5, y * height - 5],
        [left, y * height],
      );
      bow(
        pen,
        'rgba(255, 255, 255, 0.34)',
        1.8,
        [left, y * height],
        [left - 15, y * height + 2],
        [left - 9, y * height - 9],
      );
    }
    for (const { x, y, phase, colour } of leaves) {
      const left = span - ((x * span + time * (130 + phase * 12) + travel * 0.6) % span) - 120;
      oval(pen, colour, left, y * height + Math.sin(time * 4 + phase) * 16, 5, 2.6, time * 6 + phase);
    }
  };
}
