/** Engines that are configured and can't be loaded; the message has a line for people about each. */
export class EngineConfigError extends Error {
  override readonly name = 'EngineConfigError';

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
