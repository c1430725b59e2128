import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { font } from '../stage/fonts.ts';
import { box } from '../stage/pen.ts';
import type { Pen } from '../stage/pen.ts';
import type { Stage } from '../stage/stage.ts';

const MARKS = { zh: '分镜草图 · 内置引擎', en: 'Storyboard sketch · built-in engine' } as const;
const MOST_LINES = 2;
// Punctuation that must not begin a line of Chinese.
const STAYS_WITH_THE_WORD_BEFORE = /^[，。！？、；：”’）》」』,.!?;:)%]/u;

/** What lies over every frame: darker edges, the prompt, and the mark that says what drew this. */
export function overlay(stage: Stage): Canvas {
  const canvas = createCanvas(Math.ceil(stage.width * stage.scale), Math.ceil(stage.height * stage.scale));
  const pen = canvas.getContext('2d');
  pen.scale(stage.scale, stage.scale);
  pen.lang = stage.scene.language === 'zh' ? 'zh-CN' : 'en';
  vignette(pen, stage);
  caption(pen, stage);
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
  gradient.addColorStop(1, 'rgba(8, 6, 28, 0.42)');
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, width + 1, height + 1);
}

function caption(pen: Pen, { scene, width, height }: Stage): void {
  const size = Math.min(16.5, width / 20);
  pen.font = font(size, 500);
  const lines = wrap(pen, drawable(scene.prompt), width * 0.84);
  if (lines.length === 0) return;
  const lineHeight = size * 1.42;
  const widest = Math.max(...lines.map((text) => pen.measureText(text).width));
  const tall = lines.length * lineHeight + size * 0.55;
  const top = height - tall - Math.min(12, height * 0.035);
  box(pen, 'rgba(12, 9, 30, 0.5)', (width - widest) / 2 - size * 0.9, top, widest + size * 1.8, tall, size * 0.8);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = '#fffdf6';
  lines.forEach((text, index) => pen.fillText(text, width / 2, top + size * 0.3 + (index + 0.5) * lineHeight));
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

/** The text without what the font can't draw: pictographs and control characters. */
function drawable(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\p{Cc}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function wrap(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    // A word wider than a line is broken where it has to be.
    const parts = pen.measureText(segment).width > width ? [...segment] : [segment];
    for (const part of parts) {
      const fits = pen.measureText(current + part).width <= width || STAYS_WITH_THE_WORD_BEFORE.test(part);
      if (fits) {
        current += part;
        continue;
      }
      lines.push(current.trim());
      current = part;
      if (lines.length === MOST_LINES) return [...lines.slice(0, -1), `${(lines.at(-1) ?? '').slice(0, -1)}…`];
    }
  }
  return current.trim() ? [...lines, current.trim()] : lines;
}
