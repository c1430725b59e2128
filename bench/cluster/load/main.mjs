import { randomUUID } from 'node:crypto';
import { CONNECT } from './connections.mjs';
import { runUsers } from './users.mjs';

/** Sockets that do nothing, and the users that ask; told by the process that started this one. */
let load;

const COMMANDS = {
  connect: async ({ where, load: what }) => {
    load = await runUsers(where, what);
  },
  ask: () => load.ask(),
  idle: async ({ kind, url, sockets }) => {
    for (let index = 0; index < sockets; index++) await CONNECT[kind](url, randomUUID(), () => undefined);
  },
  close: () => load.close(),
};

process.on('message', async ({ command, ...details }) => {
  try {
    process.send({ value: (await COMMANDS[command](details)) ?? null });
  } catch (error) {
    process.send({ fault: error.message });
  }
});
process.on('disconnect', () => process.exit());
