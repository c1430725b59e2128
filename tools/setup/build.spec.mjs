import { isBuildInput } from './build.mjs';

describe('isBuildInput', () => {
  it('takes what ends up in the app', () => {
    for (const file of ['src/app/app.ts', 'src/app/app.html', 'public/config.json', 'angular.json']) {
      expect(isBuildInput(file)).withContext(file).toBeTrue();
    }
  });

  it('leaves out specs, what only they use, and documents', () => {
    for (const file of ['src/app/app.spec.ts', 'src/services/testing/fake-peer.ts', 'src/protocol/PROTOCOL.md']) {
      expect(isBuildInput(file)).withContext(file).toBeFalse();
    }
  });
});
