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
  /** Lists, for most codes have one socket, and a set takes more memory. */
  readonly #byCode = new Map<string, readonly Socket[]>();
  /** Changed in place: one address may have thousands. */
  readonly #byAddress = new Map<string, Socket[]>();

  constructor(limits: SocketLimits) {
    this.#limits = limits;
  }

  /** Adds a socket; false, and nothing happens, where its code or its address has as many as it may have. */
  add(socket: Socket, { code, address }: SocketOwner): boolean {
    const ofCode = this.socketsOf(code);
    const ofAddress = this.#byAddress.get(address) ?? [];
    if (ofCode.length >= this.#limits.perCode || ofAddress.length >= this.#limits.perAddress) return false;
    this.#byCode.set(code, [...ofCode, socket]);
    ofAddress.push(socket);
    this.#byAddress.set(address, ofAddress);
    return true;
  }

  /** Removes a socket; one that is not there counts for nothing. */
  remove(socket: Socket, { code, address }: SocketOwner): void {
    const ofCode = this.socketsOf(code);
    const others = ofCode.filter((other) => other !== socket);
    if (others.length === ofCode.length) return;
    if (others.length === 0) this.#byCode.delete(code);
    else this.#byCode.set(code, others);
    const ofAddress = this.#byAddress.get(address) ?? [];
    ofAddress.splice(ofAddress.indexOf(socket), 1);
    if (ofAddress.length === 0) this.#byAddress.delete(address);
  }

  /** The sockets of a code. */
  socketsOf(code: string): readonly Socket[] {
    return this.#byCode.get(code) ?? [];
  }

  /** The sockets of an address, as they are now. */
  socketsOfAddress(address: string): readonly Socket[] {
    return [...(this.#byAddress.get(address) ?? [])];
  }
}
