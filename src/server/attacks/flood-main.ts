import { WebSocket } from 'ws';

/**
 * A program that opens sockets and holds them, in a process of its own so that its work is not measured:
 * `flood-main.ts N*FROM*ADDRESS…`. It says `open` on its channel when each has been sent its first frame, and then how many
 * bytes all have been sent, whenever it is asked.
 */
const sockets = process.argv.slice(2).flatMap(expanded);
let open = 0;
let bytes = 0;

process.on('disconnect', () => process.exit());
process.on('message', () => process.send?.({ bytes }));

for (const [index, each] of sockets.entries()) {
  // So many at once, and no more, are taken by the system's backlog.
  setTimeout(() => connect(each), Math.floor(index / 100) * 50);
}

interface Wanted {
  readonly address: string;
  /** From where, among the addresses of this machine. */
  readonly localAddress: string;
}

/** `N*FROM*ADDRESS` is N sockets of that address, `{uuid}` in it another code for each. */
function expanded(argument: string): readonly Wanted[] {
  const [count, localAddress = '', ...rest] = argument.split('*');
  return Array.from({ length: Number(count) }, () => ({
    address: rest.join('*').replace('{uuid}', crypto.randomUUID()),
    localAddress,
  }));
}

function connect({ address, localAddress }: Wanted): void {
  const socket = new WebSocket(address, { perMessageDeflate: false, localAddress });
  let isFirst = true;
  socket.on('message', (data: Buffer) => {
    bytes += data.length;
    if (!isFirst) return;
    isFirst = false;
    open += 1;
    if (open === sockets.length) process.send?.('open');
  });
  // On a busy machine the system's backlog may be full, or a handshake too late.
  socket.on('error', () => isFirst && setTimeout(() => connect({ address, localAddress }), 200));
}
