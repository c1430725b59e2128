import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { type MainProcess, startMainProcess } from './main-process.ts';
import { ReturningClient } from './returning-client.ts';

type Environment = Readonly<Record<string, string>>;

/** A gateway as a process with an engine of a configuration file or of variables, started again and again on the same data, and a client. */
export class EngineGateway {
  readonly client = new ReturningClient(randomUUID());
  readonly #environment: Environment;
  #main: MainProcess | undefined;

  private constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Writes the configuration; `stopMainProcesses` ends what is started, and removes the files. */
  static async create(engine: object, environment: Environment): Promise<EngineGateway> {
    const folder = await makeTemporaryFolder();
    const file = join(folder, 'ask-kitten.json');
    await writeFile(file, JSON.stringify({ engines: [engine] }));
    return new EngineGateway({ DATA_DIR: join(folder, 'data'), CONFIG_FILE: file, ENGINE: '', ...environment });
  }

  /** The same with variables only. */
  static async ofVariables(environment: Environment): Promise<EngineGateway> {
    return new EngineGateway({ DATA_DIR: await makeTemporaryFolder(), ENGINE: '', ...environment });
  }

  /** The process that runs. */
  get main(): MainProcess {
    if (this.#main === undefined) throw new Error('not started yet');
    return this.#main;
  }

  /** Starts it, and connects the client. */
  async start(): Promise<void> {
    this.#main = startMainProcess(this.#environment);
    await this.connect();
  }

  /** Connects the client, from where it was. */
  async connect(): Promise<void> {
    await this.client.connect({ url: await this.main.address() });
  }

  /** `kill -9`; resolves once the client has noticed. */
  async kill(): Promise<void> {
    await this.main.kill();
    await this.client.socket.closed;
  }
}
