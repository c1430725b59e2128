import { between } from '../random.ts';
import { type Layer, line, modulo, type Point, type Stage } from '../stage/index.ts';

/**
 * Streaks of rain in three depths, and the rings where drops strike the floor.
 * @param strength 1 is plain rain.
 */
export function rain(stage: Stage, strength: number): Layer {
  const chance = stage.chance('rain');
  const { width, height } = stage;
  const count = Math.round((58 * strength * width) / 640);
  const depths = [0.5, 0.75, 1.1].map((near) => ({
    near,
    drops: Array.from({ length: count }, () => ({ x: chance(), y: chance(), length: between(chance, 12, 22) })),
  }));
  const rings = Array.from({ length: 22 }, () => ({ x: chance(), y: chance(), start: chance() }));
  return (pen, { time, travel }) => {
    for (const { near, drops } of depths) {
      pen.strokeStyle = `rgba(206, 222, 255, ${0.2 + near * 0.2})`;
      pen.lineWidth = near * 1.15;
      pen.beginPath();
      for (const { x, y, length } of drops) {
        const fallen = (y + time * (1.5 + near * 0.9)) % 1;
        const slant = fallen * 46 + travel * near * 0.5;
        const left = modulo(x * (width + 80) - slant, width + 80) - 40;
        const top = fallen * (height + 60) - 40;
        pen.moveTo(left, top);
        pen.lineTo(left - length * near * 0.16, top + length * near);
      }
      pen.stroke();
    }
    for (const { x, y, start } of rings) {
      const share = (start + time * 1.9) % 1;
      const left = modulo(x * width - travel, width);
      pen.strokeStyle = `rgba(220, 232, 255, ${0.5 * (1 - share)})`;
      pen.lineWidth = 1;
      pen.beginPath();
      pen.ellipse(left, height * (0.82 + y * 0.18), 2 + share * 9, (2 + share * 9) * 0.3, 0, 0, Math.PI * 2);
      pen.stroke();
    }
  };
}

/** Lightning: a flash and its bolt, twice in a clip of four seconds. */
export function lightning(stage: Stage): Layer {
  const chance = stage.chance('lightning');
  const bolts = [0, 1].map(() => {
    const x = between(chance, 0.15, 0.85) * stage.width;
    return Array.from({ length: 8 }, (_, step): Point => [
      x + (step === 0 ? 0 : between(chance, -24, 24)) + step * 5,
      (step / 7) * stage.height * 0.6,
    ]);
  });
  return (pen, { time }) => {
    const since = (time + 1.2) % 1.9;
    if (since > 0.34) return;
    const power = Math.max(0, 1 - since / 0.34) * (Math.sin(since * 70) > -0.4 ? 1 : 0.35);
    pen.fillStyle = `rgba(214, 224, 255, ${0.42 * power})`;
    pen.fillRect(0, 0, stage.width, stage.height);
    const bolt = bolts[Math.floor((time + 1.2) / 1.9) % 2] ?? [];
    line(pen, `rgba(190, 205, 255, ${0.4 * power})`, 7, bolt);
    line(pen, `rgba(255, 255, 255, ${power})`, 2.4, bolt);
  };
}
