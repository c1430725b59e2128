/**
 * Loads a package that not every installation needs, and that is not installed with the program.
 * @param user what needs it, as a sentence begins: `An engine`
 * @throws Error with a line for people where it is not installed
 */
export async function importOptionalPackage<Exports>(name: string, user: string): Promise<Exports> {
  try {
    return (await import(name)) as Exports;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing) throw error;
    throw new Error(`${user} needs the package ${name}, which is not installed: npm install ${name}`, { cause: error });
  }
}
