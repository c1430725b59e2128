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

const CONTEXT = { newId: () => uuidv4(), now: () => Date.now() };

/** The protocol of this project's gateway, and of the basic servers that follow the guide alone. */
export const GATEWAY_CODEC: Codec<ServerMessage> = {
  isGateway: true,
  decode: (frame, mediaOrigin) =>
    decodeServerFrame(frame, { ...CONTEXT, mediaOrigin }).map((decoded) =>
      decoded.ok ? decoded.value : new FaultyFrame(frame, decoded.fault),
    ),
  encode: writeJson,
  report: (unreadable, texts) => ({
    type: 'error',
    id: uuidv4(),
    ts: Date.now(),
    code: unreadable.code,
    content: texts.unreadable(unreadable instanceof FaultyFrame ? unreadable.fault : undefined),
    retryable: false,
  }),
};
