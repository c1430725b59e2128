import { between, pick, type Random } from '../../random.ts';
import { box, glow, mix, type Pen } from '../../stage/index.ts';
import { font } from '../../stage/fonts.ts';

const TUBES = ['#ff4fa3', '#35e0ff', '#ffc23d', '#9d7bff', '#54f2a0', '#ff6a4d'] as const;
const UPRIGHT = ['拉面馆', '猫咖啡', '夜市', '书店', '茶馆', '火锅', '小酒馆', '唱片', '照相馆', '豆花店'] as const;
const LEVEL = ['面', '茶', '酒吧', '24H', '咖啡', '饺子', '花店', '鱼', '电玩'] as const;

/** A board of neon letters. */
export interface NeonSign {
  readonly text: string;
  readonly tube: string;
  readonly isUpright: boolean;
  readonly size: number;
}

export function uprightSign(chance: Random): NeonSign {
  return { text: pick(chance, UPRIGHT), tube: pick(chance, TUBES), isUpright: true, size: between(chance, 15, 21) };
}

export function levelSign(chance: Random): NeonSign {
  return { text: pick(chance, LEVEL), tube: pick(chance, TUBES), isUpright: false, size: between(chance, 15, 20) };
}

/** The board behind the letters; it takes shade. */
export function signBoard(pen: Pen, sign: NeonSign, x: number, y: number): void {
  const { width, height } = measure(sign);
  box(pen, '#17132b', x - width / 2 - 2, y - 2, width + 4, height + 4, 6);
  box(pen, '#3a3358', x - 2, y - 9, 4, 8);
}

/** The letters and the frame, which shine. */
export function neonLetters(pen: Pen, sign: NeonSign, x: number, y: number): void {
  const { width, height } = measure(sign);
  const { tube, size } = sign;
  glow(pen, tube, 0.5, [x, y + height / 2], Math.max(width, height) * 1.05);
  box(pen, mix('#140f28', tube, 0.16), x - width / 2, y, width, height, 5);
  pen.save();
  pen.shadowColor = tube;
  pen.shadowBlur = size * 0.8;
  pen.strokeStyle = tube;
  pen.lineWidth = 2.2;
  pen.beginPath();
  pen.roundRect(x - width / 2, y, width, height, 5);
  pen.stroke();
  pen.font = font(size, 700);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = mix(tube, '#ffffff', 0.78);
  const letters = sign.isUpright ? [...sign.text] : [sign.text];
  letters.forEach((letter, index) => pen.fillText(letter, x, y + 6 + size * 0.58 + index * size * 1.16));
  pen.restore();
}

function measure({ text, isUpright, size }: NeonSign): { readonly width: number; readonly height: number } {
  const letters = [...text].length;
  const isNarrow = /^[\dA-Z]+$/.test(text);
  if (isUpright) return { width: size + 12, height: letters * size * 1.16 + 10 };
  return { width: letters * size * (isNarrow ? 0.66 : 1) + 14, height: size + 12 };
}
