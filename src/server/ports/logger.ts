/** Where the gateway's parts report what clients must not see. No user code may reach it. */
export interface ServerLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
