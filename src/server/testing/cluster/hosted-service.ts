import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VideosServer } from '../../../engines/openai-videos/testing/videos-server.ts';
import { makeTemporaryFolder } from '../../../engines/testing/temporary-folder.ts';

/** The server shows at once what it has taken, so that what a kill left in doubt need not be looked for during a minute. */
const LOOK_FOR_SECONDS = 3;

/** A service, and what a node has to know of it. */
export interface HostedService {
  readonly server: VideosServer;
  /** The settings of a node that uses it. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface HostedServiceOptions {
  /** Clips that it makes at once, for all workers of a cluster. */
  readonly concurrency: number;
  /** How long it takes for a prompt, in milliseconds; undefined is as long as three questions about it. Default: no longer. */
  readonly lastsMs?: (prompt: string) => number | undefined;
}

/** A service that makes clips for all workers of a cluster, and the settings of a node that uses it. */
export async function openHostedService({ concurrency, lastsMs }: HostedServiceOptions): Promise<HostedService> {
  const server = await VideosServer.start({
    statusOf: ({ asked, prompt, createdAt }) => {
      const isDone = Date.now() - createdAt >= (lastsMs?.(prompt) ?? 0);
      return asked > 2 && isDone
        ? { status: 'completed', progress: 100 }
        : { status: 'in_progress', progress: Math.min(90, asked * 30) };
    },
  });
  const engine = {
    kind: 'openai-videos',
    url: server.url,
    concurrency,
    pollSeconds: 0.05,
    lookForSeconds: LOOK_FOR_SECONDS,
  };
  const file = join(await makeTemporaryFolder(), 'ask-kitten.json');
  await writeFile(file, JSON.stringify({ engines: [engine] }));
  const environment = {
    CONFIG_FILE: file,
    ENGINE: '',
    MAX_JOBS_PER_ADDRESS: '1000',
    LOG_LEVEL: 'warn',
  };
  return { server, environment };
}
