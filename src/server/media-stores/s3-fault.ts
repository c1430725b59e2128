import { MediaStoreError } from './media-store-error.ts';

/** Where a bucket is, for people. */
export interface BucketPlace {
  readonly bucket: string;
  /** Undefined where it is Amazon's. */
  readonly endpoint: string | undefined;
}

/** What services and the client call it where keys are missing, wrong, or of somebody who may not. */
const NOT_ALLOWED =
  /^(?:AccessDenied|AllAccessDisabled|CredentialsProviderError|ExpiredToken|Forbidden|InvalidAccessKeyId|InvalidToken|SignatureDoesNotMatch|Unauthorized|401|403)$/;
/** What the system and the client call it where nobody answers. */
const NO_ANSWER = /^(?:E[A-Z_]+|TimeoutError|AbortError|EAI_AGAIN)$/;

/** What an S3 client has failed with, in a line for people. */
export function s3Fault(error: unknown, { bucket, endpoint }: BucketPlace): MediaStoreError {
  const { name, message, code, status } = factsOf(error);
  const where = endpoint ?? 'Amazon S3';
  const word = [code, name === 'Unknown' ? String(status) : name].find(
    (each) => each !== undefined && each !== 'Error',
  );
  const line = (text: string): MediaStoreError => new MediaStoreError(text, word ?? message, error);
  if (message.startsWith('Region is missing'))
    return line('MEDIA_URL names a bucket, and AWS_REGION does not say where it is.');
  if (word === 'NoSuchBucket')
    return line(`There is no bucket ${bucket} at ${where}: make it, or name another with MEDIA_URL.`);
  if (word !== undefined && (NOT_ALLOWED.test(word) || status === 403))
    return line(
      `The bucket ${bucket} at ${where} can't be used (${word}): AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY have to be of ` +
        'somebody who may list it, and read, write and delete in it.',
    );
  if (word !== undefined && NO_ANSWER.test(word))
    return line(`Object storage at ${where} does not answer (${word}): AWS_ENDPOINT_URL_S3 says where it is.`);
  return line(
    `Object storage at ${where} failed${word === undefined ? '' : ` (${word})`}: ${message.split('\n', 1).join()}`,
  );
}

/** Whether a client was told that there is no such object; a bucket that is not there is none of that. */
export function isMissing(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes(factsOf(error).name);
}

interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  /** Of the answer, where there was one. */
  readonly status: number | undefined;
}

function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), code: undefined, status: undefined };
  const { name, message, code, $metadata } = error as NodeJS.ErrnoException & {
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  return { name, message, code: typeof code === 'string' ? code : undefined, status: $metadata?.httpStatusCode };
}
