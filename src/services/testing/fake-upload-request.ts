/** As much of an `XMLHttpRequest` as an upload needs, answered by a spec. */
export class FakeUploadRequest extends EventTarget {
  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  method = '';
  url = '';
  body: unknown;
  isAborted = false;
  status = 0;
  response: unknown = null;
  responseType = '';
  private retryAfter: string | null = null;
  private readonly onSend: (request: FakeUploadRequest) => void;

  constructor(onSend: (request: FakeUploadRequest) => void) {
    super();
    this.onSend = onSend;
  }

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name.toLowerCase()] = value;
  }

  send(body: unknown): void {
    this.body = body;
    this.onSend(this);
  }

  abort(): void {
    this.isAborted = true;
  }

  /** So much has been sent. */
  progress(loaded: number, total: number): void {
    this.upload.dispatchEvent(new ProgressEvent('progress', { loaded, total, lengthComputable: true }));
  }

  getResponseHeader(name: string): string | null {
    return name === 'retry-after' ? this.retryAfter : null;
  }

  /** The server answers. */
  answer(status: number, response: unknown, retryAfter: string | null = null): void {
    this.retryAfter = retryAfter;
    this.status = status;
    this.response = response;
    this.dispatchEvent(new ProgressEvent('load', { loaded: 1, total: 1 }));
  }

  /** The network is lost. */
  break(): void {
    this.dispatchEvent(new ProgressEvent('error'));
  }
}
