import * as protocol from './index.ts';
import { MESSAGE_TYPES } from './index.ts';

describe("the protocol's exports", () => {
  it('are these, and no other', () => {
    expect(Object.keys(protocol).sort()).toEqual([
      'CloseCode',
      'DEFAULT_LIMITS',
      'DEFAULT_PORT',
      'ENDPOINT_PATH',
      'MESSAGE_TYPES',
      'QueryParameter',
      'closeMeaning',
      'contentLength',
      'decodeClientFrame',
      'decodeServerFrame',
      'encode',
      'encodeBinary',
      'faultText',
      'isMediaUrl',
      'isUuid',
    ]);
  });

  it("name the guide's five kinds in its order", () => {
    expect(MESSAGE_TYPES).toEqual(['text', 'video', 'image', 'system', 'error']);
  });
});
