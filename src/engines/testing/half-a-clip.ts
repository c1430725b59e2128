import type { ServerResponse } from 'node:http';

/** Answers with the beginning of a clip, and then with nothing: whoever fetches it is in the middle of that. */
export function sendHalfAClip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '9000' });
  response.write(new Uint8Array(1_000));
}
