import { type ComponentFixture, TestBed } from '@angular/core/testing';

import { flush } from '../../../testing/index.ts';
import { MediaCache } from '../../media-cache/media-cache.ts';
import { MemoryMediaStore } from '../../media-cache/testing/memory-media-store.ts';
import { provideMemoryMediaCache } from '../../media-cache/testing/provide-memory-media-cache.ts';
import { image, video } from '../../testing/messages.ts';
import { DownloadLink } from './download-link.ts';

describe('DownloadLink', () => {
  const clip = video({ name: '橘猫.mp4', url: 'https://kitten.example/1.mp4' });
  let fixture: ComponentFixture<DownloadLink>;
  let clicked: jasmine.Spy<() => void>;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: provideMemoryMediaCache() });
    clicked = spyOn(HTMLAnchorElement.prototype, 'click');
    fixture = TestBed.createComponent(DownloadLink);
    fixture.componentRef.setInput('medium', clip);
    await fixture.whenStable();
  });

  function link(): HTMLAnchorElement {
    return (fixture.nativeElement as HTMLElement).querySelector('a')!;
  }

  /** Clicks as a person does; true where the browser follows the link itself. */
  function press(): boolean {
    // Followed, the link would lead the specs away.
    link().addEventListener('click', (event) => (event.defaultPrevented ? undefined : followed(event)));
    let isFollowed = false;
    const followed = (event: Event): void => {
      isFollowed = true;
      event.preventDefault();
    };
    link().dispatchEvent(new MouseEvent('click', { cancelable: true }));
    return isFollowed;
  }

  it('saves from the address, under the name of the medium, or one of its kind', async () => {
    expect([link().href, link().download]).toEqual(['https://kitten.example/1.mp4', '橘猫.mp4']);
    expect(press()).toBeTrue();
    const still = image({ mimeType: 'image/png' });
    fixture.componentRef.setInput('medium', still);
    await fixture.whenStable();
    expect(link().download).toBe(`${still.id}.png`);
  });

  it('saves the copy of this device where there is one', async () => {
    await TestBed.inject(MemoryMediaStore).save('https://kitten.example/1.mp4', new Blob(['clip']), 1);
    await TestBed.inject(MediaCache).refresh();
    const [made, revoked] = [spyOn(URL, 'createObjectURL').and.callThrough(), spyOn(URL, 'revokeObjectURL')];
    expect(press()).toBeFalse();
    await flush();
    const saved = clicked.calls.mostRecent().object as unknown as HTMLAnchorElement;
    expect([saved.href, saved.download]).toEqual([made.calls.mostRecent().returnValue, '橘猫.mp4']);
    fixture.destroy();
    expect(revoked.calls.allArgs()).toEqual([[saved.href]]);
  });
});
