/** A message as it was sent, before anything is checked. */
export interface RawMessage {
  readonly type: string;
  readonly event?: string;
  readonly seq?: number;
  readonly jobId?: string;
  readonly replyTo?: string;
  readonly [field: string]: unknown;
}

interface Waiter {
  readonly kind: string;
  readonly resolve: (message: RawMessage) => void;
}

/** A socket with everything that has arrived over it, to be awaited by name. */
export class ContractClient {
  readonly messages: RawMessage[] = [];
  /** Names of the socket's ends, in order: `error`, `close`. */
  readonly events: string[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<CloseEvent>;
  readonly socket: WebSocket;
  private readonly waiters = new Set<Waiter>();

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
    const come = this.messages.find((message) => isOf(message, kind));
    if (come !== undefined) return Promise.resolve(come);
    return new Promise((resolve) => this.waiters.add({ kind, resolve }));
  }

  private handleFrame(frame: string): void {
    const parsed = JSON.parse(frame) as RawMessage | RawMessage[];
    for (const message of Array.isArray(parsed) ? parsed : [parsed]) {
      this.messages.push(message);
      for (const waiter of this.waiters) {
        if (!isOf(message, waiter.kind)) continue;
        this.waiters.delete(waiter);
        waiter.resolve(message);
      }
    }
  }
}

function isOf({ type, event }: RawMessage, kind: string): boolean {
  return type === kind || event === kind;
}
