import { TestBed } from '@angular/core/testing';

import { Installation } from './installation.ts';

function offer(outcome: 'accepted' | 'dismissed'): Event {
  const event = new Event('beforeinstallprompt', { cancelable: true });
  return Object.assign(event, { prompt: () => Promise.resolve({ outcome }) });
}

describe('Installation', () => {
  it('can install only where the browser offers it', async () => {
    const installation = TestBed.inject(Installation);
    expect(installation.canInstall()).toBe(false);
    await expectAsync(installation.install()).toBeResolvedTo(false);
  });

  for (const outcome of ['accepted', 'dismissed'] as const) {
    it(`uses an offer once, ${outcome}`, async () => {
      const installation = TestBed.inject(Installation);
      const event = offer(outcome);
      window.dispatchEvent(event);
      expect(installation.canInstall()).toBe(true);
      expect(event.defaultPrevented).toBe(true);
      await expectAsync(installation.install()).toBeResolvedTo(outcome === 'accepted');
      expect(installation.canInstall()).toBe(false);
    });
  }

  it('offers no more once it is installed', () => {
    const installation = TestBed.inject(Installation);
    window.dispatchEvent(offer('accepted'));
    window.dispatchEvent(new Event('appinstalled'));
    expect(installation.canInstall()).toBe(false);
  });
});
