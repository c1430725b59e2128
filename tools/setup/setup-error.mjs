/** Why a program can't do what it was asked for: one line for people, which also says what helps. */
export class SetupError extends Error {
  name = 'SetupError';
}

/**
 * Runs a program; a refusal becomes its line and exit code 1.
 * @param {() => Promise<number>} program resolves with the exit code
 */
export async function runProgram(program) {
  try {
    process.exitCode = await program();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
