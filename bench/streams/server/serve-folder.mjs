import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const CONTENT_TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json' };

/** A request listener for a page and its scripts; `config.json` is an empty one, as beside the application. */
export function serveFolder(folder) {
  return (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/config.json') return void response.writeHead(200, typeOf(pathname)).end('{}');
    // A leading slash keeps `..` inside of the folder.
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
    createReadStream(file).pipe(response.writeHead(200, typeOf(file)));
  };
}

function typeOf(file) {
  return { 'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream' };
}
