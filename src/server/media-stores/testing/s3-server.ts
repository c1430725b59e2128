import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

/** A bucket of its own on this machine, served by s3rver. */
export interface S3Server {
  readonly bucket: string;
  /** The variables with which a client finds it and may use it. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const BUCKET = 'kitten-media';
/** The only key that s3rver knows. */
const KEY = 'S3RVER';

/** Starts s3rver on loopback with an empty bucket. */
export async function startS3Server(): Promise<S3Server> {
  // Of its own: specs remove their folders while others still use the server.
  const directory = await mkdtemp(join(tmpdir(), 'kitten-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await server.run();
  const close = async (): Promise<void> => {
    await server.close();
    await rm(directory, { recursive: true });
  };
  return { bucket: BUCKET, environment: s3Environment(`http://127.0.0.1:${port}`), close };
}

/** The variables with which a client finds an address, and may use what s3rver serves there. */
export function s3Environment(endpoint: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: KEY,
    AWS_SECRET_ACCESS_KEY: KEY,
    AWS_REGION: 'us-east-1',
  };
}
