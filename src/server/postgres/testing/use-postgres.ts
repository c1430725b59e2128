import { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { EmbeddedServer } from './embedded-server.ts';

/** One server for all specs of a process: it takes some seconds to start. */
let starting: Promise<EmbeddedServer> | undefined;
let databases = 0;

// Of the whole run, since this file is loaded outside of any `describe`.
afterAll(async () => {
  const server = await starting?.catch(() => undefined);
  await server?.remove();
});

/** A database of a spec's own. */
export interface SpecDatabase {
  readonly url: string;
  /** Has the schema of this version. */
  readonly database: Database;
}

/**
 * Gives each spec of the `describe` that calls it an empty database with the schema, on PostgreSQL's own server. Where that
 * can't be started, the specs are pending with the reason.
 */
export function usePostgres(): () => SpecDatabase {
  let current: SpecDatabase | undefined;
  beforeEach(async () => {
    current = await openSpecDatabase();
  });
  afterEach(async () => {
    await current?.database.close();
    current = undefined;
  });
  return () => {
    if (current === undefined) throw new Error('a database is there while a spec runs');
    return current;
  };
}

/** Makes another empty database with the schema, for this process; whoever asks for it closes it. */
export async function openSpecDatabase(): Promise<SpecDatabase> {
  const url = await createSpecDatabase();
  const database = await Database.open(url);
  await migrate(database);
  return { url, database };
}

/** Makes an empty database without any schema; resolves with where it is. */
export async function createSpecDatabase(): Promise<string> {
  const server = await startServer();
  const name = `spec_${++databases}`;
  const admin = await Database.open(server.url(), { connections: 1 });
  await admin.query(`CREATE DATABASE ${name} STRATEGY FILE_COPY`);
  await admin.close();
  return server.url(name);
}

/** The server of this process, for a spec that stops and starts it. Where there is none, the spec is pending. */
export async function startServer(): Promise<EmbeddedServer> {
  starting ??= EmbeddedServer.start();
  try {
    return await starting;
  } catch (error) {
    pending(error instanceof Error ? error.message : String(error));
    throw error;
  }
}
