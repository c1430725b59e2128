import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { font } from '../stage/fonts.ts';
import { box, type Pen, type Stage } from '../stage/index.ts';

const MARKS = { zh: '分镜草图 · 内置引擎', en: 'Storyboard sketch · built-in engine' } as const;

/** What lies over every frame: darker edges, and the mark that says what drew this. As large as the frame. */
export function overlay(stage: Stage): Canvas {
  const canvas = createCanvas(Math.round(stage.width * stage.scale), Math.round(stage.height * stage.scale));
  const pen = canvas.getContext('2d');
  pen.scale(stage.scale, stage.scale);
  pen.lang = stage.scene.language === 'zh' ? 'zh-CN' : 'en';
  vignette(pen, stage);
  mark(pen, stage);
  return canvas;
}

function vignette(pen: Pen, { width, height }: Stage): void {
  const gradient = pen.createRadialGradient(
    width / 2,
    height * 0.48,
    Math.min(width, height) * 0.45,
    width / 2,
    height / 2,
    Math.hypot(width, height) * 0.58,
  );
  gradient.addColorStop(0, 'rgba(8, 6, 28, 0)');
  gradient.addColorStop(1, 'rgba(8, 6, 28, 0.34)');
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, width + 1, height + 1);
}

function mark(pen: Pen, { scene, width }: Stage): void {
  const size = Math.min(10.5, width / 30);
  pen.font = font(size, 500);
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  const text = MARKS[scene.language];
  box(pen, 'rgba(12, 9, 30, 0.34)', 10, 10, pen.measureText(text).width + size * 1.4, size * 1.9, size * 0.95);
  pen.fillStyle = 'rgba(255, 255, 255, 0.82)';
  pen.fillText(text, 10 + size * 0.7, 10 + size * 0.97);
}
