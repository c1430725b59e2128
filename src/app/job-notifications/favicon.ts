import { DOCUMENT, effect, inject, Service } from '@angular/core';

import { type Mark, TabMark } from './tab-mark.ts';

/** Pixels: what a tab shows, on a screen with two for one. */
const SIZE = 64;
const TRACK = '#ffffffd0';
const COLOURS = { running: '#c25100', completed: '#2e7d32', failed: '#c62828' } as const;

/** Draws the tab's mark onto the page's icon: a ring that fills, and at the end a dot with what came of it. */
@Service()
export class Favicon {
  private readonly document = inject(DOCUMENT);
  private readonly link = this.document.querySelector<HTMLLinkElement>('link[rel=icon]');
  private readonly original = this.link?.getAttribute('href') ?? '';
  private picture: Promise<HTMLImageElement> | undefined;
  private newest: Mark = null;

  constructor() {
    const { current } = inject(TabMark);
    effect(() => void this.show(current()));
  }

  private async show(mark: Mark): Promise<void> {
    this.newest = mark;
    if (mark === null) {
      this.link?.setAttribute('href', this.original);
      return;
    }
    try {
      this.picture ??= this.load();
      const drawn = draw(this.document.createElement('canvas'), await this.picture, mark);
      if (this.newest === mark) this.link?.setAttribute('href', drawn);
    } catch {
      // Without its picture, the title alone tells.
      this.picture = undefined;
    }
  }

  private async load(): Promise<HTMLImageElement> {
    const image = this.document.createElement('img');
    image.src = this.original;
    await image.decode();
    return image;
  }
}

function draw(canvas: HTMLCanvasElement, picture: HTMLImageElement, mark: NonNullable<Mark>): string {
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  if (mark.kind === 'running') drawRing(context, picture, mark.percent);
  else drawDot(context, picture, mark.kind);
  return canvas.toDataURL('image/png');
}

function drawRing(context: CanvasRenderingContext2D, picture: HTMLImageElement, percent: number): void {
  const [middle, radius] = [SIZE / 2, SIZE / 2 - 5];
  const top = -Math.PI / 2;
  context.drawImage(picture, 14, 14, SIZE - 28, SIZE - 28);
  context.lineWidth = 9;
  context.strokeStyle = TRACK;
  context.beginPath();
  context.arc(middle, middle, radius, 0, 2 * Math.PI);
  context.stroke();
  context.strokeStyle = COLOURS.running;
  context.beginPath();
  context.arc(middle, middle, radius, top, top + (2 * Math.PI * percent) / 100);
  context.stroke();
}

function drawDot(context: CanvasRenderingContext2D, picture: HTMLImageElement, outcome: 'completed' | 'failed'): void {
  context.drawImage(picture, 0, 0, SIZE, SIZE);
  context.fillStyle = COLOURS[outcome];
  context.strokeStyle = '#ffffff';
  context.lineWidth = 4;
  context.beginPath();
  context.arc(46, 46, 16, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.lineCap = 'round';
  context.lineWidth = 5;
  context.stroke(new Path2D(outcome === 'completed' ? 'm39 46 5 5 9-10' : 'M46 38v9m0 6v.5'));
}
