import { until } from '../../../testing/index.ts';
import { MainProcess } from '../main-process.ts';

type Environment = Readonly<Record<string, string>>;

/** A machine may be busy with the others of the cluster. */
const START_LIMIT_MS = 120_000;

/** One process of a cluster, which may be killed and started again. */
export class ClusterNode {
  readonly role: 'gateway' | 'worker';
  readonly #environment: Environment;
  #main: MainProcess | undefined;
  #port: number | undefined;

  constructor(role: 'gateway' | 'worker', environment: Environment) {
    this.role = role;
    this.#environment = environment;
  }

  /** Where it takes connections; undefined while it does not. */
  get port(): number | undefined {
    return this.#port;
  }

  /** Whether it has ended by itself. */
  get hasCrashed(): boolean {
    return this.#port !== undefined && this.#main?.process.exitCode !== null;
  }

  /** What it has printed on standard error. */
  get stderr(): string {
    return this.#main?.stderr ?? '';
  }

  /** Starts it; resolves once it has said where it is. */
  async start(): Promise<void> {
    const main = new MainProcess(this.#environment, [this.role]);
    this.#main = main;
    const address = (): string | undefined => /http:\/\/localhost:(\d+)/.exec(main.stdout)?.[1];
    const hasStarted = (): boolean => {
      if (main.process.exitCode !== null) throw new Error(`a ${this.role} ended early: ${main.stderr}`);
      return address() !== undefined;
    };
    await until(hasStarted, { what: `the address of a ${this.role}`, limit: START_LIMIT_MS });
    this.#port = Number(address());
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    this.#port = undefined;
    await this.#main?.kill();
  }

  /** Asks it to end; resolves with its exit code. New connections go elsewhere from now on. */
  async stop(): Promise<number | null> {
    this.#port = undefined;
    this.#main?.process.kill('SIGTERM');
    return (await this.#main?.exited) ?? 0;
  }
}
