import { type ComponentFixture, TestBed } from '@angular/core/testing';

import type { ImageMessage } from '../../services/index.ts';
import { until } from '../../testing/index.ts';
import { image } from '../testing/messages.ts';
import { FlickerFreeImage } from './flicker-free-image.ts';

/** A picture of a pixel, sent with its message. */
async function frame(): Promise<ImageMessage> {
  const canvas = new OffscreenCanvas(1, 1);
  canvas.getContext('2d');
  const body = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return image({ body, mimeType: 'image/png' });
}

describe('FlickerFreeImage', () => {
  let fixture: ComponentFixture<FlickerFreeImage>;
  let made: string[];
  let revoked: string[];
  let first: ImageMessage;
  let second: ImageMessage;
  let third: ImageMessage;

  beforeEach(async () => {
    [first, second, third] = [await frame(), await frame(), await frame()];
    made = [];
    revoked = [];
    const create = URL.createObjectURL.bind(URL);
    spyOn(URL, 'createObjectURL').and.callFake((blob) => {
      const url = create(blob);
      made.push(url);
      return url;
    });
    spyOn(URL, 'revokeObjectURL').and.callFake((url) => void revoked.push(url));
    fixture = TestBed.createComponent(FlickerFreeImage);
  });

  function seen(): readonly string[] {
    const images = (fixture.nativeElement as HTMLElement).querySelectorAll<HTMLImageElement>('img.ready');
    return [...images].map(({ src }) => src);
  }

  async function show(next: ImageMessage): Promise<void> {
    fixture.componentRef.setInput('image', next);
    await fixture.whenStable();
  }

  async function untilSeen(url: string | undefined): Promise<void> {
    await until(
      async () => {
        await fixture.whenStable();
        return seen()[0] === url;
      },
      { what: `${url} can be seen` },
    );
  }

  it('keeps each picture until the next one can be drawn, and revokes it then', async () => {
    await show(first);
    await untilSeen(made[0]);
    await show(second);
    expect(seen()).toEqual([made[0] ?? '']);
    expect(revoked).toEqual([]);
    await untilSeen(made[1]);
    expect(seen()).toEqual([made[1] ?? '']);
    expect(revoked).toEqual([made[0] ?? '']);
  });

  it('drops a picture that another has overtaken', async () => {
    await show(first);
    await untilSeen(made[0]);
    await show(second);
    await show(third);
    await untilSeen(made[2]);
    expect(revoked.toSorted()).toEqual(made.slice(0, 2).toSorted());
  });

  it("keeps the last good one where the next can't be drawn", async () => {
    await show(first);
    await untilSeen(made[0]);
    await show(image({ body: new Uint8Array([1, 2, 3]) }));
    const count = (): number => (fixture.nativeElement as HTMLElement).querySelectorAll('img').length;
    expect(count()).toBe(2);
    await until(
      async () => {
        await fixture.whenStable();
        return count() === 1;
      },
      { what: 'the broken picture is gone' },
    );
    expect(seen()).toEqual([made[0] ?? '']);
  });

  it('revokes what it holds with its view', async () => {
    await show(first);
    await untilSeen(made[0]);
    fixture.destroy();
    expect(revoked).toEqual(made);
  });
});
