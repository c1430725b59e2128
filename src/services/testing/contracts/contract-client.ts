import { untilFound } from '../../../testing/index.ts';

/** A message as it was sent, before anything is checked. */
export interface RawMessage {
  readonly type: string;
  readonly event?: string;
  readonly seq?: number;
  readonly jobId?: string;
  readonly replyTo?: string;
  readonly [field: string]: unknown;
}

/** A socket with everything that has arrived over it, to be awaited by name. */
export class ContractClient {
  readonly messages: RawMessage[] = [];
  /** Names of the socket's ends, in order: `error`, `close`. */
  readonly events: string[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<CloseEvent>;
  readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    this.socket = socket;
    this.opened = new Promise((resolve) => (socket.onopen = () => resolve()));
    this.closed = new Promise((resolve) => {
      socket.onerror = () => this.events.push('error');
      socket.onclose = (event) => {
        this.events.push('close');
        resolve(event);
      };
    });
    socket.onmessage = ({ data }) => this.handleFrame(String(data));
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The first message with this event or type, come or yet to come. */
  message(kind: string): Promise<RawMessage> {
    return untilFound(() => this.messages.find((message) => isOf(message, kind)), kind);
  }

  private handleFrame(frame: string): void {
    const parsed = JSON.parse(frame) as RawMessage | RawMessage[];
    this.messages.push(...(Array.isArray(parsed) ? parsed : [parsed]));
  }
}

function isOf({ type, event }: RawMessage, kind: string): boolean {
  return type === kind || event === kind;
}
