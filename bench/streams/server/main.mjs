import { createServer } from 'node:http';
import { once } from 'node:events';
import { pump } from './pump.mjs';
import { PROTOCOLS } from './protocols.mjs';
import { serveFolder } from './serve-folder.mjs';

/**
 * The load server, a process of its own, started by `load-server.mjs`: it serves one client's page, speaks that
 * client's protocol with it, and sends messages when it is told to.
 */

/** It ends by itself, whatever has become of the program that started it. */
const LIFETIME_MS = 15 * 60_000;
setTimeout(() => process.exit(1), LIFETIME_MS).unref();
process.once('disconnect', () => process.exit());

const [protocol, folder] = process.argv.slice(2);
const server = createServer(serveFolder(folder));
// Before the protocol's own listener: what goes over the wire is counted where every protocol's bytes pass.
let wire;
server.on('upgrade', (_request, socket) => (wire = socket));
const client = PROTOCOLS[protocol](server);

process.on('message', async (load) => {
  const channel = await client;
  const bytesBefore = wire.bytesWritten;
  await pump(channel, wire, load);
  process.send({ kind: 'sent', bytes: wire.bytesWritten - bytesBefore });
});

server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send({ kind: 'listening', port: server.address().port });
await client;
process.send({ kind: 'client' });
