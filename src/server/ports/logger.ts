/** Where the gateway's parts report what clients must not see. No user code may reach it. */
export interface ServerLogger {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
