/**
 * What is measured, in this order: how many processes, on what, and what a row of the table calls it. `kind` says which
 * program they run.
 */
export const CASES = [
  { name: 'one process, SQLite', kind: 'gateway', store: 'sqlite', processes: 1 },
  { name: 'one process, PostgreSQL', kind: 'gateway', store: 'postgres', processes: 1 },
  { name: 'two processes, PostgreSQL', kind: 'gateway', store: 'postgres', processes: 2 },
  { name: 'four processes, PostgreSQL', kind: 'gateway', store: 'postgres', processes: 4 },
  { name: 'socket.io, one process, Redis', kind: 'socket-io', store: 'redis', processes: 1 },
  { name: 'socket.io, two processes, Redis', kind: 'socket-io', store: 'redis', processes: 2 },
  { name: 'socket.io, four processes, Redis', kind: 'socket-io', store: 'redis', processes: 4 },
];

/** @typedef {typeof CASES[number]} Case */
