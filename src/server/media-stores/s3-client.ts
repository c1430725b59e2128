import type * as ClientS3 from '@aws-sdk/client-s3';
import type { S3, S3ClientConfig } from '@aws-sdk/client-s3';
import { importOptionalPackage } from '../../engines/index.ts';

/** Variables by their names. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Clients of one service: whoever reads slowly keeps no connection from who stores. */
export interface S3Clients {
  readonly calls: S3;
  readonly streams: S3;
  /** Undefined where it is Amazon's. */
  readonly endpoint: string | undefined;
}

const PACKAGE = '@aws-sdk/client-s3';
const CONNECT_MS = 5_000;
/** Calls at once, and media that are sent at once. Others wait. */
const CALLS = 50;
const STREAMS = 500;

/**
 * Makes clients with what the variables of AWS say, which other tools read too: `AWS_ENDPOINT_URL_S3`, `AWS_REGION`,
 * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`. Where there are no keys, the client looks where Amazon's tools do: profiles, and
 * the role of the machine. Rejects with a line for people where the package is not installed.
 */
export async function createS3Clients(environment: Environment): Promise<S3Clients> {
  const { S3 } = await importOptionalPackage<typeof ClientS3>(PACKAGE, 'A bucket for media');
  const endpoint = environment['AWS_ENDPOINT_URL_S3'] || environment['AWS_ENDPOINT_URL'] || undefined;
  const make = (connections: number): S3 => new S3(configOf(environment, endpoint, connections));
  return { calls: make(CALLS), streams: make(STREAMS), endpoint };
}

function configOf(environment: Environment, endpoint: string | undefined, connections: number): S3ClientConfig {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: sessionToken } = environment;
  const region = environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || (endpoint && 'us-east-1');
  const agent = { keepAlive: true, maxSockets: connections };
  return {
    ...(region && { region }),
    ...(id &&
      secret && { credentials: { accessKeyId: id, secretAccessKey: secret, ...(sessionToken && { sessionToken }) } }),
    // A bucket of one's own server seldom has a name of its own, and such servers don't all know the newer checksums.
    ...(endpoint && {
      endpoint,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    requestHandler: { connectionTimeout: CONNECT_MS, httpAgent: agent, httpsAgent: agent },
  };
}
