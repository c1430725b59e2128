/** How many sockets may be open at once. */
export interface SocketLimits {
  readonly perCode: number;
  readonly perAddress: number;
  /** Of everybody. */
  readonly total: number;
}

/** Whose socket it is. */
export interface SocketOwner {
  readonly code: string;
  readonly address: string;
}

/** The sockets that are open, by code and by address. `Socket` is whatever stands for one. */
export class OpenSockets<Socket> {
  readonly #limits: SocketLimits;
  readonly #byCode = new Map<string, Set<Socket>>();
  readonly #byAddress = new Map<string, Set<Socket>>();

  constructor(limits: SocketLimits) {
    this.#limits = limits;
  }

  /** Adds a socket; false, and nothing happens, where its code or its address has as many as it may have. */
  add(socket: Socket, { code, address }: SocketOwner): boolean {
    if (this.socketsOf(code).length >= this.#limits.perCode) return false;
    if ((this.#byAddress.get(address)?.size ?? 0) >= this.#limits.perAddress) return false;
    addTo(this.#byCode, code, socket);
    addTo(this.#byAddress, address, socket);
    return true;
  }

  remove(socket: Socket, { code, address }: SocketOwner): void {
    removeFrom(this.#byCode, code, socket);
    removeFrom(this.#byAddress, address, socket);
  }

  /** The sockets of a code. */
  socketsOf(code: string): readonly Socket[] {
    return [...(this.#byCode.get(code) ?? [])];
  }
}

function addTo<Socket>(sets: Map<string, Set<Socket>>, key: string, socket: Socket): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(socket));
}

function removeFrom<Socket>(sets: Map<string, Set<Socket>>, key: string, socket: Socket): void {
  const set = sets.get(key);
  set?.delete(socket);
  if (set?.size === 0) sets.delete(key);
}
