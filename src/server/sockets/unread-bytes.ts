import { CloseCode } from '../../protocol/index.ts';
import type { InFlightLimits } from '../limits/in-flight.ts';
import type { Peer } from './frame-writer.ts';

/** The peers of an address that had something unread when they were sent something last, and how much of it. */
interface AddressPeers {
  readonly bytesOf: Map<Peer, number>;
  bytes: number;
}

/**
 * The bytes that wait for clients to read them, of an address and over all: each lies in memory for as long as its client
 * pleases. Where they are more than there may be, the client that is furthest behind is closed.
 *
 * What is noted of a peer is as it was when it was sent something; only where that would be too much is it looked at again.
 * So a peer that keeps up costs nothing.
 */
export class UnreadBytes {
  readonly #limits: InFlightLimits;
  readonly #byAddress = new Map<string, AddressPeers>();
  #total = 0;
  #isAboutToLook = false;

  constructor(limits: InFlightLimits) {
    this.#limits = limits;
  }

  /** How much is noted over all. */
  get total(): number {
    return this.#total;
  }

  /** Notes how much a peer of an address has not read yet. */
  note(address: string, peer: Peer, bytes: number): void {
    const peers = this.#byAddress.get(address) ?? { bytesOf: new Map<Peer, number>(), bytes: 0 };
    this.#byAddress.set(address, peers);
    this.#set(peers, peer, bytes);
    const isTooMuch = peers.bytes > this.#limits.perAddress || this.#total > this.#limits.total;
    if (!isTooMuch || this.#isAboutToLook) return;
    this.#isAboutToLook = true;
    // Once in a turn of the event loop, however much is sent in it.
    setImmediate(() => this.#look());
  }

  /** Forgets a peer of an address: its connection is over. */
  forget(address: string, peer: Peer): void {
    const peers = this.#byAddress.get(address);
    const bytes = peers?.bytesOf.get(peer);
    if (peers === undefined || bytes === undefined) return;
    peers.bytesOf.delete(peer);
    peers.bytes -= bytes;
    this.#total -= bytes;
    if (peers.bytesOf.size === 0) this.#byAddress.delete(address);
  }

  #look(): void {
    this.#isAboutToLook = false;
    const { perAddress, total } = this.#limits;
    for (const [address, peers] of this.#byAddress) {
      if (peers.bytes > perAddress) this.#measure(address, peers);
      while (peers.bytes > perAddress) this.#closeSlowest(address, peers);
    }
    if (this.#total > total) for (const [address, peers] of this.#byAddress) this.#measure(address, peers);
    while (this.#total > total) {
      const [address, peers] = [...this.#byAddress].reduce((most, each) =>
        each[1].bytes > most[1].bytes ? each : most,
      );
      this.#closeSlowest(address, peers);
    }
  }

  /** Notes what the peers of an address have not read by now, and forgets those that have read everything. */
  #measure(address: string, peers: AddressPeers): void {
    for (const peer of peers.bytesOf.keys()) {
      const bytes = peer.bufferedBytes;
      if (bytes === 0) this.forget(address, peer);
      else this.#set(peers, peer, bytes);
    }
  }

  #set(peers: AddressPeers, peer: Peer, bytes: number): void {
    const change = bytes - (peers.bytesOf.get(peer) ?? 0);
    peers.bytesOf.set(peer, bytes);
    peers.bytes += change;
    this.#total += change;
  }

  #closeSlowest(address: string, { bytesOf }: AddressPeers): void {
    const [slowest] = [...bytesOf].reduce((most, each) => (each[1] > most[1] ? each : most));
    this.forget(address, slowest);
    slowest.close(CloseCode.TryAgainLater, 'reads too slowly');
  }
}
