import * as protocol from './index.ts';
import { MESSAGE_TYPES } from './index.ts';

describe("the protocol's exports", () => {
  it('are these, and no other', () => {
    expect(Object.keys(protocol).sort()).toEqual([
      'ACCESS_PATH',
      'CloseCode',
      'DEFAULT_LIMITS',
      'DEFAULT_PORT',
      'ENDPOINT_PATH',
      'ERROR_CODES',
      'JOIN_CODES_PATH',
      'JOIN_FEATURE',
      'JOIN_PATH',
      'MAX_ATTACHMENTS',
      'MAX_WAIT_MS',
      'MEDIA_LINKS_PATH',
      'MESSAGE_TYPES',
      'PASS_NEEDED',
      'PROTOCOL_VERSION',
      'QueryParameter',
      'UPLOADS_PATH',
      'UPLOAD_LIMITS',
      'UPLOAD_TYPES',
      'UPLOAD_TYPE_BYTES',
      'USER_CODE_HEADER',
      'closeMeaning',
      'contentLength',
      'decodeClientFrame',
      'decodeServerFrame',
      'decodeUpload',
      'encode',
      'encodeBinary',
      'faultText',
      'haveSameShape',
      'isEngineId',
      'isMediaUrl',
      'isSize',
      'isUuid',
      'nearestSeconds',
      'nearestSize',
      'parseUrl',
      'serverAddress',
      'uploadType',
    ]);
  });

  it("name the guide's five kinds in its order", () => {
    expect(MESSAGE_TYPES).toEqual(['text', 'video', 'image', 'system', 'error']);
  });
});
