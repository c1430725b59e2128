import { v4 as uuidv4 } from 'uuid';

import { decodeServerFrame, type FrameFault, type ServerMessage } from '../../protocol/index.ts';
import { type Codec, Unreadable } from './codec.ts';
import { writeJson } from './write-json.ts';

/** A fault with the frame that has it. */
class FaultyFrame extends Unreadable {
  readonly fault: FrameFault;

  constructor(raw: string | ArrayBuffer, fault: FrameFault) {
    super(raw, fault.reason, fault.code);
    this.fault = fault;
  }
}

/** A frame of nothing, or of spaces and line ends, keeps a connection alive, and says nothing. */
function isBlank(frame: string | ArrayBuffer): boolean {
  return typeof frame === 'string' ? !/\S/.test(frame) : frame.byteLength === 0;
}

const newId = (): string => uuidv4();
const now = (): number => Date.now();

/** The protocol of this project's gateway, and of the basic servers that follow the guide alone. */
export const GATEWAY_CODEC: Codec<ServerMessage> = {
  isGateway: true,
  decode: (frame, mediaOrigin) => {
    if (isBlank(frame)) return [];
    // Each frame passes here: no object is copied, and no function made.
    const messages: (ServerMessage | Unreadable)[] = [];
    for (const decoded of decodeServerFrame(frame, { newId, now, mediaOrigin })) {
      messages.push(decoded.ok ? decoded.value : new FaultyFrame(frame, decoded.fault));
    }
    return messages;
  },
  encode: writeJson,
  report: (unreadable, texts) => ({
    type: 'error',
    id: newId(),
    ts: now(),
    code: unreadable.code,
    content: texts.unreadable(unreadable instanceof FaultyFrame ? unreadable.fault : undefined),
    retryable: false,
  }),
};
