import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Stage } from '../stage/index.ts';

/** Darker edges, which lie over every frame. As large as the frame. */
export function vignette(stage: Stage): Canvas {
  const canvas = createCanvas(Math.round(stage.width * stage.scale), Math.round(stage.height * stage.scale));
  const pen = canvas.getContext('2d');
  pen.scale(stage.scale, stage.scale);
  const { width, height } = stage;
  const [inner, outer] = [Math.min(width, height) * 0.45, Math.hypot(width, height) * 0.58];
  const gradient = pen.createRadialGradient(width / 2, height * 0.48, inner, width / 2, height / 2, outer);
  gradient.addColorStop(0, 'rgba(8, 6, 28, 0)');
  gradient.addColorStop(1, 'rgba(8, 6, 28, 0.34)');
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, width + 1, height + 1);
  return canvas;
}
