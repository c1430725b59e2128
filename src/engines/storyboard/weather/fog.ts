import { between } from '../random.ts';
import { fade, type Layer, mix, type Stage } from '../stage/index.ts';

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
