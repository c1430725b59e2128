import { TestBed } from '@angular/core/testing';

import { OPEN_CHANNEL } from './browser.ts';

describe('OPEN_CHANNEL', () => {
  it('opens none where the browser throws for it, as with cookies blocked', () => {
    const insecure = new DOMException('The operation is insecure.', 'SecurityError');
    const construct = spyOn(globalThis, 'BroadcastChannel').and.throwError(insecure);
    expect(TestBed.inject(OPEN_CHANNEL)('tabs')).toBeNull();
    expect(construct).toHaveBeenCalledTimes(1);
  });
});
