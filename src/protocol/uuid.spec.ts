import { isUuid } from './uuid.ts';

describe('isUuid', () => {
  it('takes any version, in either case', () => {
    for (const uuid of [
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21',
      '3B1F8F0C-7A54-4C39-9A52-0D7C3F6F1E21',
      '018f3b1c-9f2a-7c44-8a10-5d1b0e7f2c33',
      '00000000-0000-0000-0000-000000000000',
    ]) {
      expect(isUuid(uuid)).withContext(uuid).toBeTrue();
    }
  });

  it('refuses everything else', () => {
    for (const other of [
      '',
      'kitten',
      '3b1f8f0c7a544c399a520d7c3f6f1e21',
      '{3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21}',
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e2',
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e211',
      '3b1f8f0g-7a54-4c39-9a52-0d7c3f6f1e21',
      ' 3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21',
      '3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21\n',
      undefined,
      null,
      7,
      {},
      ['3b1f8f0c-7a54-4c39-9a52-0d7c3f6f1e21'],
    ]) {
      expect(isUuid(other))
        .withContext(JSON.stringify([other]))
        .toBeFalse();
    }
  });
});
